package org.silah.constituents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Sql;

/**
 * Which clients a list shows, and in which order; all of it stands in the address bar.
 *
 * @param branch id of a branch that knows them
 * @param text looked for as the search box does; then the best come first
 */
public record ClientFilter(@Nullable ClientKind kind, @Nullable ClientRole role, String text, Order order, @Nullable UUID branch) {

  public enum Order { NAME, NEWEST }

  /** Each role in words of its own, so that the planner knows how many hold it. */
  private static final Map<ClientRole, Sql> HOLDS = Map.of(
      ClientRole.BENEFICIARY, Sql.of("r.role = 'beneficiary'"),
      ClientRole.DONOR, Sql.of("r.role = 'donor'"),
      ClientRole.VOLUNTEER, Sql.of("r.role = 'volunteer'"),
      ClientRole.SUPPORTER, Sql.of("r.role = 'supporter'"),
      ClientRole.SUPERVISOR, Sql.of("r.role = 'supervisor'"),
      ClientRole.PARTNER, Sql.of("r.role = 'partner'"),
      ClientRole.EMPLOYEE, Sql.of("r.role = 'employee'"));

  /** What is none of ours is left out: a list is shown rather than refused. */
  public static ClientFilter of(@Nullable String kind, @Nullable String role, @Nullable String text, @Nullable String order,
      @Nullable String branch) {
    return new ClientFilter(
        Arrays.stream(ClientKind.values()).filter(one -> one.code().equals(kind)).findFirst().orElse(null),
        Arrays.stream(ClientRole.values()).filter(one -> one.code().equals(role)).findFirst().orElse(null),
        text == null ? "" : text.strip(),
        "newest".equals(order) ? Order.NEWEST : Order.NAME,
        branch(branch));
  }

  private static @Nullable UUID branch(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank() ? null : UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  public boolean any() {
    return kind != null || role != null || branch != null || !text.isEmpty();
  }

  /** How many the search must find, so that enough are left when the rest of the filter has chosen. */
  public int depth() {
    return kind == null && role == null && branch == null ? 100 : 2_000;
  }

  public Sql where() {
    var conditions = new ArrayList<Sql>();
    conditions.add(Sql.of("p.removed_at is null"));
    if (kind != null) {
      conditions.add(Sql.of("p.kind = ?", kind.code()));
    }
    if (role != null) {
      conditions.add(HOLDS.get(role).within("exists (select 1 from constituents.party_role r where r.party_id = p.id and r.ended_on is null and %s)"));
    }
    if (branch != null) {
      conditions.add(Sql.of("p.seen_by && array[?::uuid]", branch));
    }
    return Sql.join(" and ", conditions);
  }

  public ClientFilter in(Order another) {
    return new ClientFilter(kind, role, text, another, branch);
  }

  /** The address of the list so filtered; {@code after} is a cursor or empty. */
  public String at(String path, String after) {
    var query = new LinkedHashMap<String, String>();
    query.put("kind", kind == null ? "" : kind.code());
    query.put("role", role == null ? "" : role.code());
    query.put("branch", branch == null ? "" : branch.toString());
    query.put("q", text);
    query.put("order", order == Order.NEWEST ? "newest" : "");
    query.put("after", after);
    var parts = query.entrySet().stream()
        .filter(part -> !part.getValue().isEmpty())
        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return parts.isEmpty() ? path : path + "?" + parts;
  }
}
