create schema giving;

-- How much one major unit of a currency is worth in the charity's own, from a day on.
create table giving.exchange_rate (
  currency char(3) not null,
  from_day date not null,
  rate numeric(18, 8) not null check (rate > 0),
  source text not null,
  primary key (currency, from_day)
);

create table giving.gift (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  -- in the charity's own currency, at the rate of the day: what sums and classes use
  base_minor bigint not null check (base_minor >= 0),
  given_on date not null,
  purpose text not null check (purpose in ('zakat', 'sadaqah', 'kafala', 'waqf', 'general', 'project')),
  designation text,
  channel text not null check (channel in ('cash', 'transfer', 'card', 'cheque', 'sms', 'standing_order', 'online', 'in_person', 'other')),
  recorded_at timestamptz not null,
  recorded_by text,
  import_id uuid
);
create index gift_by_party on giving.gift (party_id, given_on desc);
create index gift_by_day on giving.gift (given_on desc, id desc);

-- A gift is never edited or deleted: a reversal stands beside it.
create table giving.gift_reversal (
  gift_id uuid primary key references giving.gift,
  reason text not null check (length(reason) > 0),
  reversed_at timestamptz not null,
  reversed_by text
);

create trigger gift_is_never_changed before update or delete or truncate on giving.gift
  for each statement execute function access.refuse_change();
create trigger gift_reversal_is_never_changed before update or delete or truncate on giving.gift_reversal
  for each statement execute function access.refuse_change();

-- Kept in the transaction of every gift and reversal; recomputable from giving.gift.
create table giving.donor_summary (
  party_id uuid primary key references constituents.party,
  gifts int not null,
  base_minor bigint not null,
  largest_minor bigint not null,
  first_on date not null,
  last_on date not null
);
create index donor_summary_by_last on giving.donor_summary (last_on);

create table giving.donor_year (
  party_id uuid not null references constituents.party,
  calendar char(1) not null check (calendar in ('g', 'h')),
  year smallint not null,
  gifts int not null,
  base_minor bigint not null,
  primary key (party_id, calendar, year)
);

-- What came in on a day. slot spreads writers, so that two gifts of one day do not wait for each other.
create table giving.day_total (
  given_on date not null,
  slot smallint not null,
  gifts bigint not null,
  base_minor bigint not null,
  primary key (given_on, slot)
);

create view published.gift as
  select g.id, g.party_id, g.amount_minor, g.currency, g.base_minor, g.given_on, g.purpose, g.designation, g.channel, g.recorded_at
  from giving.gift g
  where not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id);

create view published.donor as
  select party_id, gifts, base_minor, largest_minor, first_on, last_on from giving.donor_summary where gifts > 0;

create view published.donor_year as
  select party_id, calendar, year, gifts, base_minor from giving.donor_year where gifts > 0;

create view published.day_total as
  select given_on, sum(gifts)::bigint as gifts, sum(base_minor)::bigint as base_minor from giving.day_total group by given_on;
