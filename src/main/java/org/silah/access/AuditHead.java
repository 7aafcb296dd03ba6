package org.silah.access;

import java.util.HexFormat;

/**
 * Where the audit log ends: whoever knows this knows everything before it to be unaltered.
 *
 * @param seq number of the last entry, 0 when there is none
 */
record AuditHead(long seq, byte[] hash) {

  static final AuditHead NONE = new AuditHead(0, new byte[32]);

  String hex() {
    return HexFormat.of().formatHex(hash);
  }
}
