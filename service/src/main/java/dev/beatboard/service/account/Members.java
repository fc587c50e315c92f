package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The people of an account: asked in, given roles, removed. There is always an owner left.
public final class Members {

    /// How invitations begin.
    public static final String PREFIX = "bi_";

    /// How long an invitation is good.
    public static final Duration LIFE = Duration.ofDays(7);

    /// How many people an account has at most, invitations counted.
    public static final int MOST = 1000;

    private final Database database;
    private final Keys keys;

    /// @param keys forget what they knew of people whose role has changed
    public Members(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /// @param since when they joined
    public record Member(UUID person, String email, String name, Role role, Instant since) {}

    /// @param account its name, for whoever is invited
    public record Invitation(UUID id, String account, String email, Role role, Instant created, Instant expires) {}

    /// An invitation that has just been made. This is the only time that its token can be seen.
    public record Invited(Invitation invitation, String token) {

        /// Leaves out the token, as it could end up in a log.
        @Override
        public String toString() {
            return "Invited[" + invitation + "]";
        }
    }

    /// An account that somebody belongs to.
    public record Place(UUID account, String name, Role role) {}

    /// Who belongs to the account, those that joined first coming first.
    public List<Member> list(Caller caller) {
        caller.needs(Scope.ACCOUNT_READ);
        return database.tenant(
                caller.account(),
                h -> h.createQuery("""
                                select p.id, p.email, p.name, m.role, m.created_at from membership m
                                join person p on p.id = m.person_id
                                where m.account_id = ? order by m.created_at, p.id limit 1000
                                """)
                        .bind(0, caller.account())
                        .map((row, context) -> new Member(
                                row.getObject("id", UUID.class),
                                row.getString("email"),
                                row.getString("name"),
                                role(row),
                                row.getTimestamp("created_at").toInstant()))
                        .list());
    }

    /// Asks somebody in. We send no mail: the caller passes the token on. Whoever brings it joins.
    public Invited invite(Caller caller, String email, Role role, Instant now) {
        return invite(caller, email, role, MOST, now);
    }

    /// The same where the account's plan allows fewer than [#MOST] people.
    ///
    /// @param most how many people it may have, invitations counted
    public Invited invite(Caller caller, String email, Role role, int most, Instant now) {
        caller.needs(Scope.MEMBERS_WRITE);
        if (role == Role.OWNER) {
            throw Refusal.invalid(
                    "role", "People are invited as admin, member or viewer; an owner can raise them later.");
        }
        Email checked = Email.of(email);
        String token = Secrets.next(PREFIX);
        return database.tenant(caller.account(), h -> {
            Account account = Accounts.locked(h, caller.account());
            int people = h.createQuery("""
                            select (select count(*) from membership where account_id = :account)
                              + (select count(*) from invitation where account_id = :account
                                 and accepted_at is null and revoked_at is null and expires_at > :now)
                            """)
                    .bind("account", caller.account())
                    .bind("now", now)
                    .mapTo(int.class)
                    .one();
            int allowed = Math.min(most, MOST);
            if (people >= allowed) {
                throw Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "The account may have " + allowed + (allowed == 1 ? " person" : " people") + " and has "
                                + people + ", invitations counted. Choose a plan with more.");
            }
            Invitation made = new Invitation(Ids.next(now), account.name(), checked.text(), role, now, now.plus(LIFE));
            h.createUpdate("""
                            insert into invitation (id, token_hash, account_id, email, role, created_at, expires_at)
                            values (:id, :hash, :account, :email, :role, :now, :expires)
                            """)
                    .bind("id", made.id())
                    .bind("hash", Secrets.hash(token))
                    .bind("account", caller.account())
                    .bind("email", made.email())
                    .bind("role", role.label())
                    .bind("now", now)
                    .bind("expires", made.expires())
                    .execute();
            AuditTrail.record(
                    h,
                    caller,
                    "member.invited",
                    made.id().toString(),
                    Map.of("email", made.email(), "role", role.label()),
                    now);
            return new Invited(made, token);
        });
    }

    /// Invitations that can still be accepted.
    public List<Invitation> invitations(Caller caller, Instant now) {
        caller.needs(Scope.MEMBERS_WRITE);
        return database.tenant(
                caller.account(),
                h -> h.createQuery("""
                                select i.*, a.name from invitation i join account a on a.id = i.account_id
                                where i.account_id = :account and accepted_at is null and revoked_at is null
                                and expires_at > :now order by i.id limit 1000
                                """)
                        .bind("account", caller.account())
                        .bind("now", now)
                        .map((row, context) -> invitation(row))
                        .list());
    }

    /// Takes an invitation back.
    public void withdraw(Caller caller, UUID id, Instant now) {
        caller.needs(Scope.MEMBERS_WRITE);
        database.tenant(caller.account(), h -> {
            int done = h.createUpdate("""
                            update invitation set revoked_at = :now
                            where id = :id and account_id = :account and accepted_at is null and revoked_at is null
                            """)
                    .bind("now", now)
                    .bind("id", id)
                    .bind("account", caller.account())
                    .execute();
            if (done == 0) {
                throw Refusal.of(Refusal.Kind.NOT_FOUND, "There is no open invitation " + id + ".");
            }
            AuditTrail.record(h, caller, "member.uninvited", id.toString(), Map.of(), now);
            return done;
        });
    }

    /// What an invitation is for, to be shown to whoever has its token.
    public Invitation look(String token, Instant now) {
        return database.read(h -> open(h, token, now, "")).invitation;
    }

    /// Lets a person who is signed in, or has just proved who they are, join.
    ///
    /// @return the account
    public UUID accept(String token, UUID person, Optional<String> request, Instant now) {
        return database.system(h -> accept(h, token, person, request, now));
    }

    static UUID accept(Handle h, String token, UUID person, Optional<String> request, Instant now) {
        Open open = open(h, token, now, " for update of i");
        int joined = h.createUpdate("""
                            insert into membership (account_id, person_id, role, created_at)
                            values (:account, :person, :role, :now) on conflict do nothing
                            """)
                .bind("account", open.account)
                .bind("person", person)
                .bind("role", open.invitation.role().label())
                .bind("now", now)
                .execute();
        if (joined == 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "You belong to this account already.");
        }
        h.createUpdate("update invitation set accepted_at = :now where id = :id")
                .bind("now", now)
                .bind("id", open.invitation.id())
                .execute();
        AuditTrail.record(
                h,
                open.account,
                "person:" + person,
                "member.joined",
                person.toString(),
                Map.of("invitation", open.invitation.id().toString()),
                request,
                now);
        return open.account;
    }

    record Open(UUID account, Invitation invitation) {}

    static Open open(Handle h, String token, Instant now, String lock) {
        Optional<Open> found = Secrets.wellFormed(PREFIX, token)
                ? h.createQuery("""
                                select i.*, a.name from invitation i join account a on a.id = i.account_id
                                where i.token_hash = :hash and i.accepted_at is null and i.revoked_at is null
                                and i.expires_at > :now and a.closed_at is null
                                """ + lock)
                        .bind("hash", Secrets.hash(token))
                        .bind("now", now)
                        .map((row, context) -> new Open(row.getObject("account_id", UUID.class), invitation(row)))
                        .findOne()
                : Optional.empty();
        return found.orElseThrow(() ->
                Refusal.of(Refusal.Kind.NOT_FOUND, "This invitation is used, withdrawn or expired, or never was one."));
    }

    /// Gives a person another role.
    ///
    /// @throws Refusal if the caller may not give or take it, or no owner would be left
    public void changeRole(Caller caller, UUID person, Role role, Instant now) {
        caller.needs(Scope.MEMBERS_WRITE);
        database.tenant(caller.account(), h -> {
            Accounts.locked(h, caller.account());
            Role old = current(h, caller, person);
            appoints(caller, old);
            appoints(caller, role);
            if (old == Role.OWNER && role != Role.OWNER) {
                leaveAnOwner(h, caller.account());
            }
            h.createUpdate("update membership set role = :role where account_id = :account and person_id = :person")
                    .bind("role", role.label())
                    .bind("account", caller.account())
                    .bind("person", person)
                    .execute();
            AuditTrail.record(
                    h, caller, "member.role", person.toString(), Map.of("from", old.label(), "to", role.label()), now);
            return true;
        });
        keys.forget();
    }

    /// Removes a person, or lets them leave. Keys that they made are worth nothing from now on;
    /// whoever stays can rotate them before, and has them then.
    ///
    /// @throws Refusal if the caller may not, or no owner would be left
    public void remove(Caller caller, UUID person, Instant now) {
        boolean leaves = caller.key().isEmpty() && caller.person().equals(Optional.of(person));
        if (!leaves) {
            caller.needs(Scope.MEMBERS_WRITE);
        }
        database.tenant(caller.account(), h -> {
            Accounts.locked(h, caller.account());
            Role old = current(h, caller, person);
            if (!leaves) {
                appoints(caller, old);
            }
            if (old == Role.OWNER) {
                leaveAnOwner(h, caller.account());
            }
            h.createUpdate("delete from membership where account_id = :account and person_id = :person")
                    .bind("account", caller.account())
                    .bind("person", person)
                    .execute();
            AuditTrail.record(h, caller, leaves ? "member.left" : "member.removed", person.toString(), Map.of(), now);
            return true;
        });
        keys.forget();
    }

    /// The open accounts that a person belongs to, the first joined first.
    public List<Place> places(UUID person) {
        return database.read(h -> h.createQuery("""
                        select a.id, a.name, m.role from membership m join account a on a.id = m.account_id
                        where m.person_id = ? and a.closed_at is null order by m.created_at, a.id limit 100
                        """)
                .bind(0, person)
                .map((row, context) -> new Place(row.getObject("id", UUID.class), row.getString("name"), role(row)))
                .list());
    }

    private static Role current(Handle h, Caller caller, UUID person) {
        return h.createQuery("select role from membership where account_id = :account and person_id = :person")
                .bind("account", caller.account())
                .bind("person", person)
                .map((row, context) -> role(row))
                .findOne()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "Nobody " + person + " is in this account."));
    }

    private static void appoints(Caller caller, Role role) {
        // A key of nobody's is that of an account without people, or its first one: an owner's.
        Role own = caller.role().orElse(Role.OWNER);
        if (!own.appoints(role)) {
            throw Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    "Your role (" + own.label() + ") does not decide who is " + role.label() + ".");
        }
    }

    /// With the account's row locked.
    private static void leaveAnOwner(Handle h, UUID account) {
        int owners = h.createQuery("select count(*) from membership where account_id = ? and role = 'owner'")
                .bind(0, account)
                .mapTo(int.class)
                .one();
        if (owners < 2) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT, "This is the account's last owner. Make somebody else an owner first.");
        }
    }

    private static Role role(ResultSet row) throws SQLException {
        return Role.of(row.getString("role")).orElseThrow();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                role(row),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
