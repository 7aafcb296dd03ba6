package org.silah.dialogue;

/** What a kind of message says in one language, as people write it. */
record Text(String subject, String body) {}
