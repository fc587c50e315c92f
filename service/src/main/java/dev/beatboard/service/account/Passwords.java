package dev.beatboard.service.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Hashes of passwords: Argon2id (RFC 9106) with the parameters that OWASP's Password Storage Cheat
/// Sheet names first (19 MiB, two passes, one lane), written as a PHC string with its parameters
/// and its salt of 16 bytes.
///
/// They are worked out on half of the processors at most, so that nobody can use up the machine by
/// signing in; others wait for [#PATIENCE].
public final class Passwords {

    /// How long somebody waits for a turn.
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int LEAST = 10;
    private static final int MOST = 200;
    private static final int WAITING = 256;
    private static final int SALT = 16;
    private static final int HASH = 32;
    // What we would ever check; a row that asks for more was not written by us.
    private static final int LARGEST_MEMORY = 256 * 1024;
    private static final int MOST_PASSES = 16;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{43})");

    private final SecureRandom chance = new SecureRandom();
    // Threads of their own: virtual threads would keep the few that carry them from all other requests.
    private final ThreadPoolExecutor turns;
    private final Strength strength;
    private final String nobodys;

    /// What a hash costs.
    ///
    /// @param memory in KiB
    /// @param passes over the memory
    public record Strength(int memory, int passes) {

        /// As OWASP has it first.
        public static final Strength OWASP = new Strength(19 * 1024, 2);
    }

    public Passwords(Strength strength) {
        this.strength = strength;
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.turns = new ThreadPoolExecutor(
                threads,
                threads,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("password-", 0).factory());
        turns.allowCoreThreadTimeOut(true);
        byte[] salt = new byte[SALT];
        byte[] hash = new byte[HASH];
        chance.nextBytes(salt);
        chance.nextBytes(hash);
        this.nobodys = text(strength, salt, hash);
    }

    /// Whether a password is fit to be one: 10 to 200 characters, not one character over and over,
    /// nor the e-mail address.
    ///
    /// @throws Refusal that does not repeat it
    static void check(String password, Email email) {
        if (password.length() < LEAST || password.length() > MOST) {
            throw Refusal.invalid(
                    "password",
                    "A password has " + LEAST + " to " + MOST + " characters; this has " + password.length() + ".");
        }
        if (password.chars().distinct().count() < 4) {
            throw Refusal.invalid("password", "A password needs more than three different characters.");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        String local = email.text().substring(0, email.text().indexOf('@'));
        if (plain.contains(email.text()) || plain.equals(local) || plain.equals(local + local)) {
            throw Refusal.invalid("password", "A password must not be the e-mail address.");
        }
    }

    /// @throws Refusal (BUSY) if there was no turn within [#PATIENCE]
    String hash(String password) {
        byte[] salt = new byte[SALT];
        chance.nextBytes(salt);
        return text(strength, salt, inTurn(password, salt, strength));
    }

    /// Whether the password is the one that was hashed. With an empty hash, that of nobody is worked
    /// out, which takes as long and never fits.
    ///
    /// @throws Refusal (BUSY) if there was no turn within [#PATIENCE]
    boolean fits(String password, String hash) {
        Matcher parts = PHC.matcher(hash.isEmpty() ? nobodys : hash);
        if (!parts.matches()) {
            throw new IllegalStateException("A stored hash of a password is none that this version knows.");
        }
        Strength stored = strength(parts);
        if (stored.memory > LARGEST_MEMORY || stored.passes > MOST_PASSES) {
            throw new IllegalStateException("A stored hash of a password asks for too much memory.");
        }
        byte[] found = inTurn(
                password.length() > MOST ? "" : password, Base64.getDecoder().decode(parts.group(3)), stored);
        boolean same = MessageDigest.isEqual(found, Base64.getDecoder().decode(parts.group(4)));
        return same && !hash.isEmpty() && password.length() <= MOST;
    }

    /// Whether a hash was made with other parameters than today's, so that it should be made anew.
    boolean outdated(String hash) {
        Matcher parts = PHC.matcher(hash);
        return !parts.matches() || !strength(parts).equals(strength);
    }

    private static Strength strength(Matcher parts) {
        return new Strength(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    private byte[] inTurn(String password, byte[] salt, Strength strength) {
        Future<byte[]> turn;
        try {
            turn = turns.submit(() -> argon(password, salt, strength));
        } catch (RejectedExecutionException e) {
            throw busy();
        }
        try {
            return turn.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            turn.cancel(true);
            throw busy();
        } catch (InterruptedException e) {
            turn.cancel(true);
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            // What was hashed must not get into a message; that of the cause has none of it.
            throw new IllegalStateException("A password could not be hashed.", e.getCause());
        }
    }

    private static Refusal busy() {
        return new Refusal(
                Refusal.Kind.BUSY, "", "Too many people sign in at the moment; try again in a few seconds.", PATIENCE);
    }

    private static byte[] argon(String password, byte[] salt, Strength strength) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(strength.memory)
                .withIterations(strength.passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        // As typed on any keyboard (NIST SP 800-63B has NFKC).
        byte[] typed = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[HASH];
        generator.generateBytes(typed, hash);
        Arrays.fill(typed, (byte) 0);
        return hash;
    }

    private static String text(Strength strength, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + strength.memory + ",t=" + strength.passes + ",p=1$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }
}
