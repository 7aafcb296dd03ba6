package org.silah.constituents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What every form on a profile has in common: the change is made and the group shown anew; or the form comes back with its
 * mistakes and everything that was typed. Without script the whole page does what a part of it does with script.
 */
@Component
public class Edits {

  private final ProfileView view;
  private final Pages pages;

  Edits(ProfileView view, Pages pages) {
    this.view = view;
    this.pages = pages;
  }

  /**
   * @param what the form, as {@link Editing#what}
   * @param box where a mistake belongs that names no box of its own
   */
  ModelAndView make(PartyId party, ProfilePanel.Group group, String what, String box, HttpServletRequest request, Runnable change) {
    try {
      change.run();
    } catch (Mistakes mistakes) {
      return again(party, group, what, mistakes, null, request);
    } catch (Unreadable unreadable) {
      return again(party, group, what, new Mistakes().add(box, unreadable), null, request);
    } catch (IdentityTaken taken) {
      return again(party, group, what, new Mistakes().add(box, taken), taken.holder(), request);
    } catch (BrokenRule rule) {
      return again(party, group, what, new Mistakes().add(box, rule), null, request);
    }
    return isPart(request)
        ? view.changed(party, group, request)
        : new ModelAndView("redirect:/clients/" + party + "#group-" + group.code());
  }

  /** A note belongs to no group: it stands on the timeline. */
  ModelAndView note(PartyId party, HttpServletRequest request, Runnable change) {
    try {
      change.run();
    } catch (Unreadable unreadable) {
      var typed = Map.of("text", String.valueOf(request.getParameter("text")));
      var editing = new Editing("note", typed, new Mistakes().add("text", unreadable).in(pages.words(request)), null);
      return isPart(request) ? view.notes(party, editing, request) : view.whole(party, editing, request);
    }
    return isPart(request)
        ? view.notes(party, Editing.nothing(), request)
        : new ModelAndView("redirect:/clients/" + party + "#timeline");
  }

  private ModelAndView again(
      PartyId party, ProfilePanel.Group group, String what, Mistakes mistakes, @Nullable PartyId holder, HttpServletRequest request) {
    var typed = new HashMap<String, String>();
    request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
    // the only box of a fact is called value, whatever the fact
    var sentences = new HashMap<>(mistakes.in(pages.words(request)));
    Field.of(what).map(field -> sentences.remove(field.code())).ifPresent(sentence -> sentences.put("value", sentence));
    var editing = new Editing(what, Map.copyOf(typed), sentences, holder);
    return isPart(request) ? view.section(party, group, editing, request) : view.whole(party, editing, request);
  }

  static boolean isPart(HttpServletRequest request) {
    return "partial".equals(request.getHeader("HX-Request-Type"));
  }

  /** Where a fact is from; what is not on the list is for imports to say. */
  public static String source(@Nullable String typed) {
    return typed != null && Shown.SOURCES.contains(typed) ? typed : "staff";
  }
}
