-- What a list wrote of families and ties, to be taken back with it; whoever puts it right makes it their own.
alter table constituents.family_member add column import_id uuid;
create index family_member_by_import on constituents.family_member (import_id, member_id) where import_id is not null;
alter table constituents.tie add column import_id uuid;
create index tie_by_import on constituents.tie (import_id) where import_id is not null;

-- Who is what in which family, until the import is finished: a row for each member, and one for each family without a position.
create table constituents.staged_member (
  import_id uuid not null,
  row_no int not null,
  -- how far behind this row that of the family is staged
  family_step int not null,
  position text,
  since date,
  shares_address boolean not null,
  -- of a family: whether the list says what it is called
  named boolean not null
);
create index staged_member_by_row on constituents.staged_member (import_id, row_no);

-- What the client of a row is to another, until the import is finished.
create table constituents.staged_tie (
  import_id uuid not null,
  row_no int not null,
  kind text not null,
  what text,
  -- whether the row's client is the first of the two
  first boolean not null,
  other_number text collate "C",
  other_phone text,
  other_key text collate "C",
  since date,
  until date,
  post text,
  influence text,
  decision_style text,
  sways text,
  reach text,
  note text,
  -- the other, once found, and the row that makes them, if one does
  other_id uuid,
  other_row int
);
create index staged_tie_by_row on constituents.staged_tie (import_id, row_no);

-- Members whose rows go through, with the row of their family. Who asks for some rows asks for both row_no and client_row.
create view constituents.live_member as
  select m.import_id, m.row_no, r.row_no as client_row, m.position, m.since, m.shares_address, r.outcome, r.party_id as member_id,
    f.row_no as family_row, f.outcome as family_outcome, f.of_row as family_of_row, f.party_id as family_id
  from constituents.staged_member m
  join constituents.import_row r on r.import_id = m.import_id and r.row_no = m.row_no
  join constituents.import_row f on f.import_id = m.import_id and f.row_no = m.row_no + m.family_step
  where m.position is not null and r.outcome in ('new', 'joined', 'repeats') and f.outcome in ('new', 'joined', 'repeats');

-- Ties whose rows go through: who is it to whom, and with which row it can be written, because both are there.
create view constituents.due_tie as
  select t.*, greatest(t.row_no, t.other_row) as due_row, r.party_id, r.outcome, coalesce(o.party_id, t.other_id) as found_id,
    case when t.first then r.party_id else coalesce(o.party_id, t.other_id) end as from_id,
    case when t.first then coalesce(o.party_id, t.other_id) else r.party_id end as to_id,
    t.other_row is not null and o.row_no is null as other_failed
  from constituents.staged_tie t
  join constituents.import_row r on r.import_id = t.import_id and r.row_no = t.row_no
  left join constituents.import_row o on o.import_id = t.import_id and o.row_no = t.other_row and o.outcome in ('new', 'joined', 'repeats')
  where r.outcome in ('new', 'joined', 'repeats') and r.reason is distinct from 'untied';

create function constituents.analyse_families() returns void language plpgsql security definer
set search_path = '' set default_statistics_target = 20 as $$
begin
  analyze constituents.staged_member;
  analyze constituents.staged_tie;
end $$;
