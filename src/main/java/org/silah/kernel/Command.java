package org.silah.kernel;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/** A word of the command line, as in {@code bin/silah audit verify}: a bean of this type in any module. */
public interface Command {

  /** The first word, lower-case Latin letters. */
  String name();

  /** One line: the words that may follow and what happens then, in the language of the terminal. */
  String usage();

  /**
   * @param args the words after the name
   * @return the exit code: 0 done, 1 refused or found wrong, 2 misused
   */
  int run(List<String> args, InputStream in, PrintStream out, PrintStream err);
}
