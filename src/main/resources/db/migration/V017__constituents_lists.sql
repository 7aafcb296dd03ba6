-- What a word is found by when one letter of it is typed wrong: the word itself and the word without each of its letters. Two words
-- within one letter of each other share one of these. Short words have too many neighbours to be guessed at: those of three letters are
-- found by a letter too many alone, but the consonants of a word are few and each tells.
create function constituents.slips(word text) returns text[] immutable strict parallel safe language sql
return array[word] || array(select distinct overlay(word placing '' from place for 1) from generate_series(1, length(word)) place);

-- form: of a word, or behind a ~ of its skeleton. A table of its own, because counting bearers writes every word anew.
create table constituents.name_slip (
  form text collate "C" not null,
  word text collate "C" not null,
  primary key (form, word)
);

create function constituents.add_slips() returns trigger language plpgsql as $$
begin
  insert into constituents.name_slip (form, word)
  select form, word from fresh cross join unnest(constituents.slips(word)) form
  where length(word) >= 4 or length(word) = 3 and form = word
  union
  select '~' || form, word from fresh cross join unnest(constituents.slips(skeleton)) form
  where length(skeleton) >= 3
  on conflict do nothing;
  return null;
end $$;
create trigger name_word_slips after insert on constituents.name_word
  referencing new table as fresh
  for each statement execute function constituents.add_slips();

-- Parts of a telephone number as people remember them: every five digits that stand beside each other, and how it ends.
create function constituents.phone_parts(e164 text) returns text[] immutable strict parallel safe language sql
return array[
  substr(right(e164, 10), 1, 5), substr(right(e164, 10), 2, 5), substr(right(e164, 10), 3, 5), substr(right(e164, 10), 4, 5),
  substr(right(e164, 10), 5, 5), substr(right(e164, 10), 6, 5), '$' || right(e164, 4)];
-- a short list of what is not sorted in yet, because each search reads it through
create index phone_by_part on constituents.phone using gin (constituents.phone_parts(e164)) with (gin_pending_list_limit = 512);

-- A city, district or street as it is looked for: one spelling for many, without what every district or street begins with, and without
-- the article. Null where nothing is left.
create function constituents.place(told text) returns text immutable strict parallel safe language sql
return nullif(regexp_replace(regexp_replace(btrim(regexp_replace(
  translate(lower(normalize(told, nfkc)), 'أإآٱىةؤئًٌٍَُِّْـ''’`', 'اااايهوي'),
  '[^[:alnum:]]+', ' ', 'g')), '^(حي|شارع|طريق|district|street) ', ''), '^ال(?=...)', ''), '');
alter table constituents.address
  add column city_place text collate "C" generated always as (constituents.place(city)) stored,
  add column district_place text collate "C" generated always as (constituents.place(district)) stored,
  add column street_place text collate "C" generated always as (constituents.place(street)) stored;
-- protected addresses are found by nobody
create index address_by_city on constituents.address (city_place, party_id) where not protected and city_place is not null;
create index address_by_district on constituents.address (district_place, party_id) where not protected and district_place is not null;
create index address_by_street on constituents.address (street_place, party_id) where not protected and street_place is not null;

-- Whose father or mother somebody is called by, in one word: ابومحمد of «أبو محمد», «ابا محمد» and «بو محمد».
create function constituents.kunya_key(told text) returns text immutable strict parallel safe language sql
return nullif(replace(regexp_replace(
  translate(lower(normalize(told, nfkc)), 'أإآٱىةؤئًٌٍَُِّْـ', 'اااايهوي'), '^ *(ابا|ابي|ابو|بو) +', 'ابو'), ' ', ''), '');
create index party_by_kunya on constituents.party (constituents.kunya_key(kunya) collate "C", id) where kunya is not null;

-- Orders of the list of clients that no key has yet, and who was added since a day.
create index party_by_creation on constituents.party (created_at);

-- Which columns of the list of clients somebody wants to see.
create table constituents.list_columns (
  staff_id uuid primary key references access.staff,
  columns text[] not null
);

-- Filters, order and columns of the list of clients under a name. query is what stands in the address, as the list itself wrote it.
create table constituents.client_view (
  id uuid primary key,
  staff_id uuid not null references access.staff,
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 4000),
  -- seen by everyone of the charity, each with the clients in their own sight
  shared boolean not null default false,
  -- what its owner's list opens with
  opens boolean not null default false,
  made_at timestamptz not null
);
create unique index client_view_opens on constituents.client_view (staff_id) where opens;
create index client_view_of on constituents.client_view (staff_id, made_at);
create index client_view_shared on constituents.client_view (made_at) where shared;

-- One deed asked for many clients at once; done client after client, each in a transaction of its own.
create table constituents.batch (
  id uuid primary key,
  deed text not null,
  settings jsonb not null,
  -- of whoever asked: null for the whole charity. A client who has gone out of it since is left alone.
  sight uuid[],
  clients int not null,
  asked_by text not null,
  asked_at timestamptz not null,
  finished_at timestamptz
);
create index batch_underway on constituents.batch (asked_at) where finished_at is null;

create table constituents.batch_client (
  batch_id uuid not null references constituents.batch on delete cascade,
  party_id uuid not null references constituents.party on delete cascade,
  outcome text not null default 'waiting' check (outcome in ('waiting', 'done', 'same', 'failed')),
  -- message key of the sentence that says why
  problem text,
  primary key (batch_id, party_id),
  check ((outcome = 'failed') = (problem is not null))
);
create index batch_client_waiting on constituents.batch_client (batch_id, party_id) where outcome = 'waiting';
