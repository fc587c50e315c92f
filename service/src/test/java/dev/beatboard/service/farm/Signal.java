package dev.beatboard.service.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.database.Database;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/// Signals to processes. A worker that is stopped and seen to be in the middle of a chunk stays
/// there, so that it can be disturbed at the right moment.
enum Signal {
    STOP,
    CONT,
    KILL;

    void send(long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + this, "" + process)
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    /// The chunk that a worker is at.
    static Optional<String> renders(Database database, UUID worker) {
        return database.<Optional<String>, RuntimeException>read(
                h -> h.createQuery("""
                        select generation_id || '/' || number from chunk
                        where state = 'released' and worker_id = ?
                        """).bind(0, worker).mapTo(String.class).findFirst());
    }
}
