-- Two clients who turned out to be one: the one is kept, what the other had went over to it, and its number leads to the kept one.
create table constituents.merge (
  id uuid primary key,
  kept_id uuid not null references constituents.party,
  gone_id uuid not null references constituents.party,
  -- codes of the facts that were taken from the gone client
  theirs text[] not null,
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  undone_by text,
  check (kept_id <> gone_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index merge_of on constituents.merge (gone_id) where undone_at is null;
create index merge_into on constituents.merge (kept_id, merged_at desc);

-- Per kind of rows what went over (their keys) and what could not stand beside the kept client's own (the rows, whole), so that
-- undoing brings back exactly that and leaves what came after.
create table constituents.merge_row (
  merge_id uuid not null references constituents.merge,
  what text not null,
  moved jsonb not null default '[]',
  taken jsonb not null default '[]',
  primary key (merge_id, what)
);

alter table constituents.party
  add column merged_into uuid references constituents.party,
  add constraint party_merge check (merged_into is null or removed_at is not null and removed_reason = 'merged');
create index party_by_merge on constituents.party (merged_into) where merged_into is not null;

-- Also numbers of files that were merged into another.
create view published.file_number as
  select file_number, coalesce(merged_into, id) as id
  from constituents.party
  where removed_at is null or merged_into is not null;
