package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;

/// Accounts for tests.
public final class TestAccount {

    private TestAccount() {}

    /// A new account of a plan, and somebody who may do everything in it.
    public static Caller of(Database database, String plan, Instant now) {
        UUID id = Ids.next(now);
        database.system(h -> h.createUpdate("insert into account (id, name, plan, created_at) values (?, 'test', ?, ?)")
                .bind(0, id)
                .bind(1, plan)
                .bind(2, now)
                .execute());
        return new Caller(
                id,
                "test",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EnumSet.allOf(Scope.class),
                plan,
                "web",
                ZoneOffset.UTC,
                Optional.empty());
    }
}
