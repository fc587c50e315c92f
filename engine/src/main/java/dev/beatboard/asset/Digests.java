package dev.beatboard.asset;

import dev.beatboard.math.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Digests of files.
final class Digests {

    private Digests() {}

    /// SHA-256 as 64 lower-case hexadecimal digits.
    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.hex(in);
        }
    }
}
