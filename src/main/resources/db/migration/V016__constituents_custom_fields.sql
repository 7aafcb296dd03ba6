-- What the charity itself decided to know of its clients beside the facts that come with the program. code stays, whatever the words become.
create table constituents.custom_field (
  id uuid primary key,
  code text collate "C" not null unique check (code ~ '^[a-z][a-z0-9_]{0,37}$'),
  label_ar text not null check (length(label_ar) between 1 and 100),
  label_en text not null check (length(label_en) between 1 and 100),
  help_ar text check (length(help_ar) between 1 and 500),
  help_en text check (length(help_en) between 1 and 500),
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['person', 'family', 'organisation', 'agency', 'other']),
  type text not null check (type in ('text', 'long', 'number', 'money', 'date', 'choice', 'choices', 'flag', 'file', 'client')),
  profile_group text not null check (profile_group in (
    'identity', 'class', 'personal', 'before_dealing', 'dealing', 'after_dealing', 'expected', 'dues', 'attitudes')),
  place int not null,
  need text not null default 'never' check (need in ('never', 'always', 'role', 'value')),
  need_role text check (need_role in ('beneficiary', 'donor', 'volunteer', 'supporter', 'supervisor', 'partner', 'employee')),
  need_field uuid references constituents.custom_field,
  -- the option that the other field must have; null where the other is a yes or no, and the yes is meant
  need_option uuid,
  -- roles of the staff; empty: everyone who may open the client
  viewers text[] not null default '{}'
    check (viewers <@ array['administrator', 'registrar', 'donor_relations', 'case_worker', 'director']),
  searchable boolean not null default false check (not searchable or type in ('text', 'number', 'choice', 'choices')),
  -- asked for no more; values that are there stay
  retired boolean not null default false,
  longest int check (longest between 1 and 4000),
  decimals int check (decimals between 0 and 6),
  least numeric,
  greatest numeric check (greatest >= least),
  -- of every amount; null where each names its own
  currency char(3),
  unique (id, type),
  check ((need = 'role') = (need_role is not null)),
  check ((need = 'value') = (need_field is not null)),
  check (need_option is null or need = 'value'),
  check (need_field <> id)
);

create table constituents.custom_option (
  id uuid primary key,
  field_id uuid not null references constituents.custom_field on delete cascade,
  code text collate "C" not null check (code ~ '^[a-z0-9][a-z0-9_]{0,39}$'),
  label_ar text not null check (length(label_ar) between 1 and 100),
  label_en text not null check (length(label_en) between 1 and 100),
  place int not null,
  retired boolean not null default false,
  unique (field_id, code),
  unique (field_id, id)
);
alter table constituents.custom_field add foreign key (need_field, need_option) references constituents.custom_option (field_id, id);

-- The row without an end is the present value; of several choices there is a row each.
create table constituents.custom_value (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  field_id uuid not null,
  type text not null,
  text_value text check (length(text_value) between 1 and 4000),
  -- a line, folded over its spellings: what a search compares
  search_key text collate "C" check (length(search_key) <= 300),
  number_value numeric(24, 6),
  minor_value bigint,
  currency char(3),
  day_value date check (day_value between '1800-01-01' and '2200-12-31'),
  option_id uuid,
  flag_value boolean,
  document_id uuid references constituents.document,
  client_id uuid references constituents.party,
  -- as its field is, so that the indexes below hold rows of such fields only; moved in blocks when the field changes
  searchable boolean not null,
  source text not null,
  as_of date not null,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by text,
  superseded_at timestamptz,
  foreign key (field_id, type) references constituents.custom_field (id, type),
  foreign key (field_id, option_id) references constituents.custom_option (field_id, id),
  check (num_nonnulls(text_value, number_value, minor_value, day_value, option_id, flag_value, document_id, client_id) = 1),
  check (case type
    when 'text' then text_value is not null and search_key is not null
    when 'long' then text_value is not null
    when 'number' then number_value is not null
    when 'money' then minor_value is not null
    when 'date' then day_value is not null
    when 'choice' then option_id is not null
    when 'choices' then option_id is not null
    when 'flag' then flag_value is not null
    when 'file' then document_id is not null
    when 'client' then client_id is not null
    else false end),
  check ((currency is not null) = (minor_value is not null)),
  check (search_key is null or type = 'text')
);
create unique index custom_value_present on constituents.custom_value (party_id, field_id) where superseded_at is null and type <> 'choices';
create unique index custom_value_chosen on constituents.custom_value (party_id, field_id, option_id) where superseded_at is null and type = 'choices';
create index custom_value_by_party on constituents.custom_value (party_id, recorded_at desc);
create index custom_value_by_field on constituents.custom_value (field_id, searchable);
create index custom_value_by_client on constituents.custom_value (client_id) where client_id is not null;
create index custom_value_by_document on constituents.custom_value (document_id) where document_id is not null;
create index custom_value_by_text on constituents.custom_value (field_id, search_key) where searchable and superseded_at is null and search_key is not null;
create index custom_value_by_number on constituents.custom_value (field_id, number_value) where searchable and superseded_at is null and number_value is not null;
create index custom_value_by_option on constituents.custom_value (field_id, option_id) where searchable and superseded_at is null and option_id is not null;
