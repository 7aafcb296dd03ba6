package org.silah.constituents.documents;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.UnusableVariable;
import org.springframework.core.env.Environment;

/**
 * Storage that speaks S3, as the environment names it.
 *
 * @param endpoint null for Amazon's own
 */
record Bucket(@Nullable URI endpoint, String region, String name, String key, String secret) {

  private static final String USUAL_REGION = "us-east-1";

  /**
   * Null if no bucket is named.
   *
   * @throws UnusableVariable naming the one that is missing or cannot be what it is
   */
  static @Nullable Bucket in(Environment environment) {
    var name = given(environment, "bucket");
    if (name == null) {
      return null;
    }
    var endpoint = given(environment, "endpoint");
    var region = given(environment, "region");
    return new Bucket(endpoint == null ? null : address(endpoint), region == null ? USUAL_REGION : region, name,
        needed(environment, "key"), needed(environment, "secret"));
  }

  private static URI address(String typed) {
    try {
      var uri = new URI(typed);
      if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException unreadable) {
      // told below
    }
    throw new UnusableVariable("SILAH_S3_ENDPOINT");
  }

  private static String needed(Environment environment, String name) {
    var value = given(environment, name);
    if (value == null) {
      throw new UnusableVariable("SILAH_S3_" + name.toUpperCase(java.util.Locale.ROOT));
    }
    return value;
  }

  private static @Nullable String given(Environment environment, String name) {
    var value = environment.getProperty("silah.s3." + name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Without the secret: a log may get it. */
  @Override
  public String toString() {
    return name + " at " + endpoint;
  }
}
