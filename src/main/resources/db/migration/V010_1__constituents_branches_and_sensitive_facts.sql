-- A client belongs to one branch and may be known to others. seen_by is both together, so that a list cuts what its reader does not
-- see by a look at the row itself; it is written wherever home or party_branch is.
alter table constituents.party
  add column home_branch_id uuid not null default '01900000-0000-7000-8000-000000000001' references access.branch,
  add column seen_by uuid[] not null default array['01900000-0000-7000-8000-000000000001'::uuid],
  add check (home_branch_id = any (seen_by));
-- for the lists of a branch that has few of the charity's clients; those of a large one go by name
create index party_by_branch on constituents.party using gin (seen_by);

-- The other branches that a client is known to, since when and why; the row without an end is the present.
create table constituents.party_branch (
  party_id uuid not null references constituents.party,
  branch_id uuid not null references access.branch,
  since date not null,
  until date,
  reason text not null check (length(reason) between 1 and 500),
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (party_id, branch_id),
  check (until is null or until >= since)
);

-- Whose list an import is. It was free text; the numbers that branches give are issued by the branch's code.
alter table constituents.import
  drop column branch,
  add column branch_id uuid not null default '01900000-0000-7000-8000-000000000001' references access.branch;
alter table constituents.import alter column branch_id drop default;

-- Where somebody lives who must not be found: shown to nobody without the right, and then only on a look that is written down.
alter table constituents.address add column protected boolean not null default false;
