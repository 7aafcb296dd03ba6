create schema insight;

-- Who makes up each figure of the dashboard: a figure is the number of its rows here, so that the two cannot disagree.
-- Computed from what others publish and replaced whole, therefore without foreign keys. What each figure is stands in
-- the code beside its query. A household is known by its family's id, a person who lives in none by their own.
create table insight.member (
  figure text not null,
  party_id uuid not null,
  -- in the time that the figure looks at
  gifts bigint not null,
  base_minor bigint not null,
  last_on date not null,
  primary key (figure, party_id)
);
create index member_in_order on insight.member (figure, (-base_minor), party_id);

create table insight.figure (
  code text primary key,
  parties bigint not null,
  base_minor bigint not null
);

-- When the figures were counted last.
create table insight.count_run (
  only_one boolean primary key default true check (only_one),
  as_of date not null,
  counted_at timestamptz not null,
  took_ms bigint not null,
  -- Which computation of the pyramid the count has seen; null when there was none. It is no matter of times: a count that runs
  -- while the pyramid is computed begins after it and yet reads the classes of before.
  ranking bigint
);
