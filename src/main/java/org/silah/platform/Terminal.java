package org.silah.platform;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the program is answered and answers: always UTF-8, since a name may stand in any line. */
record Terminal(InputStream in, PrintStream out, PrintStream err) {

  /** The process's own. What libraries print joins the errors, so that an answer can be piped on. */
  static Terminal own() {
    var out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, StandardCharsets.UTF_8);
    var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.setOut(err);
    System.setErr(err);
    return new Terminal(System.in, out, err);
  }

  void say(String key, Object... values) {
    out.println(Sentences.say(key, values));
    out.flush();
  }

  void complain(String key, Object... values) {
    err.println(Sentences.say(key, values));
  }
}
