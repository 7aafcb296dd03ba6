package org.silah.constituents.families;

import java.util.Collection;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What holds for every household when a deed is done. The tables carry the first two as constraints. Reads only. */
@Repository
class FamilyRules {

  /** A man has up to this many wives at a time. */
  static final int WIVES = 4;

  private final JdbcClient db;

  FamilyRules(JdbcClient db) {
    this.db = db;
  }

  private record Flaw(String rule, String name) {}

  /** @throws HouseholdRule for the first that is broken */
  void check(Collection<PartyId> families, Collection<PartyId> persons) {
    db.sql("""
        select rule, name
        from (
          select 1 as weight, 'overlap' as rule, p.display_name as name
          from constituents.family_member a
          join constituents.family_member b on b.family_id = a.family_id and b.member_id = a.member_id and b.id > a.id
          join constituents.party p on p.id = a.member_id
          where a.family_id = any (:families) and daterange(a.since, a.until) && daterange(b.since, b.until)
          union all
          select 2, 'two-heads', p.display_name
          from constituents.family_member a
          join constituents.family_member b on b.family_id = a.family_id and b.position = 'head' and b.id > a.id
          join constituents.party p on p.id = a.member_id
          where a.family_id = any (:families) and a.position = 'head' and daterange(a.since, a.until) && daterange(b.since, b.until)
          union all
          select 3, 'deceased', p.display_name
          from constituents.family_member m
          join constituents.party p on p.id = m.member_id
          where (m.member_id = any (:persons) or m.family_id = any (:families))
            and p.deceased and (m.ended is null or m.until > p.died_on)
          union all
          select 4, 'unborn', p.display_name
          from constituents.family_member m
          join constituents.party p on p.id = m.member_id
          where (m.member_id = any (:persons) or m.family_id = any (:families)) and m.since < p.birth_on
          union all
          select 5, case when p.gender = 'female' then 'wife-twice' else 'homes' end, p.display_name
          from constituents.family_member m
          join constituents.party p on p.id = m.member_id
          where m.member_id = any (:persons) and m.ended is null and m.position in ('head', 'spouse')
          group by p.id
          having count(*) > case when p.gender = 'female' then 1 else :wives end
          union all
          select 6, case when p.gender = 'female' then 'husbands' else 'wives' end, p.display_name
          from constituents.party p
          cross join lateral (
            select o.member_id as id
            from constituents.family_member m
            join constituents.family_member o on o.family_id = m.family_id and o.ended is null and o.member_id <> m.member_id
            where m.member_id = p.id and m.ended is null
              and (m.position = 'head' and o.position = 'spouse' or m.position = 'spouse' and o.position = 'head')
            union
            select case when t.from_id = p.id then t.to_id else t.from_id end
            from constituents.tie t
            where p.id in (t.from_id, t.to_id) and t.kind = 'kin' and t.what = 'spouse' and t.ended is null) spouse
          where p.id = any (:persons)
          group by p.id
          having count(*) > case when p.gender = 'female' then 1 else :wives end
          union all
          select 7, 'same-sex', p.display_name
          from constituents.family_member h
          join constituents.family_member s on s.family_id = h.family_id and s.position = 'spouse' and s.ended is null
          join constituents.party p on p.id = s.member_id
          join constituents.party q on q.id = h.member_id
          where h.family_id = any (:families) and h.position = 'head' and h.ended is null and p.gender = q.gender) flaw
        order by weight
        limit 1""")
        .param("families", ids(families))
        .param("persons", ids(persons))
        .param("wives", WIVES)
        .query(Flaw.class)
        .optional()
        .ifPresent(flaw -> {
          throw new HouseholdRule(flaw.rule, flaw.name);
        });
  }

  private static UUID[] ids(Collection<PartyId> parties) {
    return parties.stream().map(PartyId::value).toArray(UUID[]::new);
  }
}
