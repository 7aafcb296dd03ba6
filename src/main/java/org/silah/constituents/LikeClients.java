package org.silah.constituents;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who in the base is likely the same client: asked before one is added, and of one who is there. Only clients in sight are told. */
public interface LikeClients {

  /** The likeliest first. */
  List<LikeClient> to(NewClient client);

  List<LikeClient> to(PartyId party);

  /** Of each of several who are to be added the likeliest one there is, by the same numbers; who has none is missing. */
  Map<Integer, LikeClient> likeliest(Map<Integer, NewClient> clients);

  /** The reasons for which people said that some of these are not one. */
  List<String> saidApart(Collection<PartyId> parties);
}
