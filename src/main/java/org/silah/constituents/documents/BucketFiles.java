package org.silah.constituents.documents;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in a bucket, under {@code files/ab/cdef…}. The storage shows an object when all of it has come, and no sooner. */
final class BucketFiles implements FileStore {

  private static final Logger log = LoggerFactory.getLogger(BucketFiles.class);
  private static final String HOME = "files/";
  private static final Pattern KEY = Pattern.compile(HOME + "([0-9a-f]{2})/([0-9a-f]{62})");

  private final Bucket bucket;
  private final S3Client s3;

  /** What not every storage knows that speaks S3 is left out: checksums in trailers, chunks with signatures of their own. */
  BucketFiles(Bucket bucket) {
    this.bucket = bucket;
    var client = S3Client.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(5)).socketTimeout(Duration.ofSeconds(30)))
        .region(Region.of(bucket.region()))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(bucket.key(), bucket.secret())))
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
        .overrideConfiguration(how -> how.apiCallTimeout(Duration.ofMinutes(2)));
    if (bucket.endpoint() != null) {
      client.endpointOverride(bucket.endpoint()).forcePathStyle(true);
    }
    this.s3 = client.build();
  }

  @Override
  public void put(String sha256, Path file) {
    run(() -> s3.putObject(put -> put.bucket(bucket.name()).key(key(sha256)), RequestBody.fromFile(file)));
  }

  @Override
  public InputStream open(String sha256) {
    return run(() -> s3.getObject(get -> get.bucket(bucket.name()).key(key(sha256))));
  }

  @Override
  public void delete(String sha256) {
    run(() -> s3.deleteObject(delete -> delete.bucket(bucket.name()).key(key(sha256))));
  }

  @Override
  public void forEachBefore(Instant moment, Consumer<String> each) {
    run(() -> {
      s3.listObjectsV2Paginator(list -> list.bucket(bucket.name()).prefix(HOME)).contents().stream()
          .filter(object -> object.lastModified().isBefore(moment))
          .map(S3Object::key)
          .map(KEY::matcher)
          .filter(java.util.regex.Matcher::matches)
          .forEach(key -> each.accept(key.group(1) + key.group(2)));
      return null;
    });
  }

  private static String key(String sha256) {
    return HOME + sha256.substring(0, 2) + "/" + sha256.substring(2);
  }

  private <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } catch (NoSuchKeyException missing) {
      log.error("a content is missing in {}", bucket);
      throw new NotNow("missing", missing);
    } catch (SdkException e) {
      log.error("storage {} does not do what it is asked: {}", bucket, e.getMessage());
      throw new NotNow("storage", e);
    }
  }
}
