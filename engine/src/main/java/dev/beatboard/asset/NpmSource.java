package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A pack out of one version of an npm package.
abstract class NpmSource implements PackSource {

    private final String name;
    private final String label;
    private final String specification;
    private final String file;
    private final String digest;

    /// @param specification of the package, `name@version`
    /// @param file that npm packs it into
    /// @param digest SHA-256 of that file
    NpmSource(String name, String label, String specification, String file, String digest) {
        this.name = name;
        this.label = label;
        this.specification = specification;
        this.file = file;
        this.digest = digest;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String label() {
        return label;
    }

    @Override
    public final Optional<String> digest() {
        return Optional.of(digest);
    }

    @Override
    public final Path fetch(Path downloads, Progress progress) throws IOException, InterruptedException {
        return NpmPackage.fetch(specification, file, digest, downloads, progress);
    }
}
