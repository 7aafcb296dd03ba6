-- The charity's branches. One is there from the beginning, so that nothing waits for one. A branch is never deleted: closed,
-- it takes no new clients, and those it has stay.
create table access.branch (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name_ar text not null unique check (length(name_ar) between 1 and 100),
  name_en text not null unique check (length(name_en) between 1 and 100),
  created_at timestamptz not null,
  closed_at timestamptz
);
insert into access.branch (id, code, name_ar, name_en, created_at)
values ('01900000-0000-7000-8000-000000000001', 'head', 'المركز الرئيسي', 'Head office', '2026-01-01T00:00:00Z');

-- Whom they see: null for the whole charity, else only clients that one of these branches knows. Whom they add belongs to the home.
alter table access.staff
  add column home_branch_id uuid not null default '01900000-0000-7000-8000-000000000001' references access.branch,
  add column sees uuid[],
  add check (sees is null or home_branch_id = any (sees));
alter table access.api_key
  add column home_branch_id uuid not null default '01900000-0000-7000-8000-000000000001' references access.branch,
  add column sees uuid[],
  add check (sees is null or home_branch_id = any (sees));

-- Which roles may look at which sensitive facts, and write them.
create table access.role_right (
  role text not null check (role in ('administrator', 'registrar', 'donor_relations', 'case_worker', 'director')),
  sensitive text not null check (sensitive in ('health', 'religion', 'parentage', 'protected_address')),
  primary key (role, sensitive)
);
insert into access.role_right (role, sensitive)
values
  ('case_worker', 'health'), ('case_worker', 'religion'), ('case_worker', 'parentage'), ('case_worker', 'protected_address'),
  ('director', 'health'), ('director', 'religion'), ('director', 'parentage');
