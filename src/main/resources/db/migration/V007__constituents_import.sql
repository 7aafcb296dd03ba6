-- An import is a row with a state: any instance can go on with it after another was killed.
create table constituents.import (
  id uuid primary key,
  kind text not null,
  state text not null check (state in
    ('columns', 'staging', 'preview', 'committing', 'done', 'undoing', 'undone', 'discarded', 'broken')),
  file_name text not null,
  file_bytes bigint not null,
  format text not null check (format in ('csv', 'xlsx')),
  -- how a CSV file is read; certain is false while somebody must look at the sample and choose
  encoding text,
  delimiter char(1),
  certain boolean not null default true,
  -- which sheet of a workbook, and what they are called
  sheet int not null default 0,
  sheets text[] not null default '{}',
  -- 0 if the file has none
  header_row int not null,
  headers text[] not null,
  -- some rows, to show what is in each column; gone when the import is finished
  sample jsonb not null default '[]',
  -- for each column the code of its field, '' for one that is left out
  fields text[] not null,
  branch text,
  region char(2) not null,
  language text not null check (language in ('ar', 'en')),
  options jsonb not null default '{}',
  begun_on date not null,
  -- into how many staged rows a row of the file may unfold: a family into its members
  spread int not null default 1 check (spread > 0),
  -- the last row, known when all are staged; how far the work of the present state has come
  last_row int not null default 0,
  done_row int not null default 0,
  undone_row int not null default 0,
  read_bytes bigint not null default 0,
  counts jsonb not null default '{}',
  -- why it is broken: message key and values
  problem text,
  problem_args text[] not null default '{}',
  -- counts up whenever somebody begins to work on it, so that one who was believed dead cannot write any more
  claim int not null default 0,
  -- who asked for the present work
  asked_by text not null,
  created_at timestamptz not null,
  created_by text not null,
  committed_at timestamptz,
  finished_at timestamptz,
  check ((format = 'csv') = (delimiter is not null and encoding is not null))
);
create index import_newest on constituents.import (created_at desc, id desc);

-- The file as it was uploaded, until the import is finished: the data folder of one instance is not another's.
create table constituents.import_file (
  import_id uuid not null references constituents.import on delete cascade deferrable initially deferred,
  part int not null,
  bytes bytea not null,
  primary key (import_id, part)
);
alter table constituents.import_file alter column bytes set storage external;

-- How the columns of a branch's files are read, by name.
create table constituents.import_mapping (
  kind text not null,
  name text not null check (length(name) between 1 and 200),
  headers text[] not null,
  fields text[] not null,
  saved_at timestamptz not null,
  saved_by text,
  primary key (kind, name)
);

-- What a row says of its client, typed, until the import is finished. No foreign keys: written by COPY, read by the million.
create table constituents.import_staged (
  import_id uuid not null,
  row_no int not null,
  kind text not null,
  agency_bearing text,
  display_name text not null,
  name_key text collate "C" not null,
  latin_name text,
  title text,
  given_name text,
  father_name text,
  grandfather_name text,
  family_name text,
  kunya text,
  gender text,
  birth_on date,
  nationality text,
  language text,
  phones text[],
  emails text[],
  identity_kinds text[],
  identity_issuers text[],
  identity_numbers text[],
  -- the number that nobody changes: two clients with different ones are two
  official text,
  country text,
  region text,
  city text,
  district text,
  street text,
  building text,
  postcode text,
  short_code text,
  roles text[],
  -- when each of them began, in their order
  role_starts text[],
  consent_channels text[],
  consent_states text[],
  -- null for all of them; null for the day on which the list is brought in
  consent_topics text[],
  consent_on date,
  consent_evidence text,
  fact_codes text[],
  fact_values text[],
  note text,
  -- of a row that has no phone, e-mail or number: all it says of the client, hashed
  alike uuid
);
create index import_staged_by_row on constituents.import_staged (import_id, row_no);

-- What became, or will become, of each row.
create table constituents.import_row (
  import_id uuid not null,
  row_no int not null,
  outcome text not null check (outcome in ('new', 'joined', 'repeats', 'skipped', 'failed')),
  -- by what it was joined or what is worth knowing; null if there is nothing to say
  reason text,
  -- the client, made or to be made
  party_id uuid,
  -- the earlier row of the file that it repeats or shares a phone with
  of_row int,
  -- the known client it shares a phone with
  other_id uuid,
  -- of a row that failed: [{"column": 2, "key": "…", "args": […]}, …] and its cells as the file has them, ["…", …]
  problems jsonb,
  cells jsonb,
  primary key (import_id, row_no)
);
create index import_row_left_out on constituents.import_row (import_id, outcome, row_no) where outcome in ('failed', 'skipped');

create view published.import_row as
  select import_id, row_no, party_id
  from constituents.import_row
  where outcome in ('new', 'joined', 'repeats');

-- Clients known only by rows that have nothing but a name: the same row again is the same client.
create table constituents.import_alike (
  alike uuid primary key,
  party_id uuid not null references constituents.party,
  import_id uuid not null
);
create index import_alike_by_party on constituents.import_alike (party_id);

-- What an import filled in on clients who were known before, to be emptied again when it is undone, and which mark of their
-- last change it put in place of which.
create table constituents.import_filled (
  import_id uuid not null,
  party_id uuid not null references constituents.party,
  filled jsonb not null,
  changed_before timestamptz not null,
  changed_at timestamptz not null,
  primary key (import_id, party_id)
);
create index import_filled_by_party on constituents.import_filled (party_id);

-- Clients that an undone import made and that stay, each with the reason.
create table constituents.import_kept (
  import_id uuid not null,
  party_id uuid not null references constituents.party,
  reason text not null,
  primary key (import_id, party_id)
);
alter table constituents.note add column import_id uuid;

create index import_kept_by_party on constituents.import_kept (party_id);

-- Staging tables grow from nothing to millions of rows and back, faster than autovacuum looks: the planner must be told.
-- Only an owner may analyse, and the program is not the owner. A sample of some thousand rows tells it all it asks.
create function constituents.analyse_import() returns void language plpgsql security definer
set search_path = '' set default_statistics_target = 20 as $$
begin
  analyze constituents.import_staged;
  analyze constituents.import_row;
end $$;

-- Whether two names with the same phone may be one person's: the same words; one has all words of the other in their order and begins as
-- it does, but for a title or a kunya; or they begin and end alike. Members of one family begin differently: a son's name goes on with his father's.
create function constituents.names_agree(a text, b text) returns boolean language sql immutable parallel safe as $$
  select a = b
    or (a !~ '[%_\\]' and b !~ '[%_\\]'
      and ((split_part(a, ' ', 1) = split_part(b, ' ', 1)
            or case when length(a) > length(b) then a else b end ~ '^(ابو|ام|الشيخ|الدكتور|الدكتوره|المهندس|الاستاذ|الاستاذه|السيد|السيده|شركه|موسسه|جمعيه|د|م|ا|dr|mr|mrs|ms|sheikh|abu|um|umm)( |$)')
          and ('  ' || replace(a, ' ', '  ') || '  ' like '% ' || replace(b, ' ', ' % ') || ' %'
            or '  ' || replace(b, ' ', '  ') || '  ' like '% ' || replace(a, ' ', ' % ') || ' %')
        or (strpos(a, ' ') > 0 and strpos(b, ' ') > 0
          and split_part(a, ' ', 1) = split_part(b, ' ', 1) and split_part(a, ' ', -1) = split_part(b, ' ', -1))))
$$;

-- Whether two names have anything to do with each other: a word in common, or letters that cannot be compared.
create function constituents.names_meet(a text, b text) returns boolean language sql immutable parallel safe as $$
  select string_to_array(a, ' ') && string_to_array(b, ' ') or (a ~ '[a-z]') <> (b ~ '[a-z]')
$$;
