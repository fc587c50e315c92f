package dev.beatboard.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Optional<String> NONE = Optional.empty();

    private Database database;
    private Keys keys;
    private Accounts accounts;
    private Members members;
    private Sessions sessions;
    private SignUp signUp;
    private int people;

    @BeforeAll
    void open() {
        database = TestDatabase.fresh();
        keys = new Keys(database);
        accounts = new Accounts(database, keys, Set.of("free", "plus"));
        members = new Members(database, keys);
        sessions = new Sessions(database);
        signUp = new SignUp(database, new Passwords(new Passwords.Strength(64, 1)), "free", 1000);
    }

    @AfterAll
    void close() {
        keys.close();
        database.close();
    }

    private Sessions.Made person() {
        UUID person = signUp.withPassword(
                        "Acme", "Ada", "p" + people++ + "@example.org", "correct horse battery", "192.0.2.1", NONE, NOW)
                .person()
                .orElseThrow();
        return sessions.begin(person, NONE, NOW);
    }

    private Caller caller(Sessions.Made session) {
        return sessions.authenticate(session.token(), NOW).orElseThrow();
    }

    /// Somebody else, in the owner's account with a role.
    private Caller joined(Caller owner, Role role) {
        Sessions.Made session = person();
        String token = members.invite(owner, "x@example.org", role, NOW).token();
        members.accept(token, session.person(), NONE, NOW);
        sessions.enter(session.token(), owner.account(), NOW);
        return caller(session);
    }

    @Test
    void anInvitationLetsOnePersonInOnce() {
        Caller owner = caller(person());
        Sessions.Made guest = person();
        Members.Invited invited = members.invite(owner, "Guest@Example.org", Role.MEMBER, NOW);
        assertThat(invited.toString()).doesNotContain(invited.token());
        assertThat(members.look(invited.token(), NOW).account()).isEqualTo("Acme");
        assertThat(members.invitations(owner, NOW))
                .extracting(Members.Invitation::email)
                .containsExactly("guest@example.org");
        assertThat(members.accept(invited.token(), guest.person(), NONE, NOW)).isEqualTo(owner.account());
        refused(Refusal.Kind.NOT_FOUND, () -> members.accept(invited.token(), guest.person(), NONE, NOW));
        assertThat(members.places(guest.person())).hasSize(2);
        sessions.enter(guest.token(), owner.account(), NOW);
        Caller member = caller(guest);
        assertThat(member.account()).isEqualTo(owner.account());
        assertThat(member.scopes()).isEqualTo(Role.MEMBER.scopes());
        assertThat(members.list(owner))
                .extracting(Members.Member::role)
                .containsExactlyInAnyOrder(Role.OWNER, Role.MEMBER);
    }

    @Test
    void anInvitationEndsAndCanBeTakenBack() {
        Caller owner = caller(person());
        Sessions.Made guest = person();
        Members.Invited late = members.invite(owner, "a@example.org", Role.VIEWER, NOW);
        refused(Refusal.Kind.NOT_FOUND, () -> members.look(late.token(), NOW.plus(Members.LIFE)));
        Members.Invited gone = members.invite(owner, "b@example.org", Role.VIEWER, NOW);
        members.withdraw(owner, gone.invitation().id(), NOW);
        refused(Refusal.Kind.NOT_FOUND, () -> members.accept(gone.token(), guest.person(), NONE, NOW));
        refused(
                Refusal.Kind.NOT_FOUND,
                () -> members.withdraw(owner, gone.invitation().id(), NOW));
        refused(Refusal.Kind.NOT_FOUND, () -> members.look("bi_x", NOW));
        refused(Refusal.Kind.INVALID, () -> members.invite(owner, "c@example.org", Role.OWNER, NOW));
    }

    @Test
    void whatARoleDoesNotIncludeIsForbidden() {
        Caller owner = caller(person());
        Caller admin = joined(owner, Role.ADMIN);
        Caller member = joined(owner, Role.MEMBER);
        Caller viewer = joined(owner, Role.VIEWER);
        for (Caller caller : List.of(member, viewer)) {
            refused(Refusal.Kind.FORBIDDEN, () -> members.invite(caller, "d@example.org", Role.VIEWER, NOW));
            refused(
                    Refusal.Kind.FORBIDDEN,
                    () -> members.remove(caller, admin.person().orElseThrow(), NOW));
            refused(Refusal.Kind.FORBIDDEN, () -> keys.list(caller));
            refused(Refusal.Kind.FORBIDDEN, () -> accounts.rename(caller, "x", NOW));
            assertThat(members.list(caller)).hasSize(4);
        }
        UUID first = owner.person().orElseThrow();
        refused(Refusal.Kind.FORBIDDEN, () -> members.changeRole(admin, first, Role.MEMBER, NOW));
        refused(Refusal.Kind.FORBIDDEN, () -> members.remove(admin, first, NOW));
        refused(
                Refusal.Kind.FORBIDDEN,
                () -> members.changeRole(admin, admin.person().orElseThrow(), Role.OWNER, NOW));
        refused(Refusal.Kind.FORBIDDEN, () -> accounts.close(admin, NOW));
        members.changeRole(admin, viewer.person().orElseThrow(), Role.MEMBER, NOW);
    }

    @Test
    void theLastOwnerStays() throws InterruptedException {
        Caller one = caller(person());
        Caller two = joined(one, Role.ADMIN);
        UUID first = one.person().orElseThrow();
        UUID second = two.person().orElseThrow();
        refused(Refusal.Kind.CONFLICT, () -> members.remove(one, first, NOW));
        refused(Refusal.Kind.CONFLICT, () -> members.changeRole(one, first, Role.ADMIN, NOW));
        members.changeRole(one, second, Role.OWNER, NOW);
        // Both leave at once: one of them can.
        Thread[] leaving = {
            Thread.ofVirtual().start(() -> quietly(() -> members.remove(one, first, NOW))),
            Thread.ofVirtual().start(() -> quietly(() -> members.remove(two, second, NOW)))
        };
        for (Thread thread : leaving) {
            thread.join();
        }
        int left = database.<Integer, RuntimeException>read(
                h -> h.createQuery("select count(*) from membership where account_id = ? and role = 'owner'")
                        .bind(0, one.account())
                        .mapTo(int.class)
                        .one());
        assertThat(left).isEqualTo(1);
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (Refusal e) {
            assertThat(e.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        }
    }

    @Test
    void aKeyEndsWithItsMakersMembershipAndShrinksWithTheirRole() {
        Caller owner = caller(person());
        Caller admin = joined(owner, Role.ADMIN);
        UUID person = admin.person().orElseThrow();
        String secret = keys.create(admin, "k", EnumSet.allOf(Scope.class), Optional.empty(), NOW)
                .secret();
        assertThat(keys.authenticate(secret, NOW).orElseThrow().may(Scope.KEYS_WRITE))
                .isTrue();
        members.changeRole(owner, person, Role.VIEWER, NOW);
        Caller shrunk = keys.authenticate(secret, NOW).orElseThrow();
        assertThat(shrunk.scopes()).isEqualTo(Role.VIEWER.scopes());
        members.remove(owner, person, NOW);
        assertThat(keys.authenticate(secret, NOW)).isEmpty();
    }

    @Test
    void whoWasRemovedIsSignedOutOfTheAccount() {
        Caller owner = caller(person());
        Sessions.Made guest = person();
        members.accept(members.invite(owner, "e@example.org", Role.MEMBER, NOW).token(), guest.person(), NONE, NOW);
        sessions.enter(guest.token(), owner.account(), NOW);
        members.remove(owner, guest.person(), NOW);
        assertThat(sessions.authenticate(guest.token(), NOW)).isEmpty();
        refused(Refusal.Kind.NOT_FOUND, () -> sessions.enter(guest.token(), owner.account(), NOW));
        assertThat(caller(sessions.begin(guest.person(), NONE, NOW)).account()).isNotEqualTo(owner.account());
    }

    @Test
    void anotherAccountsPeopleAreNotThere() {
        Caller one = caller(person());
        Caller two = caller(person());
        UUID other = two.person().orElseThrow();
        assertThat(members.list(one)).extracting(Members.Member::person).doesNotContain(other);
        refused(Refusal.Kind.NOT_FOUND, () -> members.remove(one, other, NOW));
        refused(Refusal.Kind.NOT_FOUND, () -> members.changeRole(one, other, Role.VIEWER, NOW));
        Members.Invited theirs = members.invite(two, "f@example.org", Role.VIEWER, NOW);
        refused(
                Refusal.Kind.NOT_FOUND,
                () -> members.withdraw(one, theirs.invitation().id(), NOW));
        refused(Refusal.Kind.NOT_FOUND, () -> sessions.enter(person().token(), two.account(), NOW));
    }

    @Test
    void anAccountIsRenamedAndMovedToAnotherTimeZone() {
        Caller owner = caller(person());
        assertThat(accounts.rename(owner, "  Ümlaut & Co ", NOW).name()).isEqualTo("Ümlaut & Co");
        assertThat(accounts.changeZone(owner, "Europe/Berlin", NOW).zone().getId())
                .isEqualTo("Europe/Berlin");
        assertThatThrownBy(() -> accounts.changeZone(owner, "berlin", NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Europe/Berlin");
        for (String bad : List.of("", "Mars/Olympus", "UTC+25", "../etc", "x".repeat(100_000))) {
            refused(Refusal.Kind.INVALID, () -> accounts.changeZone(owner, bad, NOW));
        }
    }

    @Test
    void anOperatorAloneChangesPlansAndKeysKnowAtOnce() {
        SignUp.Made made = signUp.withKey("Acme", "192.0.2.1", NONE, NOW);
        String secret = made.key().orElseThrow().secret();
        Caller key = keys.authenticate(secret, NOW).orElseThrow();
        refused(Refusal.Kind.FORBIDDEN, () -> accounts.changePlan(key, "plus", "web", NOW));
        Caller operator = accounts.operator(made.account(), "console");
        refused(Refusal.Kind.INVALID, () -> accounts.changePlan(operator, "gold", "web", NOW));
        refused(Refusal.Kind.INVALID, () -> accounts.changePlan(operator, "plus", "fax", NOW));
        assertThat(accounts.changePlan(operator, "plus", "ios", NOW).plan()).isEqualTo("plus");
        Caller now = keys.authenticate(secret, NOW).orElseThrow();
        assertThat(now.plan()).isEqualTo("plus");
        assertThat(now.store()).isEqualTo("ios");
    }

    @Test
    void aClosedAccountLetsNobodyInAnyMore() {
        Sessions.Made session = person();
        Caller owner = caller(session);
        String secret = keys.create(owner, "k", EnumSet.of(Scope.ACCOUNT_READ), Optional.empty(), NOW)
                .secret();
        assertThat(keys.authenticate(secret, NOW)).isPresent();
        Members.Invited invited = members.invite(owner, "g@example.org", Role.VIEWER, NOW);
        accounts.close(owner, NOW);
        assertThat(keys.authenticate(secret, NOW)).isEmpty();
        assertThat(sessions.authenticate(session.token(), NOW)).isEmpty();
        refused(Refusal.Kind.FORBIDDEN, () -> sessions.begin(session.person(), NONE, NOW));
        refused(Refusal.Kind.NOT_FOUND, () -> members.look(invited.token(), NOW));
        refused(Refusal.Kind.CONFLICT, () -> accounts.rename(owner, "x", NOW));
    }

    private static void refused(Refusal.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(kind));
    }
}
