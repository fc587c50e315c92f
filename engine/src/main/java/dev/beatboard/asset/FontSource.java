package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The letters of printed pages: DejaVu Sans out of the npm package `dejavu-fonts-ttf`. It has the
/// letters of Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic, but none of China,
/// Japan and Korea.
public final class FontSource extends NpmSource {

    static final String PLAIN = "DejaVuSans.ttf";
    static final String BOLD = "DejaVuSans-Bold.ttf";

    private static final String VERSION = "2.37.3";
    private static final String FILE = "dejavu-fonts-ttf-" + VERSION + ".tgz";
    private static final String DIGEST = "b7013ac58f9225250619db82cfb72e99c37ca8195f2b5a06a9e6a95bc5e1c84a";
    private static final Map<String, String> FILES =
            Map.of("package/ttf/" + PLAIN, PLAIN, "package/ttf/" + BOLD, BOLD, "package/LICENSE", "LICENSE");

    public FontSource() {
        super("fonts", "fonts for printed pages (6 MB)", "dejavu-fonts-ttf@" + VERSION, FILE, DIGEST);
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public void convert(Path fetched, Path into, Progress progress) throws IOException {
        TarGz.walk(fetched, (name, size, content) -> {
            String known = FILES.get(name);
            if (known != null) {
                Files.copy(content, into.resolve(known));
            }
        });
        for (String name : FILES.values()) {
            if (!Files.isRegularFile(into.resolve(name))) {
                throw new IOException("the package holds no " + name);
            }
        }
    }
}
