-- How well the charity knows its clients. What there is to ask is the code's to say (constituents.Wanted); what it weighs, how long it
-- is good for and what it costs to ask are the charity's.
create table constituents.knowledge_rule (
  item text collate "C" primary key,
  -- which of the nine groups it stands in
  part text not null check (part in ('identity', 'class', 'personal', 'before_dealing', 'dealing', 'after_dealing', 'expected', 'dues', 'attitudes')),
  -- the kinds of client that can have it
  kinds text[] not null check (kinds <@ array['person', 'family', 'organisation', 'agency', 'other']),
  -- how long it is good for after the day it was true; null for what does not age
  months smallint check (months between 1 and 240),
  -- what it takes to ask for it in a call that is made anyway
  seconds smallint not null check (seconds between 1 and 600),
  -- whether the client can be asked for it by phone; the rest staff write down by themselves
  asked boolean not null,
  place smallint not null
);
insert into constituents.knowledge_rule (item, part, kinds, months, seconds, asked, place)
select item, part,
  case who
    when 'all' then array['person', 'family', 'organisation', 'agency', 'other']
    when 'persons' then array['person']
    when 'people' then array['person', 'family']
    when 'families' then array['family']
    when 'bodies' then array['organisation', 'agency', 'other']
  end,
  months, seconds, asked, row_number() over () as place
from (values
  ('phone', 'identity', 'all', 12, 10, true),
  ('email', 'identity', 'all', 18, 30, true),
  ('address', 'identity', 'all', 24, 60, true),
  ('identity', 'identity', 'all', null, 45, true),
  ('latin_name', 'identity', 'all', null, 20, true),
  ('title', 'identity', 'persons', null, 10, false),
  ('gender', 'identity', 'persons', null, 5, false),
  ('birth_on', 'identity', 'persons', null, 15, true),
  ('nationality', 'identity', 'persons', null, 10, true),
  ('role', 'class', 'all', null, 20, false),
  ('officer', 'class', 'all', null, 20, false),
  ('importance', 'class', 'all', 12, 20, false),
  ('occupation', 'personal', 'persons', 24, 20, true),
  ('employer', 'personal', 'persons', 24, 20, true),
  ('education', 'personal', 'persons', 36, 15, true),
  ('marital_status', 'personal', 'persons', 24, 10, true),
  ('dependants', 'personal', 'people', 12, 15, true),
  ('housing', 'personal', 'people', 12, 15, true),
  ('interests', 'personal', 'persons', 24, 30, true),
  ('head', 'personal', 'families', null, 30, true),
  ('activity', 'personal', 'bodies', 36, 30, true),
  ('size', 'personal', 'bodies', 24, 15, true),
  ('decision_style', 'personal', 'bodies', 24, 30, true),
  ('decision_maker', 'personal', 'bodies', 12, 60, true),
  ('contact', 'personal', 'bodies', 12, 40, true),
  ('first_heard', 'before_dealing', 'all', null, 15, true),
  ('earlier_contacts', 'before_dealing', 'all', null, 60, false),
  ('preferred_channel', 'before_dealing', 'all', 12, 15, true),
  ('preferred_time', 'before_dealing', 'all', 12, 15, true),
  ('suitable_medium', 'before_dealing', 'all', 24, 15, true),
  ('material_sent', 'before_dealing', 'all', 12, 30, false),
  ('consent', 'before_dealing', 'all', null, 30, true),
  ('first_dealing', 'dealing', 'all', null, 20, true),
  ('dealing_frequency', 'dealing', 'all', 12, 20, true),
  ('dealing_about', 'dealing', 'all', 12, 20, true),
  ('satisfaction', 'after_dealing', 'all', 12, 20, true),
  ('complaint', 'after_dealing', 'all', 6, 60, true),
  ('stop_reason', 'after_dealing', 'all', null, 40, true),
  ('expected_kind', 'expected', 'all', 3, 20, true),
  ('expected_time', 'expected', 'all', 3, 15, true),
  ('expected_place', 'expected', 'all', 3, 15, true),
  ('expected_medium', 'expected', 'all', 3, 15, true),
  ('balance', 'dues', 'all', 3, 30, false),
  ('lateness', 'dues', 'all', 3, 30, false),
  ('payment_behaviour', 'dues', 'all', 12, 20, false),
  ('attitude', 'attitudes', 'all', 24, 40, true),
  ('fit_with_mission', 'attitudes', 'all', 24, 30, false),
  ('causes', 'attitudes', 'all', 24, 20, true),
  ('sensitivities', 'attitudes', 'all', 24, 20, false)) rule (item, part, who, months, seconds, asked);

-- What a fact weighs of clients of a kind, and of those who hold a role; the greatest that fits a client counts. Without a row it is not wanted.
create table constituents.knowledge_weight (
  of text not null check (of in ('person', 'family', 'organisation', 'agency', 'other',
    'beneficiary', 'donor', 'volunteer', 'supporter', 'supervisor', 'partner', 'employee')),
  item text collate "C" not null references constituents.knowledge_rule,
  weight smallint not null check (weight between 1 and 5),
  primary key (of, item)
);
insert into constituents.knowledge_weight (of, item, weight)
select of, split_part(said, ' ', 1), split_part(said, ' ', 2)::smallint
from (values
  ('person', 'phone 5,identity 3,address 3,email 2,birth_on 2,nationality 1,gender 1,role 2,preferred_channel 2,preferred_time 1,consent 3,first_heard 1'),
  ('family', 'phone 5,address 4,identity 2,head 5,role 2,dependants 3,housing 3,consent 2,preferred_channel 1'),
  ('organisation', 'phone 4,email 3,address 2,identity 4,role 2,officer 2,activity 3,size 1,decision_style 2,decision_maker 4,contact 4,'
    'preferred_channel 2,consent 2,first_heard 1,fit_with_mission 2'),
  ('agency', 'phone 4,email 3,address 2,role 2,officer 2,activity 2,decision_style 2,decision_maker 4,contact 5,preferred_channel 2,dealing_about 2'),
  ('other', 'phone 4,email 2,address 1,role 2,activity 2,contact 3'),
  ('beneficiary', 'address 5,identity 5,birth_on 4,marital_status 4,dependants 4,housing 4,education 3,occupation 3,satisfaction 2'),
  ('donor', 'email 4,consent 5,preferred_channel 3,preferred_time 2,interests 2,causes 4,occupation 1,satisfaction 2,first_heard 2,officer 1'),
  ('volunteer', 'birth_on 3,occupation 3,education 3,interests 4,preferred_time 3,satisfaction 2'),
  ('supporter', 'dealing_frequency 2,causes 3,fit_with_mission 3,satisfaction 1'),
  ('supervisor', 'dealing_frequency 2,dealing_about 3'),
  ('partner', 'dealing_frequency 2,dealing_about 3,causes 2,fit_with_mission 3,satisfaction 2'),
  ('employee', 'employer 3,occupation 2')) wanted (of, items)
cross join lateral regexp_split_to_table(items, ',') said;

-- What a call takes before anything is asked, and how much is asked in one at most.
create table constituents.knowledge_call (
  only_one boolean primary key default true check (only_one),
  seconds smallint not null check (seconds between 0 and 3600),
  questions smallint not null check (questions between 1 and 10)
);
insert into constituents.knowledge_call (seconds, questions) values (120, 5);

-- Somebody said that it is still so. The fact itself has the day from now on; this remembers the day it had before.
create table constituents.confirmation (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  item text collate "C" not null references constituents.knowledge_rule,
  source text not null,
  was date not null,
  as_of date not null,
  recorded_at timestamptz not null,
  recorded_by text
);
create index confirmation_by_party on constituents.confirmation (party_id, recorded_at desc);

-- When what is told of a tie was true last; null for the day it was written down.
alter table constituents.tie add column as_of date check (as_of between '1800-01-01' and '9999-12-31');

-- Whether what somebody wrote down is the client's own word or a document's, and not only what a list or another system says.
create function constituents.vouched_for(source text) returns boolean immutable strict parallel safe language sql
return source in ('client', 'form', 'document', 'visit', 'call', 'gift');

-- What is wanted of these clients, what is known of it, since when, how it stands today, whether it is accurate (fresh, and vouched for; what the
-- charity says by itself is its own to vouch for), and when that changes by itself. The one place that says so: for the profile, for
-- programs and for the base. Nothing sensitive is ever wanted, so nothing here tells whether it is known. Whoever died is asked for nothing.
create function constituents.knowledge_of(parties uuid[], zone text, today date)
returns table (party_id uuid, item text, part text, weight smallint, as_of date, stale_on date, state text, accurate boolean, turns_on date, asked boolean,
  seconds smallint, place smallint)
-- for one client and for thousands: one plan for both would ask everything again for each thing that is wanted
language sql stable set plan_cache_mode = 'force_custom_plan' as $$
  with client as (
    select p.* from constituents.party p where p.id = any (parties) and p.removed_at is null and not p.deceased),
  bearing as (
    select c.id, c.kind, c.kind as of
    from client c
    union all
    select c.id, c.kind, r.role
    from client c
    join constituents.party_role r on r.party_id = c.id and r.ended_on is null),
  wanted as (
    select b.id, w.item, max(w.weight) as weight
    from bearing b
    join constituents.knowledge_weight w on w.of = b.of
    join constituents.knowledge_rule u on u.item = w.item and b.kind = any (u.kinds)
    group by b.id, w.item),
  told as (
    select f.party_id, f.code as item, f.as_of, f.value, f.source
    from constituents.fact f
    where f.party_id = any (parties) and f.superseded_at is null),
  columns as (
    select c.id, v.item, v.value, (c.created_at at time zone zone)::date as day, c.source
    from client c
    cross join lateral (values ('latin_name', c.latin_name), ('title', c.title), ('gender', c.gender), ('birth_on', c.birth_on::text),
      ('nationality', c.nationality::text), ('officer', c.officer_id::text)) v (item, value)),
  known (id, item, as_of, vouched) as (
    select t.party_id, t.item, t.as_of, case when constituents.vouched_for(t.source) then t.as_of end
    from told t
    where t.item not in ('latin_name', 'title', 'gender', 'birth_on', 'nationality', 'officer')
    union all
    select v.id, v.item, coalesce(t.as_of, v.day), case when constituents.vouched_for(coalesce(t.source, v.source)) then coalesce(t.as_of, v.day) end
    from columns v
    left join told t on t.party_id = v.id and t.item = v.item and t.value = v.value
    where v.value is not null
    union all
    select x.party_id, 'phone', max(x.as_of), max(x.as_of) filter (where constituents.vouched_for(x.source))
    from constituents.phone x
    where x.party_id = any (parties)
    group by x.party_id
    union all
    select x.party_id, 'email', max(x.as_of), max(x.as_of) filter (where constituents.vouched_for(x.source))
    from constituents.email x
    where x.party_id = any (parties)
    group by x.party_id
    union all
    select x.party_id, 'address', max(x.as_of), max(x.as_of) filter (where constituents.vouched_for(x.source))
    from constituents.address x
    where x.party_id = any (parties)
    group by x.party_id
    union all
    select x.party_id, 'identity', max(x.as_of), max(x.as_of) filter (where constituents.vouched_for(x.source))
    from constituents.identity x
    where x.party_id = any (parties) and x.kind <> 'branch_file'
    group by x.party_id
    union all
    select x.party_id, 'role', max(x.started_on), null
    from constituents.party_role x
    where x.party_id = any (parties) and x.ended_on is null
    group by x.party_id
    union all
    select x.party_id, 'consent', (max(x.at) at time zone zone)::date, (max(x.at) filter (where constituents.vouched_for(x.source)) at time zone zone)::date
    from constituents.consent x
    where x.party_id = any (parties)
    group by x.party_id
    union all
    select x.to_id, x.kind, max(coalesce(x.as_of, (x.recorded_at at time zone zone)::date)),
      max(coalesce(x.as_of, (x.recorded_at at time zone zone)::date)) filter (where constituents.vouched_for(x.source))
    from constituents.tie x
    where x.to_id = any (parties) and x.ended is null
      and (x.kind = 'decision_maker' and x.influence is not null or x.kind = 'contact' and x.post is not null)
    group by x.to_id, x.kind
    union all
    select x.family_id, 'head', (max(x.recorded_at) at time zone zone)::date,
      (max(x.recorded_at) filter (where constituents.vouched_for(x.source)) at time zone zone)::date
    from constituents.family_member x
    where x.family_id = any (parties) and x.position = 'head' and x.ended is null
    group by x.family_id)
  select w.id, w.item, u.part, w.weight, k.as_of, s.stale_on, s.state, s.accurate,
    least(case when s.state = 'fresh' then s.stale_on end, case when s.accurate then s.doubtful_on end), u.asked, u.seconds, u.place
  from wanted w
  join constituents.knowledge_rule u on u.item = w.item
  left join known k on k.id = w.id and k.item = w.item
  cross join lateral (
    select (k.as_of + u.months * interval '1 month')::date as stale_on, case when u.asked then k.vouched else k.as_of end as vouched) v
  cross join lateral (
    select v.stale_on, (v.vouched + u.months * interval '1 month')::date as doubtful_on) d
  cross join lateral (
    select d.stale_on, d.doubtful_on, case when k.as_of is null then 'missing' when d.stale_on <= today then 'stale' else 'fresh' end as state,
      v.vouched is not null and coalesce(d.doubtful_on > today, true) as accurate) s
$$;

-- How well each client is known, made anew after each change of the client and on the day something of it grows old. No foreign key: who is
-- deleted stays until the sums have been told.
create table constituents.client_knowledge (
  party_id uuid primary key,
  branch_id uuid not null,
  kind text not null,
  -- what is wanted, in the order of the rules: what it weighs, whether it is missing, stale or fresh, and whether it is accurate
  items text[] not null,
  weights smallint[] not null,
  states text[] not null,
  accurate boolean[] not null,
  -- which kinds of numbers the client is known by elsewhere
  identities text[] not null,
  asked_weight int not null,
  known_weight int not null,
  fresh_weight int not null,
  accurate_weight int not null,
  -- fifths of what is wanted that are known, 0 to 4
  band smallint not null check (band between 0 and 4),
  -- the first day on which something is stale or accurate no more
  stale_next date,
  -- whether the client may be called: the client's no to calls, or no number
  reach text not null check (reach in ('call', 'refused', 'no_phone')),
  -- what to ask in one call, the cheapest first, and what it brings: weight for a hundred minutes
  ask text[] not null,
  gain int not null
);
create index client_knowledge_to_call on constituents.client_knowledge (reach, gain desc, party_id) where gain > 0;
create index client_knowledge_to_call_by_branch on constituents.client_knowledge (branch_id, reach, gain desc, party_id) where gain > 0;
create index client_knowledge_by_branch on constituents.client_knowledge (branch_id, party_id);
create index client_knowledge_turning on constituents.client_knowledge (stale_next) where stale_next is not null;

-- Sums of client_knowledge, kept with it row by row, so that they never have to be counted.
create table constituents.knowledge_tally (
  branch_id uuid not null,
  kind text not null,
  item text collate "C" not null,
  clients bigint not null,
  known bigint not null,
  fresh bigint not null,
  accurate bigint not null,
  asked_weight bigint not null,
  known_weight bigint not null,
  fresh_weight bigint not null,
  accurate_weight bigint not null,
  primary key (branch_id, kind, item)
);
create table constituents.knowledge_band (
  branch_id uuid not null,
  kind text not null,
  band smallint not null,
  clients bigint not null,
  -- of what is wanted of them, how many facts are known
  facts bigint not null,
  primary key (branch_id, kind, band)
);
-- How many clients hold numbers of both kinds; of one kind where both are the same; of none where both are 'none'.
create table constituents.knowledge_identity (
  branch_id uuid not null,
  one text not null,
  other text not null,
  clients bigint not null,
  primary key (branch_id, one, other)
);

-- The sums as each day left them.
create table constituents.knowledge_day (
  day date not null,
  branch_id uuid not null,
  kind text not null,
  part text not null,
  asked_weight bigint not null,
  known_weight bigint not null,
  fresh_weight bigint not null,
  accurate_weight bigint not null,
  primary key (day, branch_id, kind, part)
);

-- How far the changes of clients have been followed; from the beginning again when the charity changed a rule.
create table constituents.knowledge_follower (
  only_one boolean primary key default true check (only_one),
  updated_at timestamptz not null default 'epoch',
  party_id uuid not null default '00000000-0000-0000-0000-000000000000',
  -- of how many, when all are made anew, and how many are; equal when that is over
  total bigint not null default 0,
  done bigint not null default 0,
  -- when the sums were last put down for a day, and that something changed since
  day date,
  changed boolean not null default false
);
insert into constituents.knowledge_follower default values;

-- Clients whose row is to be made anew though their mark of change need not say so; an import that is undone puts even the mark back.
create table constituents.knowledge_due (
  party_id uuid primary key
);
create function constituents.knowledge_is_due() returns trigger language plpgsql as $$
begin
  insert into constituents.knowledge_due (party_id) values (old.id) on conflict do nothing;
  return null;
end $$;
create trigger knowledge_of_deleted after delete on constituents.party
  for each row execute function constituents.knowledge_is_due();
create trigger knowledge_of_changed after update on constituents.party
  for each row
  when (old.removed_at is distinct from new.removed_at or old.deceased <> new.deceased or old.home_branch_id <> new.home_branch_id
    or old.officer_id is distinct from new.officer_id or new.updated_at < old.updated_at)
  execute function constituents.knowledge_is_due();
