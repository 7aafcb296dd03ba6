create schema constituents;
create schema published;
create extension if not exists pg_trgm;

create sequence constituents.file_number start 100001;

create table constituents.party (
  id uuid primary key,
  file_number bigint not null unique default nextval('constituents.file_number'),
  kind text not null check (kind in ('person', 'family', 'organisation', 'agency', 'other')),
  agency_bearing text check (agency_bearing in ('supporting', 'supervising')),
  display_name text not null check (length(display_name) between 1 and 500),
  -- the folded words of the display name in order: equal keys mean "the same name"
  name_key text collate "C" not null,
  latin_name text,
  title text,
  given_name text,
  father_name text,
  grandfather_name text,
  family_name text,
  kunya text,
  gender text check (gender in ('male', 'female')),
  -- the same bound as constituents.Days; 'infinity' would not be a day either
  birth_on date check (birth_on between '1800-01-01' and '9999-12-31'),
  nationality char(2),
  language text not null default 'ar' check (language in ('ar', 'en')),
  officer_id uuid references access.staff,
  source text not null,
  import_id uuid,
  created_at timestamptz not null,
  created_by text,
  updated_at timestamptz not null,
  removed_at timestamptz,
  removed_reason text,
  check ((kind = 'agency') = (agency_bearing is not null)),
  check ((removed_at is null) = (removed_reason is null))
);
create index party_by_name on constituents.party (name_key, id);
create index party_by_kind on constituents.party (kind, name_key, id);
create index party_by_change on constituents.party (updated_at, id);
create index party_by_officer on constituents.party (officer_id) where officer_id is not null;

-- A role a client holds for a time. The one open row per role is the present.
create table constituents.party_role (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  role text not null check (role in ('beneficiary', 'donor', 'volunteer', 'supporter', 'supervisor', 'partner', 'employee')),
  started_on date not null check (started_on between '1800-01-01' and '9999-12-31'),
  ended_on date check (ended_on <= '9999-12-31'),
  end_reason text,
  source text not null,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by text,
  end_recorded_at timestamptz,
  end_recorded_by text,
  check (ended_on is null or ended_on >= started_on),
  check ((ended_on is null) = (end_reason is null))
);
create unique index party_role_present on constituents.party_role (party_id, role) where ended_on is null;
create index party_role_by_party on constituents.party_role (party_id);
create index party_role_by_role on constituents.party_role (role, party_id) where ended_on is null;

create table constituents.phone (
  party_id uuid not null references constituents.party,
  e164 text collate "C" not null,
  label text,
  source text not null,
  as_of date not null,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (e164, party_id)
);
-- a client's phones as they are shown, and the first of them without sorting
create index phone_newest on constituents.phone (party_id, as_of desc, recorded_at desc, e164);

create table constituents.email (
  party_id uuid not null references constituents.party,
  address text collate "C" not null,
  label text,
  source text not null,
  as_of date not null,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (party_id, address)
);
create index email_by_address on constituents.email (lower(address) collate "C");
create index email_newest on constituents.email (party_id, as_of desc, recorded_at desc, address);

-- A number somebody else gave the client. issuer: the country of a national identity, the branch of a branch's file number.
create table constituents.identity (
  kind text not null check (kind in ('national_id', 'residence', 'passport', 'commercial_register', 'licence', 'branch_file')),
  issuer text not null,
  number text collate "C" not null,
  party_id uuid not null references constituents.party,
  source text not null,
  as_of date not null,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (number, kind, issuer)
);
create index identity_by_party on constituents.identity (party_id);

create table constituents.address (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  country char(2),
  region text,
  city text,
  district text,
  street text,
  building text,
  postcode text,
  short_code text,
  source text not null,
  as_of date not null,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by text
);
create index address_by_party on constituents.address (party_id);

-- What a client answered, when, and how we know. The newest row per channel and topic holds.
create table constituents.consent (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  channel text not null check (channel in ('letter', 'email', 'call', 'fax', 'sms', 'whatsapp', 'push', 'visit')),
  topic text not null check (topic in ('thanks', 'progress', 'occasions', 'appeals', 'surveys')),
  state text not null check (state in ('granted', 'refused')),
  evidence text not null,
  source text not null,
  import_id uuid,
  at timestamptz not null,
  recorded_by text
);
create index consent_newest on constituents.consent (party_id, channel, topic, at desc, id desc);
create index consent_by_party on constituents.consent (party_id, at desc, id desc);

-- Personal facts of the nine groups that no other module owns. The row without an end is the present one.
create table constituents.fact (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  code text not null,
  value text not null,
  source text not null,
  as_of date not null,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by text,
  superseded_at timestamptz
);
create unique index fact_present on constituents.fact (party_id, code) where superseded_at is null;
create index fact_by_party on constituents.fact (party_id, recorded_at desc);

create table constituents.note (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  text text not null,
  at timestamptz not null,
  written_by text
);
create index note_by_party on constituents.note (party_id, at desc);

create table constituents.family_member (
  family_id uuid not null references constituents.party,
  member_id uuid not null references constituents.party,
  position text not null check (position in ('head', 'spouse', 'child', 'dependant')),
  since date,
  until date,
  primary key (family_id, member_id)
);
create index family_member_by_member on constituents.family_member (member_id);

-- Search: each name once per word, turned so that the word stands first ("محمد القحطاني احمد").
-- The key is the whole table; a prefix of any word is a range of it.
create table constituents.name_rotation (
  key text collate "C" not null,
  party_id uuid not null,
  primary key (key, party_id)
);

-- The words that names are made of; skeleton joins Arabic and Latin spellings; bearers is counted every night and after each list that made clients.
create table constituents.name_word (
  word text collate "C" primary key,
  skeleton text collate "C" not null,
  bearers bigint not null default 0
);
create index name_word_by_skeleton on constituents.name_word (skeleton, bearers desc);

create view published.client as
  select p.id, p.kind, p.display_name, p.file_number, p.language, p.officer_id, p.created_at,
    coalesce((select m.family_id from constituents.family_member m
      where m.member_id = p.id and m.until is null order by m.family_id limit 1), p.id) as household_id
  from constituents.party p
  where p.removed_at is null;

-- For the gate of dialogue: where a client is written to (the address told to us most lately), and the newest answer
-- per channel and topic.
create view published.email as
  select distinct on (party_id) party_id, address
  from constituents.email
  order by party_id, as_of desc, recorded_at desc, address;

create view published.consent as
  select distinct on (party_id, channel, topic) party_id, channel, topic, id, state, at
  from constituents.consent
  order by party_id, channel, topic, at desc, id desc;
