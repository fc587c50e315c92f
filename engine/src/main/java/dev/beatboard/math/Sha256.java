package dev.beatboard.math;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 (FIPS 180-4), by which shots, scenes, frames and files are known.
public final class Sha256 {

    private static final int BLOCK = 1 << 16;

    private Sha256() {}

    /// A digest of what comes in pieces.
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// 32 bytes.
    public static byte[] of(byte[] bytes) {
        return begin().digest(bytes);
    }

    /// 64 lower-case hexadecimal digits.
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    /// The same of what is left of a stream, which stays open.
    public static String hex(InputStream in) throws IOException {
        MessageDigest sha = begin();
        byte[] block = new byte[BLOCK];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            sha.update(block, 0, n);
        }
        return hex(sha);
    }

    /// The same of what was begun, which begins anew.
    public static String hex(MessageDigest begun) {
        return HexFormat.of().formatHex(begun.digest());
    }
}
