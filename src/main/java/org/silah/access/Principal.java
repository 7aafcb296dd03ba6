package org.silah.access;

import java.io.Serializable;
import java.util.Set;

/** What a session or an API key stands for. Serialised into the session: keep it small. */
public interface Principal extends Serializable {

  Actor actor();

  /** The words of the route table that it answers to. */
  Set<String> held();

  /** Whom it sees. */
  Sight sight();
}
