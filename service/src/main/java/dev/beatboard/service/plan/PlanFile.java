package dev.beatboard.service.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of plans as text.
///
/// @param name for messages
record PlanFile(String name, String text) {

    /// Files of plans are some kilobytes.
    private static final long MOST_BYTES = 1 << 20;

    static PlanFile of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file of plans at " + file + ".");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("The file of plans " + file + " has more than " + MOST_BYTES + " bytes.");
        }
        return new PlanFile(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }
}
