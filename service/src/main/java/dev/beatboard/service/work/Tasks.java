package dev.beatboard.service.work;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/// The tasks that db-scheduler hands out, by name.
final class Tasks {

    /// Renders a chunk.
    static final TaskDescriptor<Void> CHUNK = TaskDescriptor.of("chunk");

    /// Joins the chunks of a generation.
    static final TaskDescriptor<Void> ASSEMBLY = TaskDescriptor.of("assembly");

    /// Whoever waits for a finished film comes first, then fast work, then relaxed.
    static final int PRIORITY_ASSEMBLY = 100;

    static final int PRIORITY_FAST = 50;
    static final int PRIORITY_RELAXED = 10;

    private Tasks() {}

    /// Which chunk of which generation.
    record ChunkId(UUID generation, int number) {

        static ChunkId of(String instance) {
            int slash = instance.indexOf('/');
            return new ChunkId(
                    UUID.fromString(instance.substring(0, slash)), Integer.parseInt(instance.substring(slash + 1)));
        }

        @Override
        public String toString() {
            return generation + "/" + number;
        }
    }
}
