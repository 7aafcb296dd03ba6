create schema dialogue;

create table dialogue.template (
  code text not null,
  language text not null check (language in ('ar', 'en')),
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  changed_by text,
  primary key (code, language)
);

-- One row: what the gate holds to. Hours are local times of the charity; equal hours mean no quiet time.
create table dialogue.gate_setting (
  only_one boolean primary key default true check (only_one),
  quiet_from time not null,
  quiet_until time not null,
  cap_messages int not null check (cap_messages > 0),
  cap_days int not null check (cap_days > 0),
  changed_at timestamptz not null,
  changed_by text
);
insert into dialogue.gate_setting (quiet_from, quiet_until, cap_messages, cap_days, changed_at) values ('21:00', '08:00', 4, 7, now());

-- The outbox: one row per person and message. unique_key makes a repeated event a no-op.
create table dialogue.message (
  id uuid primary key,
  unique_key text not null unique,
  party_id uuid not null references constituents.party,
  channel text not null check (channel in ('email')),
  topic text not null,
  purpose text not null,
  template text not null,
  language text not null check (language in ('ar', 'en')),
  context jsonb not null,
  officer_id uuid references access.staff,
  reference text,
  state text not null check (state in ('queued', 'claimed', 'sending', 'sent', 'held', 'failed', 'uncertain', 'cancelled')),
  held_reason text,
  basis text,
  not_before timestamptz not null,
  attempts int not null default 0,
  claimed_by text,
  lease_until timestamptz,
  address text,
  subject text,
  message_id text,
  unsubscribe_token text unique,
  smtp_reply text,
  created_at timestamptz not null,
  sending_at timestamptz,
  sent_at timestamptz,
  check ((state = 'held') = (held_reason is not null))
);
create index message_due on dialogue.message (not_before, id) where state = 'queued';
create index message_leased on dialogue.message (lease_until) where state in ('claimed', 'sending');
create index message_attention on dialogue.message (state, created_at desc) where state in ('held', 'failed', 'uncertain');
create index message_by_party on dialogue.message (party_id, created_at desc);

-- An address that a receiving server refused for good.
create table dialogue.suppressed_address (
  address text collate "C" primary key,
  reason text not null,
  at timestamptz not null
);

create view published.message as
  select id, party_id, channel, topic, purpose, state, held_reason, created_at, sent_at from dialogue.message;
