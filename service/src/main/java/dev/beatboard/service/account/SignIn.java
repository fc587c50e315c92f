package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Proves who somebody is by e-mail address and password. All failures look the same and take the
/// same work, and attempts are limited both per e-mail address and per network.
public final class SignIn {

    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int PER_EMAIL = 10;
    private static final int PER_NETWORK = 50;

    private final Database database;
    private final Passwords passwords;
    private final Attempts byEmail = new Attempts(PER_EMAIL, PERIOD);
    private final Attempts byNetwork = new Attempts(PER_NETWORK, PERIOD);

    public SignIn(Database database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    private record Known(UUID person, String hash) {}

    /// The person, for [Sessions#begin] or [Members#accept].
    ///
    /// @param address from which it is tried
    /// @throws Refusal (UNAUTHENTICATED) if e-mail address and password do not belong together,
    ///     (TOO_MANY), or (BUSY)
    public UUID byPassword(String email, String password, String address, Instant now) {
        Email checked = Email.of(email);
        byNetwork.take(Attempts.network(address), now);
        byEmail.take(checked.text(), now);
        Optional<Known> known = database.read(h -> h.createQuery(
                        "select id, password_hash from person where lower(email) = lower(?)")
                .bind(0, checked.text())
                .map((row, context) -> new Known(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getString("password_hash")).orElse("")))
                .findOne());
        String hash = known.map(Known::hash).orElse("");
        if (!passwords.fits(password, hash) || known.isEmpty()) {
            throw Refusal.of(
                    Refusal.Kind.UNAUTHENTICATED, "This e-mail address and this password do not belong together.");
        }
        byEmail.clear(checked.text());
        if (passwords.outdated(hash)) {
            String renewed = passwords.hash(password);
            database.<Integer, RuntimeException>system(h -> h.createUpdate(
                            "update person set password_hash = :renewed where id = :id and password_hash = :old")
                    .bind("renewed", renewed)
                    .bind("id", known.get().person)
                    .bind("old", hash)
                    .execute());
        }
        return known.get().person;
    }

    /// Changes the caller's own password, or gives the first one to somebody who had passkeys only,
    /// and ends all of their sessions.
    ///
    /// @param old empty if there was none
    public void changePassword(Caller caller, String old, String password, Instant now) {
        UUID person = Sessions.signedIn(caller);
        byEmail.take(person.toString(), now);
        record Row(Email email, Optional<String> hash) {}
        Row row = database.read(h -> h.createQuery("select email, password_hash from person where id = ?")
                .bind(0, person)
                .map((r, context) ->
                        new Row(new Email(r.getString("email")), Optional.ofNullable(r.getString("password_hash"))))
                .one());
        if (row.hash.isPresent() && !passwords.fits(old, row.hash.get())) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "The old password is another one.");
        }
        Passwords.check(password, row.email);
        String hash = passwords.hash(password);
        database.system(h -> {
            h.createUpdate("update person set password_hash = :hash where id = :id")
                    .bind("hash", hash)
                    .bind("id", person)
                    .execute();
            Sessions.endAll(h, person);
            AuditTrail.record(h, caller, "person.password", person.toString(), Map.of(), now);
            return true;
        });
    }
}
