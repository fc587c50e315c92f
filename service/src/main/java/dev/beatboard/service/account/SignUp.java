package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// Makes accounts: by key alone, without saying who one is, or with a person who has a password.
/// [Passkeys] makes those of people with a passkey.
public final class SignUp {

    private final Database database;
    private final Passwords passwords;
    private final Attempts attempts;
    private final String plan;

    /// @param plan that new accounts have
    /// @param perAddress how many accounts may be made an hour from one network address
    public SignUp(Database database, Passwords passwords, String plan, int perAddress) {
        this.database = database;
        this.passwords = passwords;
        this.plan = plan;
        this.attempts = new Attempts(perAddress, Duration.ofHours(1));
    }

    /// An account that was made.
    ///
    /// @param person its owner, if it has people
    /// @param key if one was asked for
    public record Made(UUID account, Optional<UUID> person, Optional<ApiKey.Made> key) {}

    /// An account without people, and a key that may do everything in it. Whoever loses the key has
    /// lost the account.
    ///
    /// @param name of the account
    /// @param address from which it is asked for
    public Made withKey(String name, String address, Optional<String> request, Instant now) {
        String plain = Texts.name("name", name, 200);
        take(address, now);
        return database.system(h -> {
            UUID account = account(h, plain, now);
            ApiKey.Made key = Keys.insert(
                    h, account, "First key", EnumSet.allOf(Scope.class), Optional.empty(), Optional.empty(), now);
            signedUp(h, account, "key:" + key.key().id(), "key", request, now);
            return new Made(account, Optional.empty(), Optional.of(key));
        });
    }

    /// An account with an owner who signs in with a password.
    ///
    /// @param organization the account's name
    /// @throws Refusal (CONFLICT) if the e-mail address is taken, (BUSY) if too many passwords are
    ///     being hashed at the moment
    public Made withPassword(
            String organization,
            String name,
            String email,
            String password,
            String address,
            Optional<String> request,
            Instant now) {
        String plain = Texts.name("organization", organization, 200);
        String person = Texts.name("name", name, 200);
        Email checked = Email.of(email);
        Passwords.check(password, checked);
        take(address, now);
        String hash = passwords.hash(password);
        return database.system(h -> {
            UUID id = person(h, Ids.next(now), checked, person, Optional.of(hash), now);
            UUID account = account(h, plain, now);
            owner(h, account, id, now);
            signedUp(h, account, "person:" + id, "password", request, now);
            return new Made(account, Optional.of(id), Optional.empty());
        });
    }

    /// A person with a password who joins an account by invitation and has none of their own, which
    /// is also how people come to a service that is not open for sign-up.
    ///
    /// @param token of the invitation
    /// @throws Refusal (NOT_FOUND) if it is none, (CONFLICT) if the e-mail address is taken, or (BUSY)
    public UUID withInvitation(
            String token,
            String name,
            String email,
            String password,
            String address,
            Optional<String> request,
            Instant now) {
        String person = Texts.name("name", name, 200);
        Email checked = Email.of(email);
        Passwords.check(password, checked);
        take(address, now);
        // Hashing is dear, so whoever has no invitation is not let that far.
        database.read(h -> Members.open(h, token, now, ""));
        String hash = passwords.hash(password);
        return database.system(h -> {
            UUID id = person(h, Ids.next(now), checked, person, Optional.of(hash), now);
            Members.accept(h, token, id, request, now);
            return id;
        });
    }

    /// Counts one sign-up from a network address.
    void take(String address, Instant now) {
        attempts.take(Attempts.network(address), now);
    }

    UUID account(Handle h, String name, Instant now) {
        UUID id = Ids.next(now);
        h.createUpdate("insert into account (id, name, plan, created_at) values (:id, :name, :plan, :now)")
                .bind("id", id)
                .bind("name", name)
                .bind("plan", plan)
                .bind("now", now)
                .execute();
        return id;
    }

    static UUID person(Handle h, UUID id, Email email, String name, Optional<String> hash, Instant now) {
        try {
            h.createUpdate("""
                            insert into person (id, email, name, password_hash, created_at)
                            values (:id, :email, :name, :hash, :now)
                            """)
                    .bind("id", id)
                    .bind("email", email.text())
                    .bind("name", name)
                    .bind("hash", hash)
                    .bind("now", now)
                    .execute();
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof PSQLException cause
                    && PSQLState.UNIQUE_VIOLATION.getState().equals(cause.getSQLState())) {
                throw taken();
            }
            throw e;
        }
        return id;
    }

    static Refusal taken() {
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "email",
                "This e-mail address has an account already; sign in instead.",
                Duration.ZERO);
    }

    static void owner(Handle h, UUID account, UUID person, Instant now) {
        h.createUpdate("""
                        insert into membership (account_id, person_id, role, created_at)
                        values (:account, :person, 'owner', :now)
                        """)
                .bind("account", account)
                .bind("person", person)
                .bind("now", now)
                .execute();
    }

    static void signedUp(Handle h, UUID account, String actor, String way, Optional<String> request, Instant now) {
        AuditTrail.record(h, account, actor, "account.created", account.toString(), Map.of("by", way), request, now);
    }
}
