package org.silah.constituents.merging;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.silah.constituents.Changes;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.constituents.Recording;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes one client of two, and two again. Each is one transaction in which nobody else changes either of them. */
@Component
public class Merging {

  private final Merges merges;
  private final List<MergeFollower> followers;
  private final Constituents constituents;
  private final Changes changes;
  private final Recording recording;
  private final JdbcClient db;

  Merging(Merges merges, List<MergeFollower> followers, Constituents constituents, Changes changes, Recording recording, JdbcClient db) {
    this.merges = merges;
    this.followers = followers;
    this.constituents = constituents;
    this.changes = changes;
    this.recording = recording;
    this.db = db;
  }

  /**
   * All that {@code gone} has goes over to {@code kept}; its number leads there from now on.
   *
   * @param theirs codes of the facts to take from {@code gone}
   * @throws NoSuchElementException if one of them is not there, was merged already, or is out of sight
   * @throws UnlikeClients if they are the same, or a person and a body
   */
  @Transactional
  public UUID merge(PartyId kept, PartyId gone, Set<String> theirs) {
    hold(List.of(kept, gone));
    changes.begin(kept);
    changes.begin(gone);
    var one = constituents.find(kept).orElseThrow();
    var other = constituents.find(gone).orElseThrow();
    if (kept.equals(gone) || one.kind() != other.kind()) {
      throw new UnlikeClients();
    }
    var merge = new Merge(Ids.next(), kept, gone, theirs, recording.now(), recording.by(), null);
    merges.add(merge);
    followers.forEach(follower -> follower.follow(merge));
    changes.made("client.merge", kept, Map.of("merge", merge.id(), "gone", gone.toString(), "gone_number", other.fileNumber(), "theirs", theirs),
        new ClientsMerged(kept, gone, merge.at()));
    return merge.id();
  }

  /**
   * Several become one, all of them or none.
   *
   * @param gone who goes into {@code kept}, each with the codes of the facts to take from them
   * @throws NoSuchElementException as for one
   * @throws UnlikeClients as for one
   */
  @Transactional
  public List<UUID> merge(PartyId kept, Map<PartyId, Set<String>> gone) {
    hold(Stream.concat(Stream.of(kept), gone.keySet().stream()).toList());
    return gone.entrySet().stream().map(one -> merge(kept, one.getKey(), one.getValue())).toList();
  }

  /**
   * Both are again as they were, and what came since stays with the one it came to.
   *
   * @throws NoSuchElementException if there is no such merge, or its kept client is not there or out of sight
   * @throws MergedFurther if the kept client went into another since: that is undone first
   * @throws LaterMerge if another went into the kept client since: what the two had in common is told apart by undoing the later first
   * @throws AlreadyUndone if somebody was faster
   */
  @Transactional
  public void undo(UUID id) {
    var merge = merges.findForUpdate(id).orElseThrow(NoSuchElementException::new);
    if (merge.undoneAt() != null) {
      throw new AlreadyUndone();
    }
    if (db.sql("select merged_into is not null from constituents.party where id = ?").param(merge.kept().value()).query(Boolean.class).single()) {
      throw new MergedFurther();
    }
    hold(List.of(merge.kept(), merge.gone()));
    changes.begin(merge.kept());
    if (merges.into(merge.kept()).stream().filter(one -> one.undoneAt() == null).findFirst().filter(newest -> newest.id().equals(id)).isEmpty()) {
      throw new LaterMerge();
    }
    followers.reversed().forEach(follower -> follower.comeBack(merge));
    merges.undone(id, recording.now(), recording.by());
    changes.made("client.merge.undo", merge.kept(), Map.of("merge", id, "gone", merge.gone().toString()), new MergeUndone(merge.kept(), merge.gone(), recording.now()));
  }

  /** Also against those who add rows that point to them; in the order of their ids, so that two who merge the same pair do not wait in a circle. */
  private void hold(List<PartyId> parties) {
    db.sql("select id from constituents.party where id = any (?) order by id for update")
        .param(parties.stream().map(PartyId::value).toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }
}
