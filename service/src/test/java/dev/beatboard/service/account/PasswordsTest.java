package dev.beatboard.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final Passwords CHEAP = new Passwords(new Passwords.Strength(64, 1));

    @Test
    void aPasswordFitsItsOwnHashOnly() {
        String hash = CHEAP.hash("correct horse battery");
        assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain("horse");
        assertThat(CHEAP.fits("correct horse battery", hash)).isTrue();
        assertThat(CHEAP.fits("correct horse batterz", hash)).isFalse();
        assertThat(CHEAP.fits("", hash)).isFalse();
        assertThat(CHEAP.fits("correct horse battery" + "x".repeat(500), hash)).isFalse();
        assertThat(CHEAP.hash("correct horse battery")).isNotEqualTo(hash);
    }

    @Test
    void knowsAHashThatTheReferenceImplementationMade() {
        // From test.c of github.com/P-H-C/phc-winner-argon2.
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(CHEAP.fits("password", hash)).isTrue();
        assertThat(CHEAP.fits("passwore", hash)).isFalse();
    }

    @Test
    void nobodysPasswordNeverFits() {
        assertThat(CHEAP.fits("", "")).isFalse();
        assertThat(CHEAP.fits("anything", "")).isFalse();
    }

    @Test
    void isTheSameHoweverItWasTyped() {
        String hash = CHEAP.hash("u\u0308ber alle Berge");
        assertThat(CHEAP.fits("über alle Berge", hash)).isTrue();
    }

    @Test
    void aHashOfOtherParametersIsCheckedByThemAndCalledOutdated() {
        String hash = new Passwords(new Passwords.Strength(128, 2)).hash("some password");
        assertThat(CHEAP.fits("some password", hash)).isTrue();
        assertThat(CHEAP.outdated(hash)).isTrue();
        assertThat(CHEAP.outdated(CHEAP.hash("some password"))).isFalse();
    }

    @Test
    void doesNotWorkOutWhatAskForMoreThanWeEverWrote() {
        String hash = CHEAP.hash("some password").replace("m=64", "m=9999999");
        assertThatThrownBy(() -> CHEAP.fits("some password", hash)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CHEAP.fits("some password", "plain")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesWhatIsTooShortTooLongOrTooPlainWithoutRepeatingIt() {
        Email email = Email.of("ada.lovelace@example.org");
        for (String bad : List.of(
                "short",
                "aaaaaaaaaaaaaaa",
                "x1".repeat(101),
                "ada.lovelace",
                "Ada.Lovelace@example.org",
                "ababababababab")) {
            assertThatThrownBy(() -> Passwords.check(bad, email))
                    .isInstanceOf(Refusal.class)
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(bad));
        }
        Passwords.check("correct horse battery", email);
    }

    @Test
    void ifTooManyComeAtOnceSomeAreToldToComeBack() throws InterruptedException {
        Passwords slow = new Passwords(new Passwords.Strength(32 * 1024, 16));
        AtomicInteger busy = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    slow.hash("correct horse battery");
                } catch (Refusal e) {
                    assertThat(e.kind()).isEqualTo(Refusal.Kind.BUSY);
                    busy.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(busy.get()).isBetween(1, 39);
    }
}
