package org.silah.copies;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.silah.access.Institutions;
import org.silah.access.Rights;
import org.silah.access.Sensitive;
import org.silah.kernel.BrokenRule;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A complete copy for whoever administers and may look at everything that is in it, sensitive facts too. */
@Controller
class CopyPages {

  /** Whoever may not look at it on a page may not carry it away. */
  static class NotAllOfIt extends BrokenRule {
    NotAllOfIt() {
      super("copies.not-all");
    }
  }

  private final CopyWriter writer;
  private final Rights rights;
  private final Institutions institutions;

  CopyPages(CopyWriter writer, Rights rights, Institutions institutions) {
    this.writer = writer;
    this.rights = rights;
    this.institutions = institutions;
  }

  @GetMapping("/settings/copy")
  String show(Model model) {
    model.addAttribute("missing", missing());
    return "copies/copy";
  }

  @PostMapping("/settings/copy")
  void write(HttpServletResponse response) throws IOException {
    if (!missing().isEmpty()) {
      throw new NotAllOfIt();
    }
    writer.refuseHalf();
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"silah-copy-" + institutions.today() + ".zip\"");
    response.setHeader("Cache-Control", "no-store");
    writer.write(response.getOutputStream());
  }

  private List<Sensitive> missing() {
    return Arrays.stream(Sensitive.values()).filter(fact -> !rights.holds(fact)).toList();
  }
}
