create schema giving;

-- How much one major unit of a currency is worth in base, from a day on. Gifts keep what they were worth when they were recorded.
create table giving.exchange_rate (
  base char(3) not null,
  currency char(3) not null check (currency <> base),
  from_day date not null,
  rate numeric(18, 8) not null check (rate > 0),
  source text not null check (source in ('peg', 'approximate', 'entered')),
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (base, currency, from_day)
);

-- For a charity that counts in riyals. Pegs follow the currencies' official rates to the dollar (3.75 riyals; 3.6725 dirhams,
-- 3.64 Qatari riyals, 0.3845 Omani riyals, 0.376 dinars of Bahrain), each from the day it was fixed.
insert into giving.exchange_rate (base, currency, from_day, rate, source, recorded_at) values
  ('SAR', 'USD', '1986-06-01', 3.75, 'peg', now()),
  ('SAR', 'AED', '1997-11-01', 3.75 / 3.6725, 'peg', now()),
  ('SAR', 'QAR', '1986-06-01', 3.75 / 3.64, 'peg', now()),
  ('SAR', 'OMR', '1986-06-01', 3.75 / 0.3845, 'peg', now()),
  ('SAR', 'BHD', '1986-06-01', 3.75 / 0.376, 'peg', now()),
  ('SAR', 'KWD', '2007-05-20', 12.2, 'approximate', now()),
  ('SAR', 'JOD', '1995-10-23', 5.289, 'approximate', now()),
  ('SAR', 'EGP', '2024-03-06', 0.077, 'approximate', now()),
  ('SAR', 'EUR', '2023-01-01', 4.15, 'approximate', now()),
  ('SAR', 'GBP', '2023-01-01', 4.85, 'approximate', now());

create table giving.gift (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  -- in the charity's own currency, at the rate of the day: what sums and classes use
  base_minor bigint not null check (base_minor >= 0),
  given_on date not null,
  -- year of given_on in the Umm al-Qura calendar
  hijri_year smallint not null,
  purpose text not null check (purpose in ('zakat', 'sadaqah', 'kafala', 'waqf', 'general', 'project')),
  designation text check (length(designation) between 1 and 200),
  channel text not null check (channel in ('cash', 'transfer', 'card', 'cheque', 'sms', 'standing_order', 'online', 'in_person', 'other')),
  recorded_at timestamptz not null,
  recorded_by text,
  -- the import and the row of its file that it came with
  import_id uuid,
  import_row int,
  check ((import_id is null) = (import_row is null))
);
create index gift_by_party on giving.gift (party_id, given_on desc, id desc);
create index gift_by_day on giving.gift (given_on desc, id desc);
create index gift_by_import on giving.gift (import_id, import_row) where import_id is not null;

-- A gift is never edited or deleted: a reversal stands beside it.
create table giving.gift_reversal (
  gift_id uuid primary key references giving.gift,
  reason text not null check (length(reason) between 1 and 500),
  reversed_at timestamptz not null,
  reversed_by text
);

create trigger gift_is_never_changed before update or delete or truncate on giving.gift
  for each statement execute function access.refuse_change();
create trigger gift_reversal_is_never_changed before update or delete or truncate on giving.gift_reversal
  for each statement execute function access.refuse_change();

-- Kept in the transaction of every gift and reversal; recomputable from giving.gift. Whoever has no gift that counts has no row.
create table giving.donor_summary (
  party_id uuid primary key references constituents.party,
  gifts int not null check (gifts > 0),
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
  gifts int not null check (gifts > 0),
  base_minor bigint not null,
  primary key (party_id, calendar, year)
);

-- What came in on a day. slot spreads writers, so that two gifts of one day do not wait for each other; a slot alone means
-- nothing and may be below zero, their sum is the day's.
create table giving.day_total (
  given_on date not null,
  slot smallint not null,
  gifts bigint not null,
  base_minor bigint not null,
  primary key (given_on, slot)
);

-- What a row of a list says of its gift, typed, until the import is finished. Written by COPY, so without foreign keys.
create table giving.staged_gift (
  import_id uuid not null,
  row_no int not null,
  amount_minor bigint not null,
  currency text not null,
  base_minor bigint not null,
  given_on date not null,
  hijri_year int not null,
  purpose text not null,
  designation text,
  channel text not null
);
create index staged_gift_by_row on giving.staged_gift (import_id, row_no);

create view published.gift as
  select g.id, g.party_id, g.amount_minor, g.currency, g.base_minor, g.given_on, g.hijri_year, g.purpose, g.designation, g.channel,
    g.recorded_at, g.import_id, g.import_row
  from giving.gift g
  where not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id);

-- Rows of a list that are recorded already: of those alike in giver, day, amount, purpose and designation, as many as there are
-- such gifts that count, so that two equal gifts in one list stay two. A function, because lists come faster than autovacuum looks:
-- only an owner may have the staged rows analysed, and without a figure the planner takes a million rows for one.
create function giving.recorded_before(list uuid) returns table (row_no int)
language plpgsql security definer set search_path = '' set enable_nestloop = off as $$
begin
  analyze giving.staged_gift;
  return query
    select s.row_no
    from (
      select r.party_id, t.row_no, t.given_on, t.amount_minor, t.currency, t.purpose, coalesce(t.designation, '') as designation,
        row_number() over (
          partition by r.party_id, t.given_on, t.amount_minor, t.currency, t.purpose, coalesce(t.designation, '') order by t.row_no) as nth
      from giving.staged_gift t
      join published.import_row r on r.import_id = t.import_id and r.row_no = t.row_no
      where t.import_id = list and r.import_id = list
    ) s
    join (
      select g.party_id, g.given_on, g.amount_minor, g.currency, g.purpose, coalesce(g.designation, '') as designation, count(*) as known
      from published.gift g
      group by g.party_id, g.given_on, g.amount_minor, g.currency, g.purpose, coalesce(g.designation, '')
    ) k on k.party_id = s.party_id and k.given_on = s.given_on and k.amount_minor = s.amount_minor and k.currency = s.currency
      and k.purpose = s.purpose and k.designation = s.designation
    where s.nth <= k.known;
end $$;

create view published.donor as
  select party_id, gifts, base_minor, largest_minor, first_on, last_on from giving.donor_summary;

create view published.donor_year as
  select party_id, calendar, year, gifts, base_minor from giving.donor_year;

create view published.day_total as
  select given_on, sum(gifts)::bigint as gifts, sum(base_minor)::bigint as base_minor from giving.day_total group by given_on;
