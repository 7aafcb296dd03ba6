package org.silah.constituents.imports;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.silah.constituents.NameKeys;
import org.silah.constituents.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Writes the clients of a chunk of rows: makes the new ones, and adds to the known ones what they did not have. It never
 * overwrites, so it can be undone. Every statement writes in the order of its table's key, and no two imports write at once,
 * so that none waits for another in a circle.
 */
@Repository
class Commit {

  private static final String ROWS = """
      from constituents.import_staged s
      join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
      """;

  private static final String OF_NEW = """
      where s.import_id = :import and s.row_no between :first and :last
        and r.import_id = :import and r.row_no between :first and :last and r.outcome = 'new'
      """;

  private static final String OF_ALL = """
      where s.import_id = :import and s.row_no between :first and :last
        and r.import_id = :import and r.row_no between :first and :last and r.outcome in ('new', 'joined', 'repeats')
      """;

  /** Clients who were known before and got something; those of this import do not count as changed. */
  private static final String CHANGED = """
      select distinct a.party_id
      from added a
      join constituents.party p on p.id = a.party_id
      where p.import_id is distinct from :import
      """;

  private static final String PARTIES = """
      insert into constituents.party (id, kind, agency_bearing, display_name, name_key, latin_name, title, given_name, father_name,
        grandfather_name, family_name, kunya, gender, birth_on, nationality, language, source, import_id, created_at, created_by, updated_at)
      select r.party_id, s.kind, s.agency_bearing, s.display_name, s.name_key, s.latin_name, s.title, s.given_name, s.father_name,
        s.grandfather_name, s.family_name, s.kunya, s.gender, s.birth_on, s.nationality, coalesce(s.language, :language), :source, :import, :at, :by, :at
      """ + ROWS + OF_NEW + """
      order by s.row_no
      """;

  private static final String PHONES = """
      with added as (
        insert into constituents.phone (party_id, e164, source, as_of, import_id, recorded_at, recorded_by)
        select distinct r.party_id, n.e164, :source, :today::date, :import::uuid, :at::timestamptz, :by
      """ + ROWS + """
        cross join lateral unnest(s.phones) as n (e164)
      """ + OF_ALL + """
          and (r.outcome = 'new' or not exists (select 1 from constituents.phone k where k.party_id = r.party_id and k.e164 = n.e164))
        order by r.party_id, n.e164
        on conflict do nothing
        returning party_id
      )
      """ + CHANGED;

  private static final String EMAILS = """
      with added as (
        insert into constituents.email (party_id, address, source, as_of, import_id, recorded_at, recorded_by)
        select distinct on (r.party_id, lower(a.address)) r.party_id, a.address, :source, :today::date, :import::uuid, :at::timestamptz, :by
      """ + ROWS + """
        cross join lateral unnest(s.emails) as a (address)
      """ + OF_ALL + """
          and (r.outcome = 'new' or not exists (
            select 1 from constituents.email e where e.party_id = r.party_id and lower(e.address) = lower(a.address)))
        order by r.party_id, lower(a.address), s.row_no
        on conflict do nothing
        returning party_id
      )
      """ + CHANGED;

  private static final String IDENTITIES = """
      with added as (
        insert into constituents.identity (kind, issuer, number, party_id, source, as_of, import_id, recorded_at, recorded_by)
        select distinct on (k.number, k.kind, k.issuer) k.kind, k.issuer, k.number, r.party_id, :source, :today::date, :import::uuid, :at::timestamptz, :by
      """ + ROWS + """
        cross join lateral unnest(s.identity_kinds, s.identity_issuers, s.identity_numbers) as k (kind, issuer, number)
      """ + OF_ALL + """
          and not exists (select 1 from constituents.identity i where i.number = k.number and i.kind = k.kind and i.issuer = k.issuer)
        order by k.number, k.kind, k.issuer, s.row_no
        on conflict do nothing
        returning party_id
      )
      """ + CHANGED;

  private static final String ADDRESSES = """
      with added as (
        insert into constituents.address (id, party_id, country, region, city, district, street, building, postcode, short_code, source, as_of,
          import_id, recorded_at, recorded_by)
        select uuidv7(), party_id, country, region, city, district, street, building, postcode, short_code, :source, :today::date, :import::uuid,
          :at::timestamptz, :by
        from (
          select distinct r.party_id, s.country, s.region, s.city, s.district, s.street, s.building, s.postcode, s.short_code
      """ + ROWS + OF_ALL + """
            and num_nonnulls(s.region, s.city, s.district, s.street, s.building, s.postcode, s.short_code) > 0
            and (r.outcome = 'new' or not exists (
              select 1
              from constituents.address a
              where a.party_id = r.party_id and (s.country is null or s.country = a.country) and (s.region is null or s.region = a.region)
                and (s.city is null or s.city = a.city) and (s.district is null or s.district = a.district)
                and (s.street is null or s.street = a.street) and (s.building is null or s.building = a.building)
                and (s.postcode is null or s.postcode = a.postcode) and (s.short_code is null or s.short_code = a.short_code)))
          order by r.party_id) place
        returning party_id
      )
      """ + CHANGED;

  /** A role taken in an earlier chunk begins as early as any row of the file says. */
  private static final String ROLES = """
      with added as (
        insert into constituents.party_role (id, party_id, role, started_on, source, import_id, recorded_at, recorded_by)
        select uuidv7(), party_id, role, since, :source, :import::uuid, :at::timestamptz, :by
        from (
          select r.party_id, o.role, min(coalesce(s.role_since, :today::date)) as since
      """ + ROWS + """
          cross join lateral unnest(s.roles) as o (role)
      """ + OF_ALL + """
          group by r.party_id, o.role) taken
        where not exists (
          select 1
          from constituents.party_role h
          where h.party_id = taken.party_id and h.role = taken.role and h.ended_on is null
            and (h.import_id is distinct from :import::uuid or h.started_on <= taken.since))
        order by party_id, role
        on conflict (party_id, role) where ended_on is null do update set started_on = excluded.started_on
        where party_role.import_id = excluded.import_id and excluded.started_on < party_role.started_on
        returning party_id
      )
      """ + CHANGED;

  /** A list's yes never stands against an answer that the client gave before; a no always counts. */
  private static final String CONSENTS = """
      with added as (
        insert into constituents.consent (id, party_id, channel, topic, state, evidence, source, import_id, at, recorded_by)
        select uuidv7(), party_id, channel, topic, state, evidence, :source, :import::uuid, :at::timestamptz, :by
        from (
          select distinct on (r.party_id, c.channel, t.topic) r.party_id, c.channel, t.topic, c.state, :file || ' · ' || s.row_no as evidence
      """ + ROWS + """
          cross join lateral unnest(s.consent_channels, s.consent_states) as c (channel, state)
          cross join lateral unnest(:topics::text[]) as t (topic)
      """ + OF_ALL + """
          order by r.party_id, c.channel, t.topic, c.state desc, s.row_no) said
        where not exists (
          select 1
          from constituents.consent a
          where a.party_id = said.party_id and a.channel = said.channel and a.topic = said.topic
            and (said.state = 'granted' or a.state = 'refused' and not exists (
              select 1
              from constituents.consent b
              where b.party_id = a.party_id and b.channel = a.channel and b.topic = a.topic and (b.at, b.id) > (a.at, a.id))))
        returning party_id
      )
      """ + CHANGED;

  private static final String FACTS = """
      with added as (
        insert into constituents.fact (id, party_id, code, value, source, as_of, import_id, recorded_at, recorded_by)
        select uuidv7(), party_id, code, value, :source, :today::date, :import::uuid, :at::timestamptz, :by
        from (
          select distinct on (r.party_id, f.code) r.party_id, f.code, f.value
      """ + ROWS + """
          cross join lateral unnest(s.fact_codes, s.fact_values) as f (code, value)
      """ + OF_ALL + """
            and not exists (select 1 from constituents.fact k where k.party_id = r.party_id and k.code = f.code and k.superseded_at is null)
          order by r.party_id, f.code, s.row_no) fresh
        on conflict do nothing
        returning party_id
      )
      """ + CHANGED;

  private static final String NOTES = """
      with added as (
        insert into constituents.note (id, party_id, text, at, written_by, import_id)
        select uuidv7(), party_id, note, :at::timestamptz, :by, :import::uuid
        from (
          select distinct r.party_id, s.note
      """ + ROWS + OF_ALL + """
            and s.note is not null
            and not exists (select 1 from constituents.note n where n.party_id = r.party_id and n.text = s.note)
          order by r.party_id) fresh
        returning party_id
      )
      """ + CHANGED;

  private static final String ALIKE = """
      insert into constituents.import_alike (alike, party_id, import_id)
      select s.alike, r.party_id, :import
      """ + ROWS + OF_NEW + """
        and s.alike is not null
      order by s.alike
      on conflict do nothing
      """;

  /** Empty places of clients who are there already. */
  private static final String FILL = """
      with offer as (
        select r.party_id, min(s.kind) as kind,
          (array_agg(s.latin_name order by s.row_no) filter (where s.latin_name is not null))[1] as latin_name,
          (array_agg(s.title order by s.row_no) filter (where s.title is not null))[1] as title,
          (array_agg(s.given_name order by s.row_no) filter (where s.given_name is not null))[1] as given_name,
          (array_agg(s.father_name order by s.row_no) filter (where s.father_name is not null))[1] as father_name,
          (array_agg(s.grandfather_name order by s.row_no) filter (where s.grandfather_name is not null))[1] as grandfather_name,
          (array_agg(s.family_name order by s.row_no) filter (where s.family_name is not null))[1] as family_name,
          (array_agg(s.kunya order by s.row_no) filter (where s.kunya is not null))[1] as kunya,
          (array_agg(s.gender order by s.row_no) filter (where s.gender is not null))[1] as gender,
          (array_agg(s.birth_on order by s.row_no) filter (where s.birth_on is not null))[1] as birth_on,
          (array_agg(s.nationality order by s.row_no) filter (where s.nationality is not null))[1] as nationality
      """ + ROWS + OF_ALL + """
          and r.outcome <> 'new'
          and num_nonnulls(s.latin_name, s.title, s.father_name, s.grandfather_name, s.family_name, s.kunya, s.gender, s.birth_on, s.nationality) > 0
        group by r.party_id
      ),
      filled as (
        update constituents.party p
        set latin_name = coalesce(p.latin_name, o.latin_name),
          title = coalesce(p.title, o.title),
          given_name = coalesce(p.given_name, o.given_name),
          father_name = coalesce(p.father_name, o.father_name),
          grandfather_name = coalesce(p.grandfather_name, o.grandfather_name),
          family_name = coalesce(p.family_name, o.family_name),
          kunya = coalesce(p.kunya, o.kunya),
          gender = coalesce(p.gender, o.gender),
          birth_on = coalesce(p.birth_on, o.birth_on),
          nationality = coalesce(p.nationality, o.nationality)
        from offer o
        where p.id = o.party_id and p.kind = o.kind
          and (p.latin_name is null and o.latin_name is not null or p.title is null and o.title is not null
            or p.given_name is null and o.given_name is not null or p.father_name is null and o.father_name is not null
            or p.grandfather_name is null and o.grandfather_name is not null or p.family_name is null and o.family_name is not null
            or p.kunya is null and o.kunya is not null or p.gender is null and o.gender is not null
            or p.birth_on is null and o.birth_on is not null or p.nationality is null and o.nationality is not null)
        returning p.id, p.import_id, new.updated_at,
          jsonb_strip_nulls(jsonb_build_object(
            'latin_name', case when old.latin_name is null then new.latin_name end,
            'title', case when old.title is null then new.title end,
            'given_name', case when old.given_name is null then new.given_name end,
            'father_name', case when old.father_name is null then new.father_name end,
            'grandfather_name', case when old.grandfather_name is null then new.grandfather_name end,
            'family_name', case when old.family_name is null then new.family_name end,
            'kunya', case when old.kunya is null then new.kunya end,
            'gender', case when old.gender is null then new.gender end,
            'birth_on', case when old.birth_on is null then new.birth_on end,
            'nationality', case when old.nationality is null then new.nationality end)) as filled
      )
      insert into constituents.import_filled (import_id, party_id, filled, changed_before, changed_at)
      select :import, id, filled, updated_at, :at
      from filled
      order by id
      on conflict (import_id, party_id) do update set filled = import_filled.filled || excluded.filled, changed_at = excluded.changed_at
      returning party_id
      """;

  private static final String MARK_CHANGED = """
      with marked as (
        update constituents.party p
        set updated_at = :at
        where p.id = any (:parties) and p.import_id is distinct from :import
        returning p.id, old.updated_at as before
      )
      insert into constituents.import_filled (import_id, party_id, filled, changed_before, changed_at)
      select :import, id, '{}', before, :at
      from marked
      order by id
      on conflict (import_id, party_id) do update set changed_at = excluded.changed_at
      """;

  private static final Set<String> OF_A_PLACE = Set.of("region", "city", "district", "street", "building", "postcode", "short_code");
  private static final Set<String> NUMBERS = Set.of("national_id", "residence", "passport", "commercial_register", "licence", "branch_file");
  private static final Set<String> CONSENT = Set.of("consent_email", "consent_sms", "consent_whatsapp");
  private static final Set<String> FILLING = Set.of(
      "latin_name", "title", "father_name", "grandfather_name", "family_name", "kunya", "gender", "birth_on", "nationality");
  private static final String[] TOPICS = Arrays.stream(Topic.values()).map(Topic::code).toArray(String[]::new);

  private final JdbcClient db;
  private final NewNames names;

  Commit(JdbcClient db, NewNames names) {
    this.db = db;
    this.names = names;
  }

  /** No two imports write clients at once; people who write one by one are not held up. */
  void alone() {
    db.sql("select pg_advisory_xact_lock(hashtext('constituents.import'))").query((_, _) -> 0).list();
  }

  /** @return how many clients were made */
  int commit(Import job, Chunk chunk, Map<UUID, NameKeys> keys) {
    var columns = job.columns();
    int made = filled(db.sql(PARTIES), job, chunk).update();
    var changed = new HashSet<UUID>();
    if (columns.has(ClientFields.PHONE)) {
      changed.addAll(parties(db.sql(PHONES), job, chunk));
    }
    if (columns.has(ClientFields.EMAIL)) {
      changed.addAll(parties(db.sql(EMAILS), job, chunk));
    }
    if (hasAny(columns, NUMBERS)) {
      changed.addAll(parties(db.sql(IDENTITIES), job, chunk));
    }
    if (hasAny(columns, OF_A_PLACE)) {
      changed.addAll(parties(db.sql(ADDRESSES), job, chunk));
    }
    changed.addAll(parties(db.sql(ROLES), job, chunk));
    if (hasAny(columns, CONSENT)) {
      changed.addAll(parties(db.sql(CONSENTS), job, chunk));
    }
    if (ClientFields.facts().stream().anyMatch(fact -> columns.has(fact.code()))) {
      changed.addAll(parties(db.sql(FACTS), job, chunk));
    }
    if (columns.has(ClientFields.NOTE)) {
      changed.addAll(parties(db.sql(NOTES), job, chunk));
    }
    if (hasAny(columns, FILLING)) {
      var filled = parties(db.sql(FILL), job, chunk);
      names.again(filled);
      changed.addAll(filled);
    }
    if (made > 0) {
      filled(db.sql(ALIKE), job, chunk).update();
      names.add(chunk, keys);
    }
    if (!changed.isEmpty()) {
      filled(db.sql(MARK_CHANGED), job, chunk).param("parties", changed.toArray(UUID[]::new)).update();
    }
    return made;
  }

  private static boolean hasAny(Columns columns, Set<String> fields) {
    return fields.stream().anyMatch(columns::has);
  }

  private static List<UUID> parties(StatementSpec statement, Import job, Chunk chunk) {
    return filled(statement, job, chunk).query(UUID.class).list();
  }

  private static StatementSpec filled(StatementSpec statement, Import job, Chunk chunk) {
    var settings = chunk.settings();
    return statement
        .param("import", chunk.id().value()).param("first", chunk.firstRow()).param("last", chunk.lastRow())
        .param("source", settings.source()).param("language", settings.language().code()).param("today", settings.today())
        .param("at", Timestamp.from(chunk.at())).param("by", chunk.recordedBy())
        .param("file", job.fileName()).param("topics", TOPICS);
  }
}
