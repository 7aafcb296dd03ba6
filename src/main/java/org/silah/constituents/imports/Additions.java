package org.silah.constituents.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Adds to the clients of a chunk, new or known, what they did not have: contact points, numbers, places, roles, facts, notes, the branch. */
@Repository
class Additions {

  private static final String ROWS = """
      from constituents.import_staged s
      join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
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
          select r.party_id, o.role, min(coalesce(o.began::date, :today::date)) as since
      """ + ROWS + """
          cross join lateral unnest(s.roles, s.role_starts) as o (role, began)
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

  private static final String FACTS = """
      with added as (
        insert into constituents.fact (id, party_id, code, value, source, as_of, import_id, recorded_at, recorded_by)
        select uuidv7(), party_id, code, value, :source, :today::date, :import::uuid, :at::timestamptz, :by
        from (
          select distinct on (r.party_id, f.code) r.party_id, f.code, f.value
      """ + ROWS + """
          cross join lateral unnest(s.fact_codes, s.fact_values) as f (code, value)
      """ + OF_ALL + """
            and not (f.code = any (:others))
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

  /** Whoever comes in a branch's list is known to it. */
  private static final String KNOWN_TO = """
      with added as (
        insert into constituents.party_branch (party_id, branch_id, since, reason, import_id, recorded_at, recorded_by)
        select distinct r.party_id, :branch::uuid, :today::date, :file, :import::uuid, :at::timestamptz, :by
        from constituents.import_row r
        join constituents.party p on p.id = r.party_id
        where r.import_id = :import and r.row_no between :first and :last and r.outcome in ('joined', 'repeats')
          and not p.seen_by && array[:branch::uuid]
        order by r.party_id
        on conflict (party_id, branch_id) do update
        set since = excluded.since, until = null, reason = excluded.reason, import_id = excluded.import_id,
          recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
        returning party_id
      ),
      seen as (
        update constituents.party p
        set seen_by = p.seen_by || :branch::uuid
        from added a
        where p.id = a.party_id
        returning p.id
      )
      """ + CHANGED;

  private static final Set<String> OF_A_PLACE = Set.of("region", "city", "district", "street", "building", "postcode", "short_code");
  private static final Set<String> NUMBERS = Set.of("national_id", "residence", "passport", "commercial_register", "licence", "branch_file");

  private final JdbcClient db;
  private final ToldAnswers answers;
  private final List<ClientColumns> more;

  Additions(JdbcClient db, ToldAnswers answers, List<ClientColumns> more) {
    this.db = db;
    this.answers = answers;
    this.more = more;
  }

  /** @return the clients who were known before and got something */
  Set<UUID> add(Import job, Chunk chunk) {
    var columns = job.columns();
    var changed = new HashSet<UUID>();
    if (columns.has(ClientFields.PHONE)) {
      changed.addAll(parties(db.sql(PHONES), chunk));
    }
    if (columns.has(ClientFields.EMAIL)) {
      changed.addAll(parties(db.sql(EMAILS), chunk));
    }
    if (columns.hasAny(NUMBERS)) {
      changed.addAll(parties(db.sql(IDENTITIES), chunk));
    }
    if (columns.hasAny(OF_A_PLACE)) {
      changed.addAll(parties(db.sql(ADDRESSES), chunk));
    }
    changed.addAll(parties(db.sql(ROLES), chunk));
    if (columns.hasAny(ConsentReader.COLUMNS.keySet())) {
      changed.addAll(answers.add(job, chunk));
    }
    if (ClientFields.facts().stream().anyMatch(fact -> columns.has(fact.code()))) {
      changed.addAll(parties(db.sql(FACTS).param("others", more.stream().map(ClientColumns::code).toArray(String[]::new)), chunk));
    }
    for (var other : more) {
      if (columns.fields().stream().anyMatch(field -> field.startsWith(other.code() + "."))) {
        changed.addAll(other.add(chunk));
      }
    }
    if (columns.has(ClientFields.NOTE)) {
      changed.addAll(parties(db.sql(NOTES), chunk));
    }
    changed.addAll(parties(db.sql(KNOWN_TO).param("file", job.fileName()), chunk));
    return changed;
  }

  private static List<UUID> parties(StatementSpec statement, Chunk chunk) {
    return chunk.into(statement).query(UUID.class).list();
  }
}
