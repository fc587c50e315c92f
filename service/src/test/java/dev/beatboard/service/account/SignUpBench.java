package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How many people can sign up a second, each committed to the disk. It measures and prints, and
/// asserts nothing: `./mvnw -pl service test -Dtest=SignUpBench`.
@Tag("bench")
class SignUpBench {

    private static final String ORIGIN = "https://clips.example.org";
    private static final double SECONDS = 10;
    private static final int CLIENTS = 8;

    @Test
    void signsUp() throws InterruptedException {
        try (Database database = TestDatabase.fresh();
                Keys keys = new Keys(database)) {
            Passwords passwords = new Passwords(Passwords.Strength.OWASP);
            SignUp signUp = new SignUp(database, passwords, "free", Integer.MAX_VALUE);
            Passkeys passkeys =
                    new Passkeys(database, signUp, new Passkeys.Site("clips.example.org", "Beatboard", Set.of(ORIGIN)));
            Optional<String> none = Optional.empty();
            String secret = signUp.withKey("First", "a", none, Instant.now())
                    .key()
                    .orElseThrow()
                    .secret();

            measure("sign-up by key", i -> signUp.withKey("Acme " + i, "a", none, Instant.now()));
            // Making a key pair is the authenticator's work: they are made before.
            List<SoftAuthenticator> authenticators = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                authenticators.add(new SoftAuthenticator(ORIGIN));
            }
            measure("sign-up by passkey", i -> {
                SoftAuthenticator authenticator = authenticators.get(i % 64).another();
                Passkeys.Begun begun =
                        passkeys.beginSignUp("Acme", "Ada", "ada" + i + "@example.org", "a", Instant.now());
                passkeys.finishSignUp(begun.id(), authenticator.create(begun.options()), none, Instant.now());
            });
            measure("sign-up by password", i -> {
                String email = "bob" + i + "@example.org";
                signUp.withPassword("Acme", "Bob", email, "correct horse battery", "a", none, Instant.now());
            });
            measure("one Argon2id hash", 1, i -> passwords.hash("correct horse battery"));
            measure("check of a key, remembered", i -> keys.authenticate(secret, Instant.now()));
            measure("check of a key, from the database", i -> {
                keys.forget();
                keys.authenticate(secret, Instant.now());
            });
        }
    }

    private static void measure(String what, IntConsumer work) throws InterruptedException {
        measure(what, CLIENTS, work);
    }

    private static void measure(String what, int clients, IntConsumer work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<long[]> times = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long begun = System.nanoTime();
        long end = begun + (long) (SECONDS * 1e9);
        for (int c = 0; c < clients; c++) {
            threads.add(Thread.ofPlatform().start(() -> {
                long[] own = new long[10_000_000 / clients];
                int count = 0;
                while (System.nanoTime() < end && count < own.length) {
                    long from = System.nanoTime();
                    work.accept(next.getAndIncrement());
                    own[count++] = System.nanoTime() - from;
                }
                synchronized (times) {
                    times.add(Arrays.copyOf(own, count));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                "%-34s %9.0f/s by %d clients, median %.2f ms, p99 %.2f ms%n",
                what, all.length / seconds, clients, all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6);
    }
}
