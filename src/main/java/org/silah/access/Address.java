package org.silah.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a visitor is: an IPv4 address, or the network of an IPv6 address, since one household or office has all of that. */
final class Address {

  private static final int NETWORK_BYTES = 8;

  private Address() {}

  /** @param address as the server gives it, always in digits */
  static String of(String address) {
    try {
      if (address.indexOf(':') >= 0 && InetAddress.ofLiteral(address) instanceof Inet6Address six) {
        var network = six.getAddress();
        Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
        return InetAddress.getByAddress(network).getHostAddress() + "/64";
      }
    } catch (IllegalArgumentException | UnknownHostException unreadable) {
      return "unknown";
    }
    return address;
  }
}
