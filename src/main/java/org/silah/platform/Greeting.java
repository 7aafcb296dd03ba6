package org.silah.platform;

import java.io.PrintStream;
import java.net.URI;

/** Something to tell the person who started Silah, once its pages answer: a bean of this type in any module. */
public interface Greeting {

  void greet(PrintStream out, URI address);
}
