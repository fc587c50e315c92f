package dev.beatboard.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Set<Scope> READ = EnumSet.of(Scope.GENERATIONS_READ);

    private Database database;
    private Keys keys;
    private SignUp signUp;

    @BeforeAll
    void open() {
        database = TestDatabase.fresh();
        keys = new Keys(database);
        signUp = new SignUp(database, new Passwords(new Passwords.Strength(64, 1)), "free", 1000);
    }

    @AfterAll
    void close() {
        keys.close();
        database.close();
    }

    @Test
    void theFirstKeyOfAnAccountMayDoEverythingInIt() {
        SignUp.Made made = signUp.withKey("Acme", "192.0.2.1", Optional.of("r1"), NOW);
        Caller caller = caller(made);
        assertThat(caller.account()).isEqualTo(made.account());
        assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.values());
        assertThat(caller.plan()).isEqualTo("free");
        assertThat(caller.zone().getId()).isEqualTo("UTC");
        assertThat(caller.actor()).isEqualTo("key:" + caller.key().orElseThrow());
    }

    @Test
    void theDatabaseHoldsTheHashOfAKeyOnly() {
        SignUp.Made made = signUp.withKey("Acme", "192.0.2.1", Optional.empty(), NOW);
        String secret = made.key().orElseThrow().secret();
        String rows = database.<String, RuntimeException>read(h -> h.createQuery(
                        "select string_agg(k::text, ' ') || (select string_agg(e::text, ' ') from audit_event e)"
                                + " from api_key k")
                .mapTo(String.class)
                .one());
        assertThat(rows).doesNotContain(secret).doesNotContain(secret.substring(3, 20));
        assertThat(made.toString()).doesNotContain(secret);
    }

    @Test
    void refusesWhatIsNoKey() {
        for (String bad : List.of("", "bb_", "bb_" + "A".repeat(43), Secrets.next("bb_"), Secrets.next("bs_"))) {
            assertThat(keys.authenticate(bad, NOW)).as(bad).isEmpty();
        }
    }

    @Test
    void anExpiredKeyIsWorthNothingAlsoIfItWasBelievedJustNow() {
        Caller owner = caller(signUp.withKey("Acme", "192.0.2.1", Optional.empty(), NOW));
        ApiKey.Made made = keys.create(owner, "short", READ, Optional.of(NOW.plusSeconds(2)), NOW);
        assertThat(keys.authenticate(made.secret(), NOW)).isPresent();
        assertThat(keys.authenticate(made.secret(), NOW.plusSeconds(1))).isPresent();
        assertThat(keys.authenticate(made.secret(), NOW.plusSeconds(2))).isEmpty();
    }

    @Test
    void aRevokedKeyIsWorthNothingAtOnceHereAndInFiveSecondsElsewhere() {
        try (Keys elsewhere = new Keys(database)) {
            Caller owner = caller(signUp.withKey("Acme", "192.0.2.1", Optional.empty(), NOW));
            ApiKey.Made made = keys.create(owner, "gone", READ, Optional.empty(), NOW);
            assertThat(keys.authenticate(made.secret(), NOW)).isPresent();
            assertThat(elsewhere.authenticate(made.secret(), NOW)).isPresent();
            keys.revoke(owner, made.key().id(), NOW);
            assertThat(keys.authenticate(made.secret(), NOW)).isEmpty();
            assertThat(elsewhere.authenticate(made.secret(), NOW.plus(Keys.MEMORY)))
                    .isEmpty();
            keys.revoke(owner, made.key().id(), NOW);
        }
    }

    @Test
    void aRotatedKeyWorksForTheOverlap() {
        Caller owner = caller(signUp.withKey("Acme", "192.0.2.1", Optional.empty(), NOW));
        ApiKey.Made old = keys.create(owner, "robot", READ, Optional.of(NOW.plus(Duration.ofDays(30))), NOW);
        Instant later = NOW.plus(Duration.ofDays(20));
        ApiKey.Made next = keys.rotate(owner, old.key().id(), Duration.ofHours(1), later);
        assertThat(next.key().name()).isEqualTo("robot");
        assertThat(next.key().scopes()).isEqualTo(READ);
        assertThat(next.key().expires()).contains(later.plus(Duration.ofDays(30)));
        assertThat(keys.authenticate(old.secret(), later.plusSeconds(3599))).isPresent();
        assertThat(keys.authenticate(old.secret(), later.plusSeconds(3600))).isEmpty();
        assertThat(keys.authenticate(next.secret(), later.plusSeconds(3600))).isPresent();
        assertThatThrownBy(() -> keys.rotate(owner, old.key().id(), Duration.ZERO, later.plusSeconds(3600)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void aKeyMayNoMoreThanWhoMakesIt() {
        Caller owner = caller(signUp.withKey("Acme", "192.0.2.1", Optional.empty(), NOW));
        Caller limited = keys.authenticate(
                        keys.create(owner, "some", EnumSet.of(Scope.KEYS_WRITE), Optional.empty(), NOW)
                                .secret(),
                        NOW)
                .orElseThrow();
        assertThatThrownBy(() -> keys.create(limited, "more", READ, Optional.empty(), NOW))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        ApiKey.Made mighty = keys.create(owner, "mighty", READ, Optional.empty(), NOW);
        assertThatThrownBy(() -> keys.rotate(limited, mighty.key().id(), Duration.ZERO, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("generations:read");
        Caller reader = keys.authenticate(mighty.secret(), NOW).orElseThrow();
        assertThatThrownBy(() -> keys.list(reader)).isInstanceOf(Refusal.class).hasMessageContaining("keys:write");
    }

    @Test
    void anotherAccountsKeysAreNotThere() {
        Caller mine = caller(signUp.withKey("Mine", "192.0.2.1", Optional.empty(), NOW));
        Caller other = caller(signUp.withKey("Other", "192.0.2.1", Optional.empty(), NOW));
        UUID id = other.key().orElseThrow();
        assertThat(keys.list(mine)).extracting(ApiKey::id).doesNotContain(id);
        assertThatThrownBy(() -> keys.revoke(mine, id, NOW))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThatThrownBy(() -> keys.rotate(mine, id, Duration.ZERO, NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void thereAreAHundredKeysAtMostAlsoIfAskedForAtOnce() throws InterruptedException {
        Caller owner = caller(signUp.withKey("Acme", "192.0.2.1", Optional.empty(), NOW));
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 40; i++) {
                    try {
                        keys.create(owner, "k", READ, Optional.empty(), NOW);
                    } catch (Refusal e) {
                        assertThat(e.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    }
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(keys.list(owner)).hasSize(Keys.MOST);
    }

    @Test
    void namesAndTimesThatAreWrongAreRefused() {
        Caller owner = caller(signUp.withKey("Acme", "192.0.2.1", Optional.empty(), NOW));
        for (String bad : List.of("", "  ", "x".repeat(101), "a\nb", "a\u0000b", "a\u202Eb", "\ud800")) {
            assertThatThrownBy(() -> keys.create(owner, bad, READ, Optional.empty(), NOW))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> keys.create(owner, "k", READ, Optional.of(NOW), NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> keys.create(owner, "k", Set.of(), Optional.empty(), NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> keys.rotate(owner, owner.key().orElseThrow(), Duration.ofDays(31), NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Scope.parse(List.of("generations:reed")))
                .hasMessageContaining("\"generations:reed\"")
                .hasMessageContaining("generations:read,");
    }

    @Test
    void whenAKeyWasUsedIsWrittenDownOffTheRequestsWay() {
        SignUp.Made made = signUp.withKey("Acme", "192.0.2.1", Optional.empty(), NOW);
        Caller owner = caller(made);
        Instant later = NOW.plusSeconds(300);
        keys.authenticate(made.key().orElseThrow().secret(), later);
        keys.authenticate(made.key().orElseThrow().secret(), NOW);
        assertThat(keys.list(owner).getFirst().lastUsed()).isEmpty();
        keys.flush();
        assertThat(keys.list(owner).getFirst().lastUsed()).contains(later);
    }

    @Test
    void whatIsDoneToKeysIsInTheAuditTrail() {
        Caller owner = caller(signUp.withKey("Acme", "192.0.2.1", Optional.empty(), NOW))
                .in("request-7");
        ApiKey.Made made = keys.create(owner, "robot", READ, Optional.empty(), NOW);
        keys.rotate(owner, made.key().id(), Duration.ZERO, NOW);
        keys.revoke(owner, made.key().id(), NOW);
        AuditTrail trail = new AuditTrail(database);
        AuditTrail.Page first = trail.list(owner, OptionalLong.empty(), 2);
        assertThat(first.events()).extracting(AuditTrail.Event::action).containsExactly("key.revoked", "key.rotated");
        AuditTrail.Page second = trail.list(owner, first.next(), 2);
        assertThat(second.events())
                .extracting(AuditTrail.Event::action)
                .containsExactly("key.created", "account.created");
        assertThat(second.next()).isEmpty();
        assertThat(second.events().getFirst().request()).contains("request-7");
        assertThat(second.events().getFirst().detail()).contains("robot").doesNotContain(made.secret());
    }

    @Test
    void signingUpIsLimitedPerNetwork() {
        SignUp strict = new SignUp(database, new Passwords(new Passwords.Strength(64, 1)), "free", 2);
        strict.withKey("a", "2001:db8::1", Optional.empty(), NOW);
        strict.withKey("b", "2001:db8::2", Optional.empty(), NOW);
        assertThatThrownBy(() -> strict.withKey("c", "2001:db8::3", Optional.empty(), NOW))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
                    assertThat(r.retryAfter()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
                });
        strict.withKey("c", "2001:db8:0:1::3", Optional.empty(), NOW);
        strict.withKey("c", "2001:db8::3", Optional.empty(), NOW.plus(Duration.ofMinutes(31)));
    }

    private Caller caller(SignUp.Made made) {
        return keys.authenticate(made.key().orElseThrow().secret(), NOW).orElseThrow();
    }
}
