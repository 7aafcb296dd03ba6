package org.silah.dialogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Counts links that we never sent, by the network that tried them. A genuine link always works: large mail providers ask for
 * many people from few addresses.
 */
@Component
class Guesses {

  private static final int PER_MINUTE = 60;
  private static final int MOST_NETWORKS = 50_000;

  private final Cache<String, AtomicInteger> tries =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(MOST_NETWORKS).build();

  /** False when a network guesses too often. */
  boolean mayGoOn(String network) {
    return tries.get(network, _ -> new AtomicInteger()).incrementAndGet() <= PER_MINUTE;
  }

  /** {@code address} without its last part, so that it points to a network and to nobody: {@code 203.0.113.0/24}. */
  static String network(String address) {
    try {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      boolean wide = bytes.length > 4;
      for (int at = wide ? 6 : 3; at < bytes.length; at++) {
        bytes[at] = 0;
      }
      var network = InetAddress.getByAddress(bytes);
      return network.getHostAddress() + (network instanceof Inet6Address ? "/48" : "/24");
    } catch (UnknownHostException | IllegalArgumentException unknown) {
      return "unknown";
    }
  }
}
