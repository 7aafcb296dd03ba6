create schema segments;

-- The charity's choice: what value means, over which time, and where the classes are cut.
create table segments.pyramid_choice (
  only_one boolean primary key default true check (only_one),
  measure text not null,
  period text not null,
  -- cumulative share of donors at each cut, in hundredths of a percent, top first
  cuts int[] not null check (array_length(cuts, 1) = 5 and cuts[5] = 10000),
  chosen_at timestamptz not null,
  chosen_by text
);
insert into segments.pyramid_choice (measure, period, cuts, chosen_at) values ('sum', 'all', '{100,500,2000,9000,10000}', now());

create table segments.pyramid_run (
  id uuid primary key,
  measure text not null,
  period text not null,
  as_of date not null,
  ran_at timestamptz not null,
  donors bigint not null,
  total bigint not null,
  top_fifth_share numeric(7, 6) not null,
  -- per class: donors, value, lowest value
  classes jsonb not null,
  -- the Pareto curve: pairs of cumulative share of donors and of value
  curve jsonb not null
);
create index on segments.pyramid_run (ran_at desc);

create table segments.donor_class (
  party_id uuid primary key references constituents.party,
  class text not null check (class in ('top', 'major', 'middle', 'small', 'least')),
  rank bigint not null,
  value bigint not null,
  since timestamptz not null
);
create index donor_class_by_rank on segments.donor_class (rank);
create index donor_class_by_class on segments.donor_class (class, rank);

-- A move between classes is a fact. from_class is null when a donor is classed for the first time.
create table segments.class_move (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  from_class text,
  to_class text,
  at timestamptz not null,
  run_id uuid not null references segments.pyramid_run
);
create index class_move_by_party on segments.class_move (party_id, at desc);

create view published.donor_class as
  select party_id, class, rank, value, since from segments.donor_class;
