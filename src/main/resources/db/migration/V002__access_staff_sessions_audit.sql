create schema access;

-- One row: the charity itself.
create table access.institution (
  only_one boolean primary key default true check (only_one),
  name_ar text not null,
  name_en text not null,
  licence_number text,
  currency char(3) not null,
  region char(2) not null,
  time_zone text not null,
  public_url text not null,
  mail_from text not null,
  mail_reply_to text
);

-- There is always a charity, so that nothing has to wait for one; its names and address are changed in the settings.
insert into access.institution (name_ar, name_en, currency, region, time_zone, public_url, mail_from)
values ('الجمعية', 'The Charity', 'SAR', 'SA', 'Asia/Riyadh', 'http://localhost:8080', 'silah@localhost.localdomain');

create table access.staff (
  id uuid primary key,
  username text not null,
  name_ar text not null,
  name_en text not null,
  email text,
  password_hash text not null,
  must_change_password boolean not null default false,
  -- grows whenever roles, password or standing change: a session made before is void at its next request
  epoch int not null default 0,
  language text check (language in ('ar', 'en')),
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index staff_username on access.staff (lower(username));

create table access.staff_role (
  staff_id uuid not null references access.staff,
  role text not null check (role in ('administrator', 'registrar', 'donor_relations', 'case_worker', 'director')),
  primary key (staff_id, role)
);

-- Tries to sign in, for the throttle: written before the password is looked at, taken back when it was right.
create table access.failed_sign_in (
  at timestamptz not null,
  username text not null,
  address text not null
);
create index on access.failed_sign_in (username, at);
create index on access.failed_sign_in (address, at);

create table access.api_key (
  id uuid primary key,
  name text not null,
  key_hash bytea not null unique,
  hint text not null,
  scopes text[] not null,
  created_by uuid references access.staff,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- The first answer to a POST, kept so that a retry gets the same answer instead of a second effect.
create table access.idempotency_key (
  api_key_id uuid not null references access.api_key,
  key text not null check (length(key) <= 255),
  request_hash bytea not null,
  status int not null,
  content_type text,
  location text,
  body bytea not null,
  created_at timestamptz not null,
  primary key (api_key_id, key)
);
create index on access.idempotency_key (created_at);

-- Append only. hash = sha256(previous hash + this row); the single row of audit_head is the chain's end.
create table access.audit_entry (
  seq bigint primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'api_key', 'command', 'system', 'public')),
  actor text,
  action text not null,
  subject_kind text,
  subject text,
  detail json not null,
  hash bytea not null
);
create index on access.audit_entry (subject, seq);
create index on access.audit_entry (actor, seq);
create index on access.audit_entry (action, seq);
create index on access.audit_entry (at);

create table access.audit_head (
  only_one boolean primary key default true check (only_one),
  seq bigint not null,
  hash bytea not null
);
insert into access.audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create function access.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is refused: its rows are only ever added', tg_op, tg_table_schema, tg_table_name;
end $$;
create trigger audit_entry_is_append_only before update or delete or truncate on access.audit_entry
  for each statement execute function access.refuse_change();

-- Spring Session's own shape. principal_name is "<staff id>:<epoch>".
create table access.spring_session (
  primary_id text primary key,
  session_id text not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name text
);
create unique index on access.spring_session (session_id);
create index on access.spring_session (expiry_time);
create index on access.spring_session (principal_name text_pattern_ops);

create table access.spring_session_attributes (
  session_primary_id text not null references access.spring_session (primary_id) on delete cascade,
  attribute_name text not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
