package org.silah.constituents.lists;

import java.util.UUID;

/**
 * A saved view: a tab above the list of clients.
 *
 * @param own made by whoever looks
 * @param shared seen by everyone
 * @param opens what its owner's list opens with
 * @param query what stands in the address
 */
record ClientView(UUID id, String name, boolean own, boolean shared, boolean opens, String query) {

  String at() {
    return "/clients?" + (query.isEmpty() ? "" : query + "&") + "view=" + id;
  }
}
