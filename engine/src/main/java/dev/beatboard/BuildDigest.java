package dev.beatboard;

import dev.beatboard.file.Slate;
import dev.beatboard.math.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/// The SHA-256 of the engine's own code: two builds draw the same frames for sure only if they are
/// the same.
final class BuildDigest {

    private BuildDigest() {}

    static String compute() throws IOException {
        CodeSource source = BuildDigest.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Slate.ENGINE;
        }
        try {
            Path code = Path.of(source.getLocation().toURI());
            MessageDigest sha = Sha256.begin();
            for (Path p : classes(code)) {
                sha.update(Files.readAllBytes(p));
            }
            return Sha256.hex(sha);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot tell which engine this is", e);
        }
    }

    /// The archive, or the classes of a folder in a fixed order.
    private static List<Path> classes(Path code) throws IOException {
        try (Stream<Path> all = Files.find(code, 64, (p, a) -> a.isRegularFile())) {
            return all.filter(p -> p.equals(code) || p.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
