package dev.beatboard.service.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Links to objects that whoever has them may follow until they expire: an HMAC-SHA256 (RFC 2104)
/// of key, expiry and file name, which only the holder of the secret can make.
public final class SignedLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    /// Nothing that ends a header's line or a path.
    private static final Pattern FILE_NAME = Pattern.compile("[^\\p{Cntrl}/\\\\\"]{1,200}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final SecretKeySpec secret;

    /// @param secret 32 bytes of chance, the same in all processes and after each start
    public SignedLinks(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "The secret of links has " + SECRET_BYTES + " bytes, not " + secret.length + ".");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /// What became of checking a link.
    public enum Verdict {
        GOOD,
        EXPIRED,
        FORGED
    }

    /// The path and query of a link, to be put after the service's own address:
    /// `/files/<key>?expires=<epoch seconds>&name=<file name>&signature=<base64url>`.
    ///
    /// @param fileName under which a browser saves it: 1 to 200 characters, no slashes, quotes or
    ///     controls
    /// @param expires rounded down to seconds
    public String path(String key, String fileName, Instant expires) {
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw new IllegalArgumentException(
                    "A file's name has 1 to 200 characters, none of them a slash, a quote or a control.");
        }
        String seconds = Long.toString(expires.getEpochSecond());
        return "/files/" + ObjectKey.checked(key) + "?expires=" + seconds + "&name="
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20") + "&signature="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(key, fileName, seconds));
    }

    /// Checks the decoded parts of a link, whatever they hold, in a time that tells nothing about
    /// the right signature.
    public Verdict verify(String key, String expires, String fileName, String signature, Instant now) {
        if (!SECONDS.matcher(expires).matches()) {
            return Verdict.FORGED;
        }
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return Verdict.FORGED;
        }
        if (!MessageDigest.isEqual(signature(key, fileName, expires), given)) {
            return Verdict.FORGED;
        }
        return now.getEpochSecond() < Long.parseLong(expires) ? Verdict.GOOD : Verdict.EXPIRED;
    }

    /// Neither keys nor times hold line ends, so that no two links have the same text.
    private byte[] signature(String key, String fileName, String expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(("files\n" + expires + "\n" + key.length() + "\n" + key + "\n" + fileName)
                    .getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
        }
    }
}
