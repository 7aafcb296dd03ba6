package org.silah.web;

/** What is called by a name of its own in either language; given to a sentence, it stands there by that name. */
public interface Named {

  String name(Language language);
}
