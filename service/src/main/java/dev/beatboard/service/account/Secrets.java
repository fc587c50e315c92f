package dev.beatboard.service.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.apache.commons.codec.digest.DigestUtils;

/// Texts that prove who somebody is: a prefix, 43 characters of base64url for 256 random bits, and
/// six for a checksum (CRC-32C of what is before it), which tells a mistyped one without a look
/// into the database and lets scanners for leaked secrets be sure.
public final class Secrets {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern REST = Pattern.compile("[A-Za-z0-9_-]{49}");
    private static final int CHECKSUM = 6;

    private Secrets() {}

    public static String next(String prefix) {
        byte[] bits = new byte[32];
        CHANCE.nextBytes(bits);
        String head = prefix + BASE64.encodeToString(bits);
        return head + checksum(head);
    }

    /// Whether it could be one at all.
    public static boolean wellFormed(String prefix, String text) {
        if (text.length() != prefix.length() + 49
                || !text.startsWith(prefix)
                || !REST.matcher(text.substring(prefix.length())).matches()) {
            return false;
        }
        int end = text.length() - CHECKSUM;
        return checksum(text.substring(0, end)).equals(text.substring(end));
    }

    private static String checksum(String head) {
        CRC32C crc = new CRC32C();
        crc.update(head.getBytes(StandardCharsets.US_ASCII));
        byte[] value =
                ByteBuffer.allocate(Long.BYTES).putLong(crc.getValue() << 32).array();
        return BASE64.encodeToString(Arrays.copyOf(value, 4));
    }

    /// SHA-256, which suffices for 256 random bits: there is nothing to guess.
    public static byte[] hash(String text) {
        return DigestUtils.sha256(text);
    }
}
