create schema dialogue;

-- What the charity changed; a text that is not here is the one the program brings.
create table dialogue.template (
  code text not null,
  language text not null check (language in ('ar', 'en')),
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  changed_by text not null,
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

-- One row: the server that takes our mail. Without a host, messages wait.
create table dialogue.mail_setting (
  only_one boolean primary key default true check (only_one),
  host text,
  port int check (port between 1 and 65535),
  security text not null default 'starttls' check (security in ('none', 'starttls', 'tls')),
  username text,
  -- AES-GCM, its key is not in this database
  password bytea,
  unsubscribe_mailbox text,
  -- what becomes of a message that may or may not have gone out when the program died
  when_uncertain text not null default 'hold' check (when_uncertain in ('hold', 'resend')),
  changed_at timestamptz,
  changed_by text,
  check ((host is null) = (port is null))
);
insert into dialogue.mail_setting default values;

-- One row: signs the links that unsubscribe. 244 random bits.
create table dialogue.token_key (
  only_one boolean primary key default true check (only_one),
  key bytea not null
);
insert into dialogue.token_key (key) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- As types of their own, because a table's checks are read anew by every statement that writes to it, and a message is
-- written to four times on its way.
create domain dialogue.channel as text check (value in ('email'));
create domain dialogue.topic as text check (value in ('thanks', 'progress', 'occasions', 'appeals', 'surveys'));
create domain dialogue.language as text check (value in ('ar', 'en'));
create domain dialogue.message_state as text
  check (value in ('queued', 'claimed', 'sending', 'sent', 'held', 'failed', 'uncertain', 'cancelled'));

-- Who carries messages at present, over one connection each. One whose lease has run out loses what it claimed.
create table dialogue.courier (
  name text primary key,
  lease_until timestamptz not null
);

-- The outbox: one row per person and message. unique_key makes a repeated event a no-op.
-- claimed and sending rows belong to the courier claimed_by. sending is committed before the mail's text leaves us and
-- sent right after the server took it, so a crash leaves at most one row a connection in sending.
-- A waiting message has some 400 bytes, a sent one with its text some 1,500. The room left for that on its page, and indexes
-- that know nothing of what changes on the way, let it be claimed and marked as sending without a word to any index.
create table dialogue.message (
  id uuid primary key,
  unique_key text not null unique,
  party_id uuid not null references constituents.party,
  channel dialogue.channel not null,
  topic dialogue.topic not null,
  purpose text not null,
  template text not null,
  language dialogue.language not null,
  context jsonb not null,
  officer_id uuid references access.staff,
  reference text,
  -- what it was asked for together with, such as an import
  batch text,
  state dialogue.message_state not null,
  -- where people find it
  tab text not null generated always as (case when state in ('queued', 'claimed', 'sending') then 'waiting' else state end) stored,
  -- why it is held, waits, failed or was cancelled
  reason text,
  -- who let it pass the frequency cap and the quiet hours
  released_by text,
  -- what made it lawful when it left: consent:<id>, or thanks:<reference>
  basis text,
  not_before timestamptz not null,
  attempts int not null default 0,
  claimed_by text,
  address text,
  subject text,
  body text,
  message_id text,
  smtp_reply text,
  created_at timestamptz not null,
  sending_at timestamptz,
  sent_at timestamptz,
  constraint message_complete check (
    case state
      when 'held' then reason is not null
      when 'claimed' then claimed_by is not null
      when 'sending' then num_nulls(claimed_by, basis, address, sending_at) = 0
      when 'sent' then num_nulls(basis, address, sending_at) = 0
      when 'uncertain' then num_nulls(basis, address, sending_at) = 0
      else true
    end)
) with (fillfactor = 25);
-- always true, so that nobody takes this one to look up what waits for one client
create index message_due on dialogue.message (not_before, id) where tab = 'waiting' and not_before > '-infinity';
create index message_waiting_by_party on dialogue.message (party_id) where tab = 'waiting';
create index message_attention on dialogue.message (tab, id) where tab in ('held', 'failed', 'uncertain', 'cancelled');
create index message_sent on dialogue.message (sent_at, id) where tab = 'sent';
create index message_by_party on dialogue.message (party_id, id);
create index message_by_batch on dialogue.message (batch) where batch is not null;

-- What happened to a message off the straight way from queued to sent.
create table dialogue.message_step (
  id uuid primary key,
  message_id uuid not null references dialogue.message,
  at timestamptz not null,
  step text not null check (step in ('held', 'waits', 'deferred', 'failed', 'uncertain', 'cancelled', 'released', 'requeued', 'arrived', 'readdressed')),
  detail text,
  taken_by text
);
create index message_step_by_message on dialogue.message_step (message_id, id);

-- An address that a receiving server refused for good, in lower case.
create table dialogue.suppressed_address (
  address text collate "C" primary key,
  reason text not null,
  at timestamptz not null
);

create view published.message as
  select id, party_id, channel, topic, purpose, tab, case when state = 'held' then reason end as held_reason, created_at, sent_at
  from dialogue.message;
