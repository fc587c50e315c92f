package dev.beatboard.asset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Photographed skies out of the npm package `@pmndrs/assets`. They are OpenEXR files within scripts, in a compression
/// that Java has no decoder for: the npm package `hdrify` decodes them, once, when the pack is installed.
public final class SkySource extends NpmSource {

    static final String VERSION = "1.7.0";
    private static final String FILE = "pmndrs-assets-" + VERSION + ".tgz";
    private static final String DIGEST = "152bd218a3390703f184f0c6ce16e73c8f0a87f32d38530d418a09d33d8208dc";
    private static final String DECODER = "hdrify@1.2.1";

    public SkySource() {
        super("skies", "skies (14 MB)", "@pmndrs/assets@" + VERSION, FILE, DIGEST);
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public void convert(Path fetched, Path into, Progress progress) throws IOException {
        Path work = Files.createDirectory(into.resolve("work"));
        try {
            progress.at(0, "unpacking");
            List<String> names = unpack(fetched, work);
            progress.at(0.2, "npm install " + DECODER);
            decode(work, names);
            for (SkyPhotos.Weather w : SkyPhotos.Weather.values()) {
                progress.at(0.8, w.stem());
                photo(work.resolve(w.stem() + ".raw")).write(w.file(into));
            }
            progress.at(1, label());
        } finally {
            Folders.delete(work);
        }
    }

    /// Writes the photographs as EXR files and answers their names.
    private static List<String> unpack(Path archive, Path work) throws IOException {
        List<String> names = new ArrayList<>();
        TarGz.walk(archive, (name, size, content) -> {
            for (SkyPhotos.Weather w : SkyPhotos.Weather.values()) {
                if (name.equals("package/hdri/" + w.stem() + ".exr.js")) {
                    Files.write(work.resolve(w.stem() + ".exr"), exr(content.readAllBytes()));
                    names.add(w.stem());
                }
            }
        });
        if (names.size() != SkyPhotos.Weather.values().length) {
            throw new IOException("Of the skies there are only " + names + " in " + archive);
        }
        return names;
    }

    /// The file within a script that exports it as a data URL.
    static byte[] exr(byte[] script) throws IOException {
        String text = new String(script, StandardCharsets.US_ASCII);
        int from = text.indexOf("base64,");
        int to = text.indexOf('\'', from);
        if (from < 0 || to < 0) {
            throw new IOException("A sky of " + FILE + " is no data URL");
        }
        return Base64.getDecoder().decode(text.substring(from + 7, to));
    }

    private static void decode(Path work, List<String> names) throws IOException {
        try (InputStream script = SkySource.class.getResourceAsStream("exr-to-floats.mjs")) {
            if (script == null) {
                throw new IllegalStateException("exr-to-floats.mjs is not in the program");
            }
            Files.copy(script, work.resolve("exr-to-floats.mjs"));
        }
        try {
            Command.run(
                    work,
                    "Check that npm reaches its registry (Debian: apt-get install npm)",
                    "npm",
                    "install",
                    DECODER,
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    ".");
            List<String> command = new ArrayList<>(List.of("node", "exr-to-floats.mjs"));
            command.addAll(names);
            Command.run(work, "It needs node 20 or newer", command.toArray(new String[0]));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Converting the skies was interrupted", e);
        }
    }

    private static SkyPhoto photo(Path raw) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        int width = in.getInt();
        int height = in.getInt();
        float[] rgb = new float[3 * width * height];
        in.asFloatBuffer().get(rgb);
        return SkyPhoto.of(width, height, rgb);
    }
}
