package org.silah.platform;

import java.nio.file.Path;

/** Another process owns the data folder. */
final class FolderInUse extends CannotStart {

  private static final long serialVersionUID = 1;

  FolderInUse(Path folder, String process) {
    super("folder-in-use", folder, process);
  }
}
