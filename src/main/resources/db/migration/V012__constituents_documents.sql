-- What kinds of documents the charity keeps; the administrator changes the list. code stays, whatever the names become.
create table constituents.document_kind (
  code text collate "C" primary key check (code ~ '^[a-z0-9_-]{1,40}$'),
  name_ar text not null check (length(name_ar) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 100),
  -- whether such a document is asked for the day it expires
  expires boolean not null,
  -- whether only chosen roles see such a document unless somebody says otherwise
  sensitive boolean not null,
  place int not null,
  -- offered no more; documents of this kind keep it
  retired boolean not null default false
);
insert into constituents.document_kind (code, name_ar, name_en, expires, sensitive, place) values
  ('national_identity', 'صورة الهوية الوطنية', 'Copy of national identity', true, false, 10),
  ('residence', 'صورة الإقامة', 'Copy of residence permit', true, false, 20),
  ('passport', 'صورة جواز السفر', 'Copy of passport', true, false, 30),
  ('family_card', 'سجل الأسرة', 'Family card', false, false, 40),
  ('lease', 'عقد إيجار', 'Lease', true, false, 50),
  ('income', 'تعريف بالدخل', 'Income statement', false, true, 60),
  ('bank_letter', 'خطاب البنك والآيبان', 'Bank letter with IBAN', false, true, 70),
  ('medical_report', 'تقرير طبي', 'Medical report', false, true, 80),
  ('death_certificate', 'شهادة وفاة', 'Death certificate', false, false, 90),
  ('agreement', 'اتفاقية', 'Agreement', true, false, 100),
  ('authorisation', 'تفويض أو وكالة', 'Authorisation', true, false, 110),
  ('licence', 'ترخيص', 'Licence', true, false, 120),
  ('photograph', 'صورة شخصية', 'Photograph', false, false, 130),
  ('voice_note', 'رسالة صوتية', 'Voice note', false, false, 140),
  ('other', 'وثيقة أخرى', 'Other document', false, false, 150);

-- Which bytes lie in the storage because of a document; who writes or takes away the bytes holds this row meanwhile.
create table constituents.document_content (
  sha256 text collate "C" primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  -- a small JPEG of our own making; null for what is no picture
  thumbnail bytea,
  kept_at timestamptz not null
);

create table constituents.document (
  id uuid primary key,
  party_id uuid not null references constituents.party,
  kind text collate "C" not null references constituents.document_kind,
  title text not null check (length(title) between 1 and 200),
  file_name text not null check (length(file_name) between 1 and 200),
  type text not null check (type in ('pdf', 'jpeg', 'png', 'webp', 'tiff', 'docx', 'xlsx', 'text', 'mp3', 'm4a', 'ogg', 'amr')),
  -- no key to document_content: a document that was taken back remembers what it was after the bytes are gone
  sha256 text collate "C" not null,
  bytes bigint not null,
  expires_on date check (expires_on between '1900-01-01' and '9999-12-31'),
  -- roles of the staff; empty: everyone who may open the client
  viewers text[] not null default '{}'
    check (viewers <@ array['administrator', 'registrar', 'donor_relations', 'case_worker', 'director']),
  note text,
  added_at timestamptz not null,
  added_by text not null,
  taken_back_at timestamptz,
  taken_back_by text,
  taken_back_reason text,
  check ((taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null) = (taken_back_reason is null))
);
create index document_by_party on constituents.document (party_id, added_at desc, id desc);
create index document_by_expiry on constituents.document (expires_on, id) where taken_back_at is null and expires_on is not null;
create index document_by_content on constituents.document (sha256) where taken_back_at is null;
