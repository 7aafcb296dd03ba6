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

-- One row for each transaction that changed what a donor is worth since the pyramid was last computed. Such a
-- transaction only adds one, so that no gift waits for another; the computation takes them away.
create table segments.stale_mark (
  id bigint generated always as identity primary key
);

-- The last computation of each day.
create table segments.pyramid_run (
  as_of date primary key,
  -- which came after which, also when the machine's clock was set back
  run bigint generated always as identity unique,
  measure text not null,
  period text not null,
  cuts int[] not null,
  cause text not null check (cause in ('gifts', 'day', 'choice', 'asked')),
  ran_at timestamptz not null,
  took_ms bigint not null,
  donors bigint not null,
  total bigint not null,
  -- what the first fifth of the donors brings together
  top_fifth bigint not null,
  -- the Pareto curve, up to 100 points: so many donors from the top bring so much
  curve_donors bigint[] not null,
  curve_value bigint[] not null,
  check (cardinality(curve_donors) = cardinality(curve_value))
);

create table segments.class_figure (
  as_of date not null references segments.pyramid_run on delete cascade,
  class text not null check (class in ('top', 'major', 'middle', 'small', 'least')),
  donors bigint not null,
  value bigint not null,
  -- null when nobody is in the class
  lowest bigint,
  primary key (as_of, class),
  check ((donors = 0) = (lowest is null))
);

-- A donor's rank is not kept: it shifts for half the base whenever one donor rises. It is counted from the nearest rank_mark.
create table segments.donor_class (
  party_id uuid primary key references constituents.party,
  class text not null check (class in ('top', 'major', 'middle', 'small', 'least')),
  value bigint not null,
  since timestamptz not null,
  -- null for the class that the donor was first put in
  moved_from text check (moved_from in ('top', 'major', 'middle', 'small', 'least'))
) with (fillfactor = 80);
create index donor_class_in_order on segments.donor_class (class, (-value), party_id);

-- Every thousandth donor from the top, and the first of each class.
create table segments.rank_mark (
  rank bigint primary key,
  class text not null,
  value bigint not null,
  party_id uuid not null
);

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
  select party_id, class, value, since from segments.donor_class;
