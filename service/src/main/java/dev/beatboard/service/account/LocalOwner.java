package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Whoever set the service up on their own machine: the person who owns its first account.
///
/// That account is made with a key alone; its person is made when it is first asked for, with an
/// e-mail address that no mail can be sent to and without a password.
public final class LocalOwner {

    /// By which the owner may sign in once they have given themselves a password. Source: RFC 6761
    /// keeps `localhost` from ever being anybody's.
    public static final String EMAIL = "owner@beatboard.localhost";

    private final Database database;

    public LocalOwner(Database database) {
        this.database = database;
    }

    /// The owner, for [Sessions#begin]. Whether it is them who asks has been made sure of.
    ///
    /// @throws Refusal (FORBIDDEN) if the first account is closed
    public UUID person(Optional<String> request, Instant now) {
        return database.system(h -> {
            UUID account = h.createQuery("""
                            select id from (select id, closed_at from account order by created_at, id limit 1) f
                            where closed_at is null
                            """)
                    .mapTo(UUID.class)
                    .findOne()
                    .orElseThrow(() ->
                            Refusal.of(Refusal.Kind.FORBIDDEN, "The first account of this machine has been closed."));
            Accounts.locked(h, account);
            return owner(h, account).orElseGet(() -> made(h, account, request, now));
        });
    }

    private static Optional<UUID> owner(Handle h, UUID account) {
        return h.createQuery("""
                        select person_id from membership where account_id = ? and role = 'owner'
                        order by created_at, person_id limit 1
                        """).bind(0, account).mapTo(UUID.class).findOne();
    }

    private static UUID made(Handle h, UUID account, Optional<String> request, Instant now) {
        UUID id = SignUp.person(h, Ids.next(now), Email.of(EMAIL), "Owner", Optional.empty(), now);
        SignUp.owner(h, account, id, now);
        AuditTrail.record(
                h,
                account,
                "person:" + id,
                "member.joined",
                id.toString(),
                Map.of("role", "owner", "by", "local"),
                request,
                now);
        return id;
    }
}
