package org.silah.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Emails;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;

/** What an administrator types about a staff member, as typed. */
record StaffForm(@Nullable String username, @Nullable String nameAr, @Nullable String nameEn, @Nullable String email, @Nullable List<String> roles) {

  static final StaffForm EMPTY = new StaffForm("", "", "", "", List.of());

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
  private static final int LONGEST_NAME = 100;

  /** Nothing that was not typed is null from here on. */
  StaffForm {
    username = typed(username);
    nameAr = typed(nameAr);
    nameEn = typed(nameEn);
    email = typed(email);
    roles = roles == null ? List.of() : List.copyOf(roles);
  }

  static StaffForm of(Staff staff) {
    return new StaffForm(
        staff.username(), staff.nameAr(), staff.nameEn(), Objects.requireNonNullElse(staff.email(), ""), staff.roles().stream().map(Role::code).sorted().toList());
  }

  Mistakes mistakes() {
    var mistakes = new Mistakes();
    if (!USERNAME.matcher(username).matches()) {
      mistakes.add("username", "access.staff.unfit-username");
    }
    length(nameAr, "nameAr", mistakes);
    length(nameEn, "nameEn", mistakes);
    try {
      address();
    } catch (Unreadable unreadable) {
      mistakes.add("email", unreadable);
    }
    if (chosen().isEmpty()) {
      mistakes.add("roles", "access.staff.no-role");
    }
    return mistakes;
  }

  @Nullable String address() {
    return email.isEmpty() ? null : Emails.parse(email);
  }

  Set<Role> chosen() {
    return EnumSet.allOf(Role.class).stream().filter(role -> roles.contains(role.code())).collect(Collectors.toUnmodifiableSet());
  }

  boolean holds(Role role) {
    return roles.contains(role.code());
  }

  private static void length(String name, String field, Mistakes mistakes) {
    if (name.isEmpty()) {
      mistakes.add(field, "web.invalid.required");
    } else if (name.length() > LONGEST_NAME) {
      mistakes.add(field, "web.invalid.too-long", LONGEST_NAME);
    }
  }

  private static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
