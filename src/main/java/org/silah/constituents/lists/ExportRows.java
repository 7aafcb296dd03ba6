package org.silah.constituents.lists;

import java.sql.ResultSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.constituents.Seen;
import org.silah.constituents.search.Search;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clients with what a spreadsheet has of them, several values of a kind in one cell. Reads only. */
@Repository
class ExportRows {

  private static final int FETCHED_AT_ONCE = 2_000;

  /** As in the file, but codes for words; several values stand behind each other with "; " between. */
  record Row(
      UUID id, long fileNumber, String kind, @Nullable String bearing, String name, @Nullable String latinName, @Nullable String title,
      @Nullable String gender, @Nullable String birthOn, @Nullable String phones, @Nullable String emails, @Nullable String nationalId,
      @Nullable String residence, @Nullable String commercialRegister, @Nullable String city, @Nullable String roles, @Nullable String roleSince,
      String language, String branch, String source, String createdOn) {}

  private static final String SELECT = """
      select p.id, p.file_number, p.kind, p.agency_bearing as bearing, p.display_name as name, p.latin_name, p.title, p.gender, p.birth_on::text, p.language, p.home_branch_id::text as branch, p.source,
        (select string_agg(f.e164, '; ' order by f.as_of desc, f.recorded_at desc, f.e164) from constituents.phone f where f.party_id = p.id) as phones,
        (select string_agg(e.address, '; ' order by e.as_of desc, e.recorded_at desc, e.address) from constituents.email e where e.party_id = p.id) as emails,
        (select min(i.number) from constituents.identity i where i.party_id = p.id and i.kind = 'national_id') as national_id,
        (select min(i.number) from constituents.identity i where i.party_id = p.id and i.kind = 'residence') as residence,
        (select min(i.number) from constituents.identity i where i.party_id = p.id and i.kind = 'commercial_register') as commercial_register,
        (select min(a.city) from constituents.address a where a.party_id = p.id and not a.protected) as city,
        (select string_agg(r.role, ';' order by r.started_on, r.role) from constituents.party_role r where r.party_id = p.id and r.ended_on is null) as roles,
        (select string_agg(r.started_on::text, '; ' order by r.started_on, r.role) from constituents.party_role r where r.party_id = p.id and r.ended_on is null) as role_since,
        (p.created_at at time zone ?)::date::text as created_on
      from constituents.party p
      where""";

  private final JdbcClient db;
  private final Search search;
  private final Seen seen;
  private final Institutions institutions;

  ExportRows(JdbcClient db, Search search, Seen seen, Institutions institutions) {
    this.db = db;
    this.search = search;
    this.seen = seen;
    this.institutions = institutions;
  }

  /** One after the other, without ever holding all of them. Needs a transaction. */
  void forEach(ListQuery asked, Consumer<Row> row) {
    var query = Sql.of(SELECT, institutions.charity().timeZone().getId()).append(asked.asksFor()).append(seen.only());
    if (!asked.filter().text().isEmpty()) {
      var ids = search.find(asked.filter().text(), asked.depth()).stream().map(hit -> hit.id().value()).toArray(UUID[]::new);
      query = query.append("and p.id = any (?)", (Object) ids);
    }
    query = query.append(asked.sort().fromTheBeginning());
    var read = DataClassRowMapper.newInstance(Row.class);
    db.sql(query.text()).withFetchSize(FETCHED_AT_ONCE).params(query.values()).query((ResultSet rows) -> row.accept(read.mapRow(rows, 0)));
  }
}
