package org.silah.constituents.merging;

import java.sql.Timestamp;
import org.silah.constituents.Names;
import org.silah.constituents.PartyId;
import org.silah.constituents.text.NameKeys;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The two files themselves: the kept one takes what was chosen, the gone one is closed and leads to it. */
@Repository
@Order(0)
class MergedClients implements MergeFollower {

  private static final String FIELDS = """
      with before as (
        select to_jsonb(k.*) as row from constituents.party k where k.id = :kept),
      after as (
        update constituents.party k
        set display_name = case when 'display_name' = any (:theirs) then g.display_name else k.display_name end,
          name_key = case when 'display_name' = any (:theirs) then g.name_key else k.name_key end,
          father_name = case when 'display_name' = any (:theirs) then g.father_name else k.father_name end,
          grandfather_name = case when 'display_name' = any (:theirs) then g.grandfather_name else k.grandfather_name end,
          family_name = case when 'display_name' = any (:theirs) then g.family_name else k.family_name end,
          latin_name = case when 'latin_name' = any (:theirs) then g.latin_name else k.latin_name end,
          title = case when 'title' = any (:theirs) then g.title else k.title end,
          given_name = case when 'given_name' = any (:theirs) then g.given_name else k.given_name end,
          kunya = coalesce(k.kunya, g.kunya),
          gender = case when 'gender' = any (:theirs) then g.gender else k.gender end,
          birth_on = case when 'birth_on' = any (:theirs) then g.birth_on else k.birth_on end,
          nationality = case when 'nationality' = any (:theirs) then g.nationality else k.nationality end,
          language = case when 'language' = any (:theirs) then g.language else k.language end,
          officer_id = case when 'officer' = any (:theirs) then g.officer_id else k.officer_id end
        from constituents.party g
        where k.id = :kept and g.id = :gone
        returning to_jsonb(k.*) as row)
      insert into constituents.merge_row (merge_id, what, taken)
      select :merge, 'party', coalesce(jsonb_agg(jsonb_build_object('column', b.key, 'before', b.value, 'after', a.value)), '[]')
      from before
      cross join after
      cross join lateral jsonb_each(before.row) b
      join lateral jsonb_each(after.row) a on a.key = b.key
      where a.value <> b.value
      """;

  /** What somebody wrote since stays. */
  private static final String FIELDS_BACK = """
      with was as (
        select jsonb_object_agg(f ->> 'column', f -> 'before') as fields
        from constituents.merge_row r
        cross join lateral jsonb_array_elements(r.taken) f
        where r.merge_id = :merge and r.what = 'party'
          and f -> 'after' = (select to_jsonb(k.*) -> (f ->> 'column') from constituents.party k where k.id = :kept))
      update constituents.party k
      set display_name = b.display_name, name_key = b.name_key, father_name = b.father_name, grandfather_name = b.grandfather_name,
        family_name = b.family_name, latin_name = b.latin_name, title = b.title, given_name = b.given_name, kunya = b.kunya, gender = b.gender,
        birth_on = b.birth_on, nationality = b.nationality, language = b.language, officer_id = b.officer_id
      from was
      cross join constituents.party now
      cross join lateral jsonb_populate_record(now, was.fields) b
      where k.id = :kept and now.id = :kept and was.fields is not null
      """;

  private static final String CLOSED = """
      update constituents.party
      set removed_at = :at, removed_reason = 'merged', merged_into = :kept, updated_at = :at
      where id = :gone and :merge::uuid is not null
      """;

  private static final String OPEN = """
      update constituents.party
      set removed_at = null, removed_reason = null, merged_into = null, updated_at = :at
      where id = :gone and merged_into = :kept and :merge::uuid is not null
      """;

  private record Called(String displayName, @org.jspecify.annotations.Nullable String latinName) {

    NameKeys keys() {
      return NameKeys.of(displayName, latinName);
    }
  }

  private final JdbcClient db;
  private final Names names;
  private final java.time.Clock clock;

  MergedClients(JdbcClient db, Names names, java.time.Clock clock) {
    this.db = db;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void follow(Merge merge) {
    var before = called(merge.kept());
    merge.into(db.sql(FIELDS)).param("theirs", merge.codes()).update();
    names.replace(merge.kept(), before.keys(), called(merge.kept()).keys());
    names.remove(merge.gone(), called(merge.gone()).keys());
    merge.into(db.sql(CLOSED)).param("at", merge.timestamp()).update();
  }

  @Override
  public void comeBack(Merge merge) {
    var before = called(merge.kept());
    merge.into(db.sql(FIELDS_BACK)).update();
    names.replace(merge.kept(), before.keys(), called(merge.kept()).keys());
    names.add(merge.gone(), called(merge.gone()).keys());
    merge.into(db.sql(OPEN)).param("at", Timestamp.from(clock.instant())).update();
  }

  private Called called(PartyId party) {
    return db.sql("select display_name, latin_name from constituents.party where id = ?")
        .param(party.value())
        .query((row, _) -> new Called(row.getString("display_name"), row.getString("latin_name")))
        .single();
  }
}
