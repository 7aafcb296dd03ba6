package org.silah.access;

import java.io.Serializable;

/** What a session or an API key stands for. Serialised into the session: keep it small. */
public interface Principal extends Serializable {
  Actor actor();
}
