package dev.beatboard.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void anAccountSeesItsOwnRowsOnly() {
        try (Database database = TestDatabase.fresh()) {
            UUID mine = account(database, "mine");
            UUID other = account(database, "other");
            List<UUID> seen = database.tenant(
                    mine,
                    h -> h.createQuery("select id from account")
                            .mapTo(UUID.class)
                            .list());
            assertThat(seen).containsExactly(mine).doesNotContain(other);
            int changed = database.tenant(
                    mine,
                    h -> h.createUpdate("update account set name = 'x' where id = ?")
                            .bind(0, other)
                            .execute());
            assertThat(changed).isZero();
        }
    }

    @Test
    void whatIsCommittedIsOnTheDisk() {
        try (Database database = TestDatabase.fresh()) {
            assertThat(database.<String, RuntimeException>read(
                            h -> h.createQuery("show fsync").mapTo(String.class).one()))
                    .isEqualTo("on");
            assertThat(database.<String, RuntimeException>read(h -> h.createQuery("show synchronous_commit")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("on");
        }
    }

    /// The server's own end of a connection, which counts where a client's host is cut off.
    @Test
    void whoHasFallenSilentHoldsNothingForLong() {
        try (Database database = TestDatabase.fresh()) {
            for (String setting : List.of("idle_in_transaction_session_timeout", "tcp_user_timeout")) {
                assertThat(database.<String, RuntimeException>read(h -> h.createQuery("show " + setting)
                                .mapTo(String.class)
                                .one()))
                        .as(setting)
                        .isIn("20s", "20000");
            }
        }
    }

    private static UUID account(Database database, String name) {
        UUID id = Ids.next(NOW);
        database.system(h -> h.createUpdate("insert into account (id, name, plan, created_at) values (?, ?, 'free', ?)")
                .bind(0, id)
                .bind(1, name)
                .bind(2, NOW)
                .execute());
        return id;
    }
}
