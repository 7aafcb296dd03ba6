package org.silah.dialogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The secret part of the link that makes messages stop: the message's id and 128 bits that only this charity can work out,
 * so there is nothing to keep per message and nothing to guess. The same for every attempt to send a message.
 */
@Repository
class Tokens {

  private static final int ID = 16;
  private static final int SIGNATURE = 16;

  private final JdbcClient db;
  private volatile @Nullable SecretKeySpec key;

  Tokens(JdbcClient db) {
    this.db = db;
  }

  String of(MessageId message) {
    var id = bytes(message);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(ID + SIGNATURE).put(id).put(sign(id)).array());
  }

  /** The message it was made for; nothing for one that we did not make. Takes the same time either way. */
  Optional<MessageId> read(String token) {
    var bytes = decode(token);
    var genuine = MessageDigest.isEqual(sign(Arrays.copyOf(bytes, ID)), Arrays.copyOfRange(bytes, ID, ID + SIGNATURE));
    var id = ByteBuffer.wrap(bytes);
    var message = new MessageId(new UUID(id.getLong(), id.getLong()));
    return genuine ? Optional.of(message) : Optional.empty();
  }

  private static byte[] decode(String token) {
    try {
      var bytes = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.ISO_8859_1));
      return bytes.length == ID + SIGNATURE ? bytes : new byte[ID + SIGNATURE];
    } catch (IllegalArgumentException noToken) {
      return new byte[ID + SIGNATURE];
    }
  }

  private static byte[] bytes(MessageId message) {
    return ByteBuffer.allocate(ID).putLong(message.value().getMostSignificantBits()).putLong(message.value().getLeastSignificantBits()).array();
  }

  private byte[] sign(byte[] id) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      return Arrays.copyOf(mac.doFinal(id), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SecretKeySpec key() {
    var known = key;
    if (known == null) {
      known = new SecretKeySpec(db.sql("select key from dialogue.token_key").query(byte[].class).single(), "HmacSHA256");
      key = known;
    }
    return known;
  }
}
