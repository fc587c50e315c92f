package dev.beatboard.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeysTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String ORIGIN = "https://clips.example.org";
    private static final Optional<String> NONE = Optional.empty();

    private Database database;
    private SignUp signUp;
    private Passkeys passkeys;
    private Sessions sessions;
    private int people;

    @BeforeAll
    void open() {
        database = TestDatabase.fresh();
        signUp = new SignUp(database, new Passwords(new Passwords.Strength(64, 1)), "free", 1000);
        passkeys = passkeys();
        sessions = new Sessions(database);
    }

    private Passkeys passkeys() {
        return new Passkeys(database, signUp, new Passkeys.Site("clips.example.org", "Beatboard", Set.of(ORIGIN)));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void signsUpAndInAlsoIfTheServerWasStartedAnewInBetween() {
        SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);
        Passkeys.Begun begun = passkeys.beginSignUp("Acme", "Ada", "ada@example.org", "192.0.2.1", NOW);
        SignUp.Made made = passkeys().finishSignUp(begun.id(), phone.create(begun.options()), NONE, NOW);
        Passkeys.Begun again = passkeys.beginSignIn(NOW);
        UUID person = passkeys().finishSignIn(again.id(), phone.get(again.options()), NONE, NOW);
        assertThat(made.person()).contains(person);
        Caller caller = session(person);
        assertThat(caller.account()).isEqualTo(made.account());
        assertThat(caller.role()).contains(Role.OWNER);
        assertThat(passkeys.list(caller))
                .singleElement()
                .satisfies(k -> assertThat(k.id()).isEqualTo(phone.credential()))
                .satisfies(k -> assertThat(k.lastUsed()).contains(NOW));
    }

    @Test
    void anAnswerIsGoodOnceAndForItsOwnChallengeOnly() {
        SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);
        signUp(phone);
        Passkeys.Begun begun = passkeys.beginSignIn(NOW);
        String answer = phone.get(begun.options());
        passkeys.finishSignIn(begun.id(), answer, NONE, NOW);
        refused(() -> passkeys.finishSignIn(begun.id(), answer, NONE, NOW));
        Passkeys.Begun other = passkeys.beginSignIn(NOW);
        refused(() -> passkeys.finishSignIn(other.id(), answer, NONE, NOW));
        // The attempt has used up the challenge.
        refused(() -> passkeys.finishSignIn(other.id(), phone.get(other.options()), NONE, NOW));
    }

    @Test
    void anotherOriginIsRefused() {
        SoftAuthenticator phisher = new SoftAuthenticator("https://clips.example.com");
        Passkeys.Begun begun = passkeys.beginSignUp("Acme", "Bob", "bob@example.org", "192.0.2.1", NOW);
        refused(() -> passkeys.finishSignUp(begun.id(), phisher.create(begun.options()), NONE, NOW));
        SoftAuthenticator port = new SoftAuthenticator(ORIGIN + ":8443");
        Passkeys.Begun next = passkeys.beginSignUp("Acme", "Bob", "bob@example.org", "192.0.2.1", NOW);
        refused(() -> passkeys.finishSignUp(next.id(), port.create(next.options()), NONE, NOW));
    }

    @Test
    void aCopyOfAnAuthenticatorIsNoticedByItsCounterAndWrittenDown() {
        SoftAuthenticator token = new SoftAuthenticator(ORIGIN);
        token.counter = 1;
        SignUp.Made made = signUp(token);
        token.counter = 5;
        signIn(token);
        token.counter = 5;
        refused(() -> signIn(token));
        token.counter = 3;
        refused(() -> signIn(token));
        token.counter = 6;
        signIn(token);
        assertThat(new AuditTrail(database)
                        .list(session(made.person().orElseThrow()), OptionalLong.empty(), 50)
                        .events())
                .extracting(AuditTrail.Event::action)
                .contains("passkey.cloned");
    }

    @Test
    void strangersKeysAndBrokenAnswersAreRefused() {
        SoftAuthenticator stranger = new SoftAuthenticator(ORIGIN);
        refused(() -> signIn(stranger));
        for (String bad :
                new String[] {"", "{}", "null", "[]", "{\"id\":\"AA\"}", "x".repeat(100), "{\"a\":".repeat(3000)}) {
            Passkeys.Begun begun = passkeys.beginSignIn(NOW);
            refused(() -> passkeys.finishSignIn(begun.id(), bad, NONE, NOW));
            Passkeys.Begun up = passkeys.beginSignUp("A", "B", "c" + people++ + "@example.org", "192.0.2.1", NOW);
            refused(() -> passkeys.finishSignUp(up.id(), bad, NONE, NOW));
        }
        Passkeys.Begun begun = passkeys.beginSignIn(NOW);
        assertThatThrownBy(() -> passkeys.finishSignIn(begun.id(), " ".repeat(70_000), NONE, NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasBegunEndsAfterFiveMinutes() {
        SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);
        Passkeys.Begun begun = passkeys.beginSignUp("A", "B", "late@example.org", "192.0.2.1", NOW);
        Instant late = NOW.plus(Passkeys.PATIENCE);
        refused(() -> passkeys.finishSignUp(begun.id(), phone.create(begun.options()), NONE, late));
        assertThat(passkeys.sweep(late)).isPositive();
        assertThat(passkeys.sweep(late)).isZero();
    }

    @Test
    void anAddressIsTakenOnceAlsoIfTwoBeginAtOnce() {
        Passkeys.Begun one = passkeys.beginSignUp("A", "B", "twice@example.org", "192.0.2.1", NOW);
        Passkeys.Begun two = passkeys.beginSignUp("A", "B", "Twice@Example.org", "192.0.2.1", NOW);
        passkeys.finishSignUp(one.id(), new SoftAuthenticator(ORIGIN).create(one.options()), NONE, NOW);
        assertThatThrownBy(() ->
                        passkeys.finishSignUp(two.id(), new SoftAuthenticator(ORIGIN).create(two.options()), NONE, NOW))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThatThrownBy(() -> passkeys.beginSignUp("A", "B", "twice@example.org", "192.0.2.1", NOW))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void aSecondPasskeyCanBeAddedAndTheFirstRemovedButNotTheLast() {
        SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);
        SoftAuthenticator token = new SoftAuthenticator(ORIGIN);
        Caller caller = session(signUp(phone).person().orElseThrow());
        assertThatThrownBy(() -> passkeys.remove(caller, phone.credential(), NOW))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        Passkeys.Begun begun = passkeys.beginAdd(caller, NOW);
        assertThat(begun.options()).contains(phone.credential());
        passkeys.finishAdd(caller, begun.id(), token.create(begun.options()), "Token", NOW);
        passkeys.remove(caller, phone.credential(), NOW);
        assertThat(passkeys.list(caller)).extracting(Passkeys.Passkey::name).containsExactly("Token");
        refused(() -> signIn(phone));
        assertThat(signIn(token)).isEqualTo(caller.person().orElseThrow());
    }

    @Test
    void nobodyFinishesWhatAnotherBegan() {
        Caller one = session(signUp(new SoftAuthenticator(ORIGIN)).person().orElseThrow());
        Caller two = session(signUp(new SoftAuthenticator(ORIGIN)).person().orElseThrow());
        Passkeys.Begun begun = passkeys.beginAdd(one, NOW);
        SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);
        refused(() -> passkeys.finishAdd(two, begun.id(), phone.create(begun.options()), "x", NOW));
        Passkeys.Begun next = passkeys.beginAdd(one, NOW);
        refused(() -> passkeys.finishSignUp(next.id(), phone.create(next.options()), NONE, NOW));
    }

    private SignUp.Made signUp(SoftAuthenticator authenticator) {
        Passkeys.Begun begun =
                passkeys.beginSignUp("Acme", "Ada", "person" + people++ + "@example.org", "192.0.2.1", NOW);
        return passkeys.finishSignUp(begun.id(), authenticator.create(begun.options()), NONE, NOW);
    }

    private UUID signIn(SoftAuthenticator authenticator) {
        Passkeys.Begun begun = passkeys.beginSignIn(NOW);
        return passkeys.finishSignIn(begun.id(), authenticator.get(begun.options()), NONE, NOW);
    }

    private Caller session(UUID person) {
        return sessions.authenticate(sessions.begin(person, NONE, NOW).token(), NOW)
                .orElseThrow();
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED));
    }
}
