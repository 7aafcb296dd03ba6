create extension if not exists btree_gist;

-- What happened to a family, as one thing that can be undone as one. The rows that it began and ended name it.
create table constituents.family_deed (
  id uuid primary key,
  kind text not null check (kind in ('joining', 'birth', 'marriage', 'death', 'departure', 'headship')),
  happened_on date,
  -- the files it opened: a child's, a bride's, a new family's
  opened uuid[] not null,
  recorded_at timestamptz not null,
  recorded_by text
);

-- Whoever has died is written to no more.
alter table constituents.party
  add column deceased boolean not null default false,
  add column died_on date check (died_on between '1800-01-01' and '9999-12-31'),
  add column died_by uuid references constituents.family_deed,
  add constraint party_death check (deceased = (died_by is not null) and (kind = 'person' and deceased or not deceased and died_on is null));

-- Somebody's time in a family in one position of it. Who comes back, or becomes its head, has another.
alter table constituents.family_member
  drop constraint family_member_pkey,
  add column id uuid primary key default gen_random_uuid(),
  add column began text not null default 'known' check (began in ('known', 'birth', 'marriage', 'joined', 'position')),
  add column ended text check (ended in ('death', 'marriage', 'divorce', 'left', 'other', 'position')),
  add column shares_address boolean not null default true,
  add column source text not null default 'staff',
  add column recorded_at timestamptz not null default now(),
  add column recorded_by text,
  add column end_recorded_at timestamptz,
  add column end_recorded_by text,
  add column begun_by uuid references constituents.family_deed,
  add column ended_by uuid references constituents.family_deed;
insert into constituents.family_deed (id, kind, happened_on, opened, recorded_at)
select id, 'joining', since, '{}', recorded_at from constituents.family_member;
update constituents.family_member
set begun_by = id, ended = case when until is not null then 'other' end, end_recorded_at = case when until is not null then recorded_at end;
alter table constituents.family_member
  alter column id drop default,
  alter column began drop default,
  alter column source drop default,
  alter column recorded_at drop default,
  alter column begun_by set not null,
  add check (since between '1800-01-01' and '9999-12-31'),
  add check (until between '1800-01-01' and '9999-12-31'),
  add check (until >= since),
  add check ((until is null) = (ended is null)),
  add check ((until is null) = (end_recorded_at is null)),
  -- deferred, because a deed is judged when all of it is done
  add constraint family_member_once exclude using gist (family_id with =, member_id with =, daterange(since, until) with &&)
    deferrable initially deferred,
  add constraint family_head_once exclude using gist (family_id with =, daterange(since, until) with &&) where (position = 'head')
    deferrable initially deferred;
create index family_member_by_family on constituents.family_member (family_id);
create index family_member_by_beginning on constituents.family_member (begun_by);
create index family_member_by_end on constituents.family_member (ended_by) where ended_by is not null;

-- How a family is spoken of where that is not simply its name. The name follows the members for as long as it is the one that was proposed.
create table constituents.household (
  family_id uuid primary key references constituents.party,
  proposed_name text,
  salutation text
);

-- What one client is to another: one row, read from both ends. from_id is the father of, the guardian of, the employer of to_id.
create table constituents.tie (
  id uuid primary key,
  kind text not null check (kind in ('kin', 'guardian', 'employer', 'referrer', 'decision_maker', 'contact', 'partner')),
  -- of kin: which; of a guardian: by law (wali) or by will (wasi)
  what text check (what in ('parent', 'grandparent', 'sibling', 'uncle_paternal', 'uncle_maternal', 'cousin_amm', 'cousin_khal', 'cousin_khala',
    'spouse', 'parent_in_law', 'step_parent', 'milk_sibling', 'relative', 'wali', 'wasi')),
  from_id uuid not null references constituents.party,
  to_id uuid not null references constituents.party,
  since date check (since between '1800-01-01' and '9999-12-31'),
  until date check (until between '1800-01-01' and '9999-12-31'),
  ended text check (ended in ('over', 'death', 'mistake')),
  post text,
  influence text check (influence in ('high', 'medium', 'low')),
  decision_style text check (decision_style in ('quick', 'careful', 'figures', 'people', 'consults')),
  sways text,
  reach text,
  note text,
  source text not null,
  recorded_at timestamptz not null,
  recorded_by text,
  end_recorded_at timestamptz,
  end_recorded_by text,
  begun_by uuid references constituents.family_deed,
  ended_by uuid references constituents.family_deed,
  check (from_id <> to_id),
  check (until >= since),
  check ((until is null) = (ended is null)),
  check ((until is null) = (end_recorded_at is null)),
  check ((kind in ('kin', 'guardian')) = (what is not null)),
  check (kind <> 'guardian' or what in ('wali', 'wasi')),
  check (kind <> 'kin' or what not in ('wali', 'wasi'))
);
-- either way round: whoever is somebody's father is not their son
create unique index tie_present on constituents.tie (kind, coalesce(what, ''), least(from_id, to_id), greatest(from_id, to_id)) where ended is null;
create index tie_by_from on constituents.tie (from_id);
create index tie_by_to on constituents.tie (to_id);
create index tie_by_beginning on constituents.tie (begun_by) where begun_by is not null;
create index tie_by_end on constituents.tie (ended_by) where ended_by is not null;

-- Those who decide at an organisation are ties now; what was written of them freely stays as a note.
with former as (
  update constituents.fact
  set superseded_at = now()
  where code in ('decision_makers', 'decision_drivers') and superseded_at is null
  returning party_id, value, recorded_by)
insert into constituents.note (id, party_id, text, at, written_by)
select gen_random_uuid(), party_id, value, now(), recorded_by from former;

create view published.household as
  select family_id, salutation
  from constituents.household
  where salutation is not null;

-- Whoever died belongs to the household they left, for what they gave was given by it.
create or replace view published.client as
  select p.id, p.kind, p.display_name, p.file_number, p.language, p.officer_id, p.created_at,
    coalesce((select m.family_id from constituents.family_member m
      where m.member_id = p.id and (m.ended is null or m.ended = 'death')
      order by m.until nulls first, m.position not in ('head', 'spouse'), m.family_id limit 1), p.id) as household_id
  from constituents.party p
  where p.removed_at is null;
