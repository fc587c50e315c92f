package dev.beatboard.asset;

import dev.beatboard.scene.Texture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The furniture of an installed pack. Opening reads the catalogue only; models are read when they are asked for and
/// kept.
public final class FurnitureLibrary implements Props {

    private record Row(
            String name,
            String noun,
            String tags,
            double width,
            double height,
            double depth,
            double surface,
            String credit) {}

    private final Path folder;
    private final Map<String, Row> rows;
    private final Map<String, Prop> loaded = new HashMap<>();
    private final Map<String, Texture> textures = new HashMap<>();

    private FurnitureLibrary(Path folder, Map<String, Row> rows) {
        this.folder = folder;
        this.rows = rows;
    }

    /// Opens the folder into which [FurnitureSource] has converted.
    public static FurnitureLibrary open(Path packFolder) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(packFolder.resolve("catalog.tsv"), StandardCharsets.UTF_8)) {
            String[] f = line.split("\t", -1);
            if (f.length != 8) {
                throw new IOException(packFolder + ": the furniture catalogue is damaged, install it again");
            }
            rows.put(
                    f[0],
                    new Row(
                            f[0],
                            f[1],
                            f[2],
                            Double.parseDouble(f[3]),
                            Double.parseDouble(f[4]),
                            Double.parseDouble(f[5]),
                            Double.parseDouble(f[6]),
                            f[7]));
        }
        return new FurnitureLibrary(packFolder, rows);
    }

    @Override
    public synchronized Optional<Prop> named(String name) {
        Row r = rows.get(name);
        if (r == null) {
            return Optional.empty();
        }
        Prop known = loaded.get(name);
        if (known == null) {
            try {
                List<Prop.Part> parts =
                        FurnitureFile.read(folder.resolve(name + ".prop"), folder.resolve("textures"), textures);
                known = new Prop(r.name(), r.noun(), r.width(), r.height(), r.depth(), r.surface(), parts, r.credit());
            } catch (IOException e) {
                throw new UncheckedIOException("The furniture pack is damaged: " + e.getMessage(), e);
            }
            loaded.put(name, known);
        }
        return Optional.of(known);
    }

    @Override
    public List<String> search(String noun) {
        String n = noun.toLowerCase(Locale.ROOT).strip();
        List<List<String>> ranks = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Row r : rows.values()) {
            if (r.noun().equals(n)) {
                ranks.get(0).add(r.name());
            } else if (List.of(r.tags().split(",\\s*")).contains(n)) {
                ranks.get(1).add(r.name());
            } else if (r.noun().endsWith(" " + n)) {
                ranks.get(2).add(r.name());
            }
        }
        return ranks.stream().flatMap(List::stream).toList();
    }

    /// The credits of everything in the pack that asks for one.
    public List<String> credits() {
        return rows.values().stream().map(Row::credit).filter(c -> !c.isEmpty()).toList();
    }
}
