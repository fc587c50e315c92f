package dev.beatboard.asset;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Turns catalogued OBJ models into the files that [FurnitureLibrary] reads: `catalog.tsv`, one `.prop` per model and
/// PNG textures.
final class FurnitureConverter {

    private static final int LARGEST_TEXTURE = 1024;
    private static final List<String> ARCHIVES = List.of("Scopia", "BlendSwap-CC-0", "BlendSwap-CC-BY", "KatorLegaz");

    private final Path archives;
    private final Path into;

    FurnitureConverter(Path archives, Path into) {
        this.archives = archives;
        this.into = into;
    }

    void convert(PackSource.Progress progress) throws IOException {
        Files.createDirectories(into.resolve("textures"));
        Map<String, String> rows = new HashMap<>();
        int done = 0;
        for (String archive : ARCHIVES) {
            Path file = archives.resolve(archive + ".sh3f");
            if (!Files.exists(file)) {
                throw new IOException("The furniture package has no " + file.getFileName());
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                Properties catalog = catalog(zip);
                for (int n = 1; catalog.containsKey("model#" + n); n++) {
                    String model = catalog.getProperty("model#" + n).substring(1);
                    String folder = model.substring(0, model.lastIndexOf('/'));
                    if (FurnitureList.MODELS.contains(folder)) {
                        rows.put(folder, model(zip, catalog, n, archive, model));
                        progress.at((double) ++done / FurnitureList.MODELS.size(), folder);
                    }
                }
            }
        }
        List<String> lines = new ArrayList<>();
        for (String folder : FurnitureList.MODELS) {
            String row = rows.get(folder);
            if (row != null) {
                lines.add(row);
            }
        }
        Files.write(into.resolve("catalog.tsv"), lines, StandardCharsets.UTF_8);
    }

    private static Properties catalog(ZipFile zip) throws IOException {
        Properties p = new Properties();
        ZipEntry e = zip.getEntry("PluginFurnitureCatalog.properties");
        if (e == null) {
            throw new IOException(zip.getName() + " has no catalogue");
        }
        try (var in = new InputStreamReader(zip.getInputStream(e), StandardCharsets.ISO_8859_1)) {
            p.load(in);
        }
        return p;
    }

    private String model(ZipFile zip, Properties c, int n, String archive, String model) throws IOException {
        String name = folderName(model);
        String noun = c.getProperty("name#" + n, name).toLowerCase(Locale.ROOT);
        float[] size = {meters(c, "width#" + n), meters(c, "height#" + n), meters(c, "depth#" + n)};
        String drop = c.getProperty("dropOnTopElevation#" + n);
        float surface = drop == null ? size[1] : Float.parseFloat(drop.trim()) / 100;
        String base = model.substring(0, model.lastIndexOf('/') + 1);
        ObjModel obj = ObjModel.read(text(zip, model), f -> text(zip, base + f));
        obj.fit(c.getProperty("modelRotation#" + n), size);
        Map<String, String> textures = new LinkedHashMap<>();
        for (ObjModel.Group g : obj.groups()) {
            if (!g.paint().map().isEmpty()) {
                String png = texture(zip, base, g.paint().map(), name);
                textures.put(g.paint().map(), png == null ? "" : png);
            }
        }
        FurnitureFile.write(into.resolve(name + ".prop"), obj.groups(), textures);
        String licence = archive.equals("BlendSwap-CC-0") ? "CC0" : "CC BY 3.0";
        String creator = c.getProperty("creator#" + n, archive);
        String title = c.getProperty("name#" + n, name);
        String credit = licence.equals("CC0")
                ? ""
                : "\"" + title + "\" (" + name + ") by " + creator + ", " + licence + ", Sweet Home 3D furniture";
        return String.join(
                "\t",
                name,
                noun,
                c.getProperty("tags#" + n, "").toLowerCase(Locale.ROOT),
                Float.toString(size[0]),
                Float.toString(size[1]),
                Float.toString(size[2]),
                Float.toString(surface),
                credit);
    }

    private static String folderName(String model) {
        String folder = model.substring(0, model.lastIndexOf('/'));
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static float meters(Properties c, String key) {
        return Float.parseFloat(c.getProperty(key, "100").trim()) / 100;
    }

    private static String text(ZipFile zip, String path) throws IOException {
        ZipEntry e = zip.getEntry(path);
        if (e == null) {
            return "";
        }
        return new String(zip.getInputStream(e).readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /// Writes the texture as PNG; null if the archive does not have it (some models name files of their author's disk).
    private @Nullable String texture(ZipFile zip, String base, String map, String model) throws IOException {
        ZipEntry e = zip.getEntry(base + map.replace('\\', '/'));
        if (e == null) {
            return null;
        }
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(zip.getInputStream(e).readAllBytes()));
        if (image == null) {
            return null;
        }
        double k = Math.min(1, (double) LARGEST_TEXTURE / Math.max(image.getWidth(), image.getHeight()));
        int w = Math.max(1, (int) (image.getWidth() * k));
        int h = Math.max(1, (int) (image.getHeight() * k));
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        var g = out.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(image, 0, 0, w, h, null);
        g.dispose();
        String name = model + "-" + map.replaceAll("[^A-Za-z0-9]", "_") + ".png";
        ImageIO.write(out, "png", into.resolve("textures").resolve(name).toFile());
        return name;
    }
}
