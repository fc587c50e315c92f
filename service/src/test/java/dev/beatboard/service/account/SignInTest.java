package dev.beatboard.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Optional<String> NONE = Optional.empty();
    private static final String GOOD = "correct horse battery";

    private final Passwords passwords = new Passwords(new Passwords.Strength(64, 1));
    private Database database;
    private SignUp signUp;
    private Sessions sessions;

    @BeforeAll
    void open() {
        database = TestDatabase.fresh();
        signUp = new SignUp(database, passwords, "free", 1000);
        sessions = new Sessions(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private UUID person(String email) {
        return signUp.withPassword("Acme", "Ada", email, GOOD, "192.0.2.1", NONE, NOW)
                .person()
                .orElseThrow();
    }

    @Test
    void theRightPasswordSignsInHoweverTheAddressIsWritten() {
        UUID person = person("ada@example.org");
        SignIn signIn = new SignIn(database, passwords);
        assertThat(signIn.byPassword(" ADA@example.ORG", GOOD, "192.0.2.1", NOW))
                .isEqualTo(person);
    }

    @Test
    void anUnknownAddressAndAWrongPasswordGetTheSameAnswer() {
        person("bob@example.org");
        SignIn signIn = new SignIn(database, passwords);
        String wrong = message(() -> signIn.byPassword("bob@example.org", "wrong password", "192.0.2.1", NOW));
        String unknown = message(() -> signIn.byPassword("nobody@example.org", "wrong password", "192.0.2.1", NOW));
        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void anUnknownAddressTakesAsLongAsAWrongPassword() {
        Passwords real = new Passwords(Passwords.Strength.OWASP);
        SignUp up = new SignUp(database, real, "free", 1000);
        up.withPassword("Acme", "Ada", "timed@example.org", GOOD, "192.0.2.1", NONE, NOW);
        SignIn signIn = new SignIn(database, real);
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        // The quickest of some, as the machine may have other things to do.
        for (int i = 0; i < 8; i++) {
            known = Math.min(known, nanos(() -> signIn.byPassword("timed@example.org", "wrong password", "a", NOW)));
            unknown =
                    Math.min(unknown, nanos(() -> signIn.byPassword("nobody@example.net", "wrong password", "b", NOW)));
        }
        assertThat((double) unknown / known).isBetween(0.6, 1.6);
    }

    private static long nanos(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        long begun = System.nanoTime();
        assertThatThrownBy(call).isInstanceOf(Refusal.class);
        return System.nanoTime() - begun;
    }

    @Test
    void attemptsAreLimitedPerAddressAlsoForTheRightPassword() {
        person("carol@example.org");
        SignIn signIn = new SignIn(database, passwords);
        for (int i = 0; i < 10; i++) {
            String from = "192.0.2." + i;
            message(() -> signIn.byPassword("carol@example.org", "wrong password", from, NOW));
        }
        assertThatThrownBy(() -> signIn.byPassword("carol@example.org", GOOD, "192.0.2.99", NOW))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
                    assertThat(r.retryAfter()).isPositive();
                });
        signIn.byPassword("carol@example.org", GOOD, "192.0.2.99", NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void attemptsAreLimitedPerNetwork() {
        SignIn signIn = new SignIn(database, passwords);
        for (int i = 0; i < 50; i++) {
            String email = "dave" + i + "@example.org";
            message(() -> signIn.byPassword(email, "wrong password", "192.0.2.1", NOW));
        }
        assertThatThrownBy(() -> signIn.byPassword("dave@example.org", GOOD, "192.0.2.1", NOW))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.TOO_MANY));
    }

    @Test
    void aHashOfOldParametersIsMadeAnewOnSignIn() {
        UUID person = person("erin@example.org");
        new SignIn(database, new Passwords(new Passwords.Strength(128, 2)))
                .byPassword("erin@example.org", GOOD, "192.0.2.1", NOW);
        assertThat(hash(person)).contains("m=128,t=2");
        new SignIn(database, passwords).byPassword("erin@example.org", GOOD, "192.0.2.1", NOW);
        assertThat(hash(person)).contains("m=64,t=1");
    }

    private String hash(UUID person) {
        return database.<String, RuntimeException>read(
                h -> h.createQuery("select password_hash from person where id = ?")
                        .bind(0, person)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void anAddressIsTakenOnce() {
        person("frank@example.org");
        assertThatThrownBy(() -> person("Frank@example.org")).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(r.field()).isEqualTo("email");
        });
    }

    @Test
    void changingThePasswordNeedsTheOldOneAndEndsAllSessions() {
        UUID person = person("grace@example.org");
        SignIn signIn = new SignIn(database, passwords);
        Sessions.Made session = sessions.begin(person, NONE, NOW);
        Caller caller = sessions.authenticate(session.token(), NOW).orElseThrow();
        assertThatThrownBy(() -> signIn.changePassword(caller, "not the old", "another horse", NOW))
                .isInstanceOf(Refusal.class);
        signIn.changePassword(caller, GOOD, "another horse", NOW);
        assertThat(sessions.authenticate(session.token(), NOW)).isEmpty();
        assertThat(signIn.byPassword("grace@example.org", "another horse", "192.0.2.1", NOW))
                .isEqualTo(person);
    }

    @Test
    void aSessionSlidesWhileUsedAndEndsWithoutUseAndInAll() {
        Sessions.Made made = sessions.begin(person("heidi@example.org"), NONE, NOW);
        assertThat(made.toString()).doesNotContain(made.token());
        Instant then = NOW;
        while (then.isBefore(NOW.plus(Duration.ofDays(89)))) {
            assertThat(sessions.authenticate(made.token(), then)).as("%s", then).isPresent();
            then = then.plus(Duration.ofDays(5));
        }
        assertThat(sessions.authenticate(made.token(), NOW.plus(Sessions.LONGEST)))
                .isEmpty();
        Sessions.Made idle = sessions.begin(person("ivan@example.org"), NONE, NOW);
        assertThat(sessions.authenticate(idle.token(), NOW.plus(Sessions.IDLE).minusSeconds(1)))
                .isPresent();
        Sessions.Made never = sessions.begin(idle.person(), NONE, NOW);
        assertThat(sessions.authenticate(never.token(), NOW.plus(Sessions.IDLE)))
                .isEmpty();
        sessions.sweep(NOW.plus(Duration.ofDays(365)));
        assertThat(sessions.authenticate(idle.token(), NOW)).isEmpty();
    }

    @Test
    void oneOrAllSessionsCanBeEnded() {
        UUID person = person("judy@example.org");
        Sessions.Made one = sessions.begin(person, NONE, NOW);
        Sessions.Made two = sessions.begin(person, NONE, NOW.plusSeconds(1));
        Sessions.Made three = sessions.begin(person, NONE, NOW.plusSeconds(2));
        Instant later = NOW.plusSeconds(3);
        Caller caller = sessions.authenticate(one.token(), later).orElseThrow();
        assertThat(sessions.list(caller, one.token(), later))
                .extracting(Sessions.Session::id)
                .containsExactly(three.id(), two.id(), one.id());
        assertThat(sessions.list(caller, one.token(), later))
                .extracting(Sessions.Session::current)
                .containsExactly(false, false, true);
        sessions.end(caller, two.id());
        assertThat(sessions.authenticate(two.token(), later)).isEmpty();
        sessions.endAll(caller);
        assertThat(sessions.authenticate(one.token(), later)).isEmpty();
        assertThat(sessions.authenticate(three.token(), later)).isEmpty();
        assertThat(sessions.authenticate("", later)).isEmpty();
    }

    private static String message(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable found = org.assertj.core.api.Assertions.catchThrowable(call);
        assertThat(found)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED));
        return String.valueOf(found.getMessage());
    }
}
