package org.silah.constituents.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.silah.constituents.Hit;
import org.silah.constituents.LikeClient;
import org.silah.constituents.LikeClients;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.likeness.Name;
import org.silah.constituents.likeness.Traits;
import org.silah.kernel.PhoneNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers who is likely known already: with the weights of this base, and beside them whoever has the same number. */
@Component
class Likely implements LikeClients {

  private static final int SHOWN = 10;

  private final Following following;
  private final Proposals proposals;
  private final Sides sides;

  Likely(Following following, Proposals proposals, Sides sides) {
    this.following = following;
    this.proposals = proposals;
    this.sides = sides;
  }

  @Override
  @Transactional(readOnly = true)
  public List<LikeClient> to(NewClient client) {
    var nobody = PartyId.next().value();
    var found = new LinkedHashMap<UUID, LikeClient>();
    var likely = following.proposals(List.of(KeptRecords.kept(nobody, traits(client)))).stream()
        .sorted(Comparator.comparingDouble(Proposal::bits).reversed()).toList();
    likes(likely, nobody).forEach(like -> found.put(like.hit().id().value(), like));
    sides.sharing(client).forEach((party, key) -> {
      if (!found.containsKey(party.id().value())) {
        found.put(party.id().value(), new LikeClient(hit(party), false, List.of(key)));
      }
    });
    return found.values().stream().limit(SHOWN).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Integer, LikeClient> likeliest(Map<Integer, NewClient> clients) {
    var made = new LinkedHashMap<UUID, Integer>();
    var kept = new ArrayList<KeptRecords.Kept>();
    clients.forEach((number, client) -> {
      var nobody = PartyId.next().value();
      made.put(nobody, number);
      kept.add(KeptRecords.kept(nobody, traits(client)));
    });
    var best = new LinkedHashMap<UUID, Proposal>();
    for (var proposal : following.proposals(kept)) {
      best.merge(made.containsKey(proposal.a()) ? proposal.a() : proposal.b(), proposal, (one, other) -> one.bits() >= other.bits() ? one : other);
    }
    var known = sides.of(best.entrySet().stream().map(one -> other(one.getValue(), one.getKey())).toList());
    var likeliest = new LinkedHashMap<Integer, LikeClient>();
    best.forEach((nobody, proposal) -> {
      var side = known.get(other(proposal, nobody));
      if (side != null) {
        likeliest.put(made.get(nobody), new LikeClient(hit(side), proposal.band() == Band.CERTAIN, reasons(proposal)));
      }
    });
    return likeliest;
  }

  private static UUID other(Proposal proposal, UUID one) {
    return proposal.a().equals(one) ? proposal.b() : proposal.a();
  }

  @Override
  public List<LikeClient> to(PartyId party) {
    return likes(proposals.of(party), party.value());
  }

  @Override
  public List<String> saidApart(Collection<PartyId> parties) {
    return proposals.saidApart(parties.stream().map(PartyId::value).toList());
  }

  private List<LikeClient> likes(List<Proposal> likely, UUID asked) {
    var others = new LinkedHashMap<UUID, Proposal>();
    likely.stream().limit(SHOWN).forEach(proposal -> others.put(other(proposal, asked), proposal));
    var known = sides.of(others.keySet());
    var likes = new ArrayList<LikeClient>();
    others.forEach((other, proposal) -> {
      if (known.containsKey(other)) {
        likes.add(new LikeClient(hit(known.get(other)), proposal.band() == Band.CERTAIN, reasons(proposal)));
      }
    });
    return likes;
  }

  private static List<String> reasons(Proposal proposal) {
    return proposal.told().stream().filter(reason -> reason.bits() > 0).map(Proposal.Reason::key).toList();
  }

  private static Hit hit(Side side) {
    return new Hit(side.id(), side.fileNumber(), side.kind(), side.name(), side.latinName(), null);
  }

  private static Traits traits(NewClient client) {
    var sort = KeptRecords.sort(client.kind().code());
    var names = Stream.of(client.displayName(), client.latinName()).filter(name -> name != null && !name.isBlank())
        .map(name -> sort == Traits.Sort.PERSON ? Name.of(name) : Name.whole(name)).toList();
    return new Traits(
        sort, names, client.birthOn() == null ? null : client.birthOn().format(KeptRecords.DIGITS), client.phones().stream().map(PhoneNumber::e164).toList(),
        client.emails().stream().map(email -> email.toLowerCase(Locale.ROOT)).toList(),
        client.identities().stream().map(one -> one.kind().code() + " " + one.issuer() + " " + one.number()).toList(), List.of(),
        client.gender() == null ? null : client.gender().code());
  }
}
