package dev.beatboard.service.idempotency;

import dev.beatboard.service.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/// By what a request is recognized when it comes again.
///
/// @param key unique in the account
/// @param hash SHA-256 of method, path and body, in hexadecimal digits
public record Repeat(UUID account, String key, String hash, Kind kind) {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final String OURS = "sdk:";

    /// How it came by its key.
    public enum Kind {
        /// The client named it.
        NAMED,
        /// A vendor's client sends it for the first time; the same bytes later are another order.
        FIRST,
        /// A vendor's client says that it tries again.
        AGAIN
    }

    /// @param sender the API key, or the person
    /// @param header `Idempotency-Key`
    /// @param retries `x-stainless-retry-count`, which the vendors' clients send with each attempt
    /// @return empty for requests that nobody will recognize
    /// @throws dev.beatboard.service.problem.RefusedException if the header has no sane form
    public static Optional<Repeat> of(
            UUID account,
            String sender,
            Optional<String> header,
            Optional<String> retries,
            String method,
            String path,
            byte[] body) {
        if (header.isPresent()) {
            if (!VISIBLE.matcher(header.get()).matches() || header.get().startsWith(OURS)) {
                throw Refusal.field(
                                "Idempotency-Key",
                                "The Idempotency-Key has 1 to 255 visible ASCII characters and does not begin with "
                                        + OURS)
                        .exception();
            }
            return Optional.of(new Repeat(account, header.get(), hash(method, path, body), Kind.NAMED));
        }
        if (retries.filter(r -> r.matches("[0-9]{1,4}")).isEmpty()) {
            return Optional.empty();
        }
        String hash = hash(method, path, body);
        Kind kind = Integer.parseInt(retries.get()) > 0 ? Kind.AGAIN : Kind.FIRST;
        return Optional.of(new Repeat(account, OURS + sender + ":" + hash, hash, kind));
    }

    private static String hash(String method, String path, byte[] body) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(body));
    }
}
