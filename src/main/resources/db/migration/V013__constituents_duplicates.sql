-- What of each client is compared with others, folded, and the keys it is found by; made anew after each change of the client.
create table constituents.likeness_record (
  party_id uuid primary key references constituents.party on delete cascade,
  version smallint not null,
  sort text not null check (sort in ('person', 'family', 'body')),
  -- each name as given/middle/family
  names text[] not null,
  birth text,
  phones text[] not null,
  emails text[] not null,
  identities text[] not null,
  address text[] not null,
  gender text,
  keys bigint[] not null
);

-- No foreign key: written by the million; a record says which keys to remove with it.
create table constituents.likeness_key (
  key bigint not null,
  party_id uuid not null,
  primary key (key, party_id)
);

-- How far the changes of clients have been followed.
create table constituents.likeness_follower (
  only_one boolean primary key default true check (only_one),
  updated_at timestamptz not null,
  party_id uuid not null,
  -- by which version of Keys; records of an earlier one are made anew, from the beginning
  version smallint not null default 0,
  -- so many clients changed at once that the whole base is to be searched
  search_due boolean not null default false,
  -- how many clients there were when their words were last counted
  counted int not null default 0
);
insert into constituents.likeness_follower (updated_at, party_id) values ('epoch', '00000000-0000-0000-0000-000000000000');

-- How many clients have a word as a given name, in the middle, as a family name or in their address.
create table constituents.likeness_word (
  evidence text not null check (evidence in ('given', 'middle', 'family', 'address')),
  word text collate "C" not null,
  bearers int not null,
  primary key (word, evidence)
);

-- What agreements weigh in this base; the newest row holds.
create table constituents.likeness_weights (
  id uuid primary key,
  learnt_at timestamptz not null,
  clients bigint not null,
  matched jsonb not null,
  random jsonb not null,
  one_client double precision not null,
  one_household double precision not null
);

-- A search of the whole base, part after part; any instance can go on with it.
create table constituents.duplicate_search (
  id uuid primary key,
  state text not null check (state in ('learning', 'searching', 'done')),
  done int not null default 0,
  parts int not null,
  clients bigint not null,
  begun_at timestamptz not null,
  begun_by text not null,
  finished_at timestamptz
);
create unique index duplicate_search_underway on constituents.duplicate_search ((true)) where state <> 'done';
create index duplicate_search_newest on constituents.duplicate_search (begun_at desc);

-- Two clients who are likely one.
create table constituents.duplicate_pair (
  a uuid not null references constituents.party on delete cascade,
  b uuid not null references constituents.party on delete cascade,
  band text not null check (band in ('certain', 'review')),
  chance real not null,
  bits real not null,
  -- [{"of": "given", "level": "same", "bits": 9.1}, …]; the values are read from the clients
  seen jsonb not null,
  found_at timestamptz not null,
  primary key (a, b),
  check (a < b)
);
create index duplicate_pair_likeliest on constituents.duplicate_pair ((-bits), a, b);
create index duplicate_pair_by_b on constituents.duplicate_pair (b);

-- What a person decided, for ever: these two are different.
create table constituents.duplicate_decision (
  a uuid not null references constituents.party on delete cascade,
  b uuid not null references constituents.party on delete cascade,
  reason text not null,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (a, b),
  check (a < b)
);
create index duplicate_decision_by_b on constituents.duplicate_decision (b);

-- What the charity changed of the dictionary of given names that Silah comes with; no spellings: taken out.
create table constituents.name_spelling (
  key text primary key,
  spellings text[] not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Only an owner may analyse, and the program is not the owner; these tables grow by a million rows between two looks of autovacuum.
create function constituents.analyse_likeness() returns void language plpgsql security definer
set search_path = '' set default_statistics_target = 20 as $$
begin
  analyze constituents.likeness_record;
  analyze constituents.likeness_key;
end $$;
