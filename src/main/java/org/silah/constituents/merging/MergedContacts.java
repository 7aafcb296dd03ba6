package org.silah.constituents.merging;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Phones, e-mail addresses, numbers of identities, addresses and notes go over. */
@Repository
@Order(1)
class MergedContacts implements MergeFollower {

  private static final String PHONES = """
      with taken as (
        delete from constituents.phone g
        where g.party_id = :gone and exists (select 1 from constituents.phone k where k.party_id = :kept and k.e164 = g.e164)
        returning g.*),
      moved as (
        update constituents.phone g
        set party_id = :kept
        where g.party_id = :gone and not exists (select 1 from constituents.phone k where k.party_id = :kept and k.e164 = g.e164)
        returning g.e164)
      insert into constituents.merge_row (merge_id, what, moved, taken)
      values (:merge, 'phone', coalesce((select jsonb_agg(e164) from moved), '[]'), coalesce((select jsonb_agg(to_jsonb(taken.*)) from taken), '[]'))
      """;

  private static final String PHONES_BACK = """
      update constituents.phone p
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'phone' and p.party_id = :kept and r.moved @> to_jsonb(p.e164)
      """;

  private static final String PHONES_TAKEN = """
      insert into constituents.phone
      select t.*
      from constituents.merge_row r
      cross join lateral jsonb_populate_recordset(null::constituents.phone, r.taken) t
      where r.merge_id = :merge and r.what = 'phone'
      on conflict do nothing
      """;

  private static final String EMAILS = """
      with taken as (
        delete from constituents.email g
        where g.party_id = :gone and exists (select 1 from constituents.email k where k.party_id = :kept and lower(k.address) = lower(g.address))
        returning g.*),
      moved as (
        update constituents.email g
        set party_id = :kept
        where g.party_id = :gone
          and not exists (select 1 from constituents.email k where k.party_id = :kept and lower(k.address) = lower(g.address))
        returning g.address)
      insert into constituents.merge_row (merge_id, what, moved, taken)
      values (:merge, 'email', coalesce((select jsonb_agg(address) from moved), '[]'), coalesce((select jsonb_agg(to_jsonb(taken.*)) from taken), '[]'))
      """;

  private static final String EMAILS_BACK = """
      update constituents.email p
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'email' and p.party_id = :kept and r.moved @> to_jsonb(p.address)
      """;

  private static final String EMAILS_TAKEN = """
      insert into constituents.email
      select t.*
      from constituents.merge_row r
      cross join lateral jsonb_populate_recordset(null::constituents.email, r.taken) t
      where r.merge_id = :merge and r.what = 'email'
      on conflict do nothing
      """;

  private static final String IDENTITIES = """
      with moved as (
        update constituents.identity
        set party_id = :kept
        where party_id = :gone
        returning concat(kind, ' ', issuer, ' ', number) as key)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'identity', coalesce((select jsonb_agg(key) from moved), '[]'))
      """;

  private static final String IDENTITIES_BACK = """
      update constituents.identity i
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'identity' and i.party_id = :kept and r.moved @> to_jsonb(concat(i.kind, ' ', i.issuer, ' ', i.number))
      """;

  private static final String ADDRESSES = """
      with moved as (
        update constituents.address set party_id = :kept where party_id = :gone returning id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'address', coalesce((select jsonb_agg(id) from moved), '[]'))
      """;

  private static final String ADDRESSES_BACK = """
      update constituents.address p
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'address' and p.party_id = :kept and r.moved @> to_jsonb(p.id)
      """;

  private static final String NOTES = """
      with moved as (
        update constituents.note set party_id = :kept where party_id = :gone returning id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'note', coalesce((select jsonb_agg(id) from moved), '[]'))
      """;

  private static final String NOTES_BACK = """
      update constituents.note p
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'note' and p.party_id = :kept and r.moved @> to_jsonb(p.id)
      """;

  private final JdbcClient db;

  MergedContacts(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void follow(Merge merge) {
    merge.into(db.sql(PHONES)).update();
    merge.into(db.sql(EMAILS)).update();
    merge.into(db.sql(IDENTITIES)).update();
    merge.into(db.sql(ADDRESSES)).update();
    merge.into(db.sql(NOTES)).update();
  }

  @Override
  public void comeBack(Merge merge) {
    merge.into(db.sql(PHONES_BACK)).update();
    merge.into(db.sql(PHONES_TAKEN)).update();
    merge.into(db.sql(EMAILS_BACK)).update();
    merge.into(db.sql(EMAILS_TAKEN)).update();
    merge.into(db.sql(IDENTITIES_BACK)).update();
    merge.into(db.sql(ADDRESSES_BACK)).update();
    merge.into(db.sql(NOTES_BACK)).update();
  }
}
