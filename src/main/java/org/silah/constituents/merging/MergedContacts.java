package org.silah.constituents.merging;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Phones, e-mail addresses, numbers of identities, addresses and notes go over. */
@Repository
@Order(1)
class MergedContacts implements MergeFollower {

  /** A number or an address that both have is as fresh as the file that heard of it last. */
  private static final String PHONES_NEWER = """
      with newer as (
        update constituents.phone k
        set source = g.source, as_of = g.as_of, recorded_at = g.recorded_at, recorded_by = g.recorded_by
        from constituents.phone g
        where k.party_id = :kept and g.party_id = :gone and g.e164 = k.e164 and (g.as_of, g.recorded_at) > (k.as_of, k.recorded_at)
        returning to_jsonb(old.*) as was)
      insert into constituents.merge_row (merge_id, what, moved, taken)
      values (:merge, 'phone_newer', '[]', coalesce((select jsonb_agg(was) from newer), '[]'))
      """;

  /** Unless it was confirmed since. */
  private static final String PHONES_NEWER_BACK = """
      update constituents.phone k
      set source = t.source, as_of = t.as_of, recorded_at = t.recorded_at, recorded_by = t.recorded_by
      from constituents.merge_row r
      cross join lateral jsonb_populate_recordset(null::constituents.phone, r.taken) t
      where r.merge_id = :merge and r.what = 'phone_newer' and k.party_id = :kept and k.e164 = t.e164
        and exists (
          select 1
          from constituents.merge_row w
          cross join lateral jsonb_populate_recordset(null::constituents.phone, w.taken) g
          where w.merge_id = :merge and w.what = 'phone' and g.e164 = k.e164 and (g.as_of, g.recorded_at) = (k.as_of, k.recorded_at))
      """;

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

  private static final String EMAILS_NEWER = """
      with newer as (
        update constituents.email k
        set source = g.source, as_of = g.as_of, recorded_at = g.recorded_at, recorded_by = g.recorded_by
        from constituents.email g
        where k.party_id = :kept and g.party_id = :gone and lower(g.address) = lower(k.address) and (g.as_of, g.recorded_at) > (k.as_of, k.recorded_at)
        returning to_jsonb(old.*) as was)
      insert into constituents.merge_row (merge_id, what, moved, taken)
      values (:merge, 'email_newer', '[]', coalesce((select jsonb_agg(was) from newer), '[]'))
      """;

  private static final String EMAILS_NEWER_BACK = """
      update constituents.email k
      set source = t.source, as_of = t.as_of, recorded_at = t.recorded_at, recorded_by = t.recorded_by
      from constituents.merge_row r
      cross join lateral jsonb_populate_recordset(null::constituents.email, r.taken) t
      where r.merge_id = :merge and r.what = 'email_newer' and k.party_id = :kept and k.address = t.address
        and exists (
          select 1
          from constituents.merge_row w
          cross join lateral jsonb_populate_recordset(null::constituents.email, w.taken) g
          where w.merge_id = :merge and w.what = 'email' and lower(g.address) = lower(k.address) and (g.as_of, g.recorded_at) = (k.as_of, k.recorded_at))
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
    merge.into(db.sql(PHONES_NEWER)).update();
    merge.into(db.sql(PHONES)).update();
    merge.into(db.sql(EMAILS_NEWER)).update();
    merge.into(db.sql(EMAILS)).update();
    merge.into(db.sql(IDENTITIES)).update();
    merge.into(db.sql(ADDRESSES)).update();
    merge.into(db.sql(NOTES)).update();
  }

  @Override
  public void comeBack(Merge merge) {
    merge.into(db.sql(PHONES_NEWER_BACK)).update();
    merge.into(db.sql(PHONES_BACK)).update();
    merge.into(db.sql(PHONES_TAKEN)).update();
    merge.into(db.sql(EMAILS_NEWER_BACK)).update();
    merge.into(db.sql(EMAILS_BACK)).update();
    merge.into(db.sql(EMAILS_TAKEN)).update();
    merge.into(db.sql(IDENTITIES_BACK)).update();
    merge.into(db.sql(ADDRESSES_BACK)).update();
    merge.into(db.sql(NOTES_BACK)).update();
  }
}
