create schema segments;

-- The charity's choice: what value means, over which time, and where the classes are cut.
create table segments.pyramid_choice (
  only_one boolean primary key default true check (only_one),
  measure text not null,
  period text not null check (period in ('all', 'last_12_months', 'gregorian_year', 'hijri_year')),
  -- cumulative share of donors at each cut, in hundredths of a percent, top first
  cuts int[] not null check (array_length(cuts, 1) = 5 and cuts[1] > 0 and cuts[1] < cuts[2] and cuts[2] < cuts[3] and cuts[3] < cuts[4]
    and cuts[4] < cuts[5] and cuts[5] = 10000),
  chosen_at timestamptz not null,
  chosen_by text
);
insert into segments.pyramid_choice (measure, period, cuts, chosen_at) values ('sum', 'all', '{100,500,2000,9000,10000}', now());

-- One row for each transaction that changed a donor's value since the pyramid was last computed. Only ever added to by
-- those, so that no gift waits for another; the computation takes them away.
create table segments.stale_mark (
  id bigint generated always as identity primary key
);

-- The last computation of each day.
create table segments.pyramid_run (
  id uuid primary key,
  measure text not null,
  period text not null,
  cuts int[] not null,
  cause text not null check (cause in ('gifts', 'day', 'choice', 'asked')),
  as_of date not null unique,
  ran_at timestamptz not null,
  took_ms bigint not null,
  donors bigint not null,
  total numeric(30) not null,
  -- what the first fifth of the donors brings, of 1
  top_fifth_share numeric(7, 6) not null,
  -- per class, top first: donors, value, lowest value
  classes jsonb not null,
  -- the Pareto curve: up to 100 pairs of cumulative shares, of donors and of value
  curve jsonb not null
);
create index on segments.pyramid_run (ran_at desc);

-- rank shifts for many whenever one rises, so it stands in no index and the page has room for its new version.
create table segments.donor_class (
  party_id uuid primary key references constituents.party,
  class text not null check (class in ('top', 'major', 'middle', 'small', 'least')),
  rank bigint not null check (rank > 0),
  value bigint not null,
  since timestamptz not null,
  moved_from text
) with (fillfactor = 60);
create index donor_class_by_value on segments.donor_class (class, (-value), party_id);

-- A move between classes is a fact. from_class is null when a donor is classed for the first time, to_class when the
-- last gift was reversed.
create table segments.class_move (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  from_class text,
  to_class text,
  at timestamptz not null,
  cause text not null check (cause in ('gifts', 'day', 'choice', 'asked')),
  check (from_class is distinct from to_class)
);
create index class_move_by_party on segments.class_move (party_id, at desc);

create view published.donor_class as
  select party_id, class, rank, value, since from segments.donor_class;
