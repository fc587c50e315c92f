package dev.beatboard.service.work;

import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.generation.Announcer;
import dev.beatboard.service.generation.Closing;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Kind;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.generation.SmallPicture;
import dev.beatboard.service.store.MediaTypes;
import dev.beatboard.service.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;
import org.jdbi.v3.core.Handle;

/// Brings finished files to the store and ends the generation.
final class Delivery {

    private final Database database;
    private final ObjectStore store;
    private final Ledger ledger;
    private final Announcer announcer;
    private final InstantSource clock;

    Delivery(Database database, ObjectStore store, Ledger ledger, Announcer announcer, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.ledger = ledger;
        this.announcer = announcer;
        this.clock = clock;
    }

    /// Stores all files of a folder and, if `mine` still holds in that transaction, completes the
    /// generation. The files of an attempt that comes too late are removed.
    ///
    /// @return whether this attempt completed it
    boolean deliver(Generation g, Path folder, Predicate<Handle> mine) throws IOException {
        if (g.kind() == Kind.STILL) {
            develop(g, folder);
        }
        Instant now = clock.instant();
        String place = g.folder() + "/out/" + Ids.next(now);
        List<Output> outputs = new ArrayList<>();
        for (Map.Entry<String, Path> e : Scratch.files(folder).entrySet()) {
            String name = e.getKey();
            Path file = e.getValue();
            String key = place + "/" + name;
            String type = MediaTypes.ofEnding(name);
            store.put(key, file, type);
            outputs.add(new Output(
                    Ids.next(now),
                    g.id(),
                    kind(name),
                    name,
                    key,
                    type,
                    Files.size(file),
                    new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file)));
        }
        boolean completed = database.system(
                h -> mine.test(h) && Closing.complete(h, g.id(), outputs, ledger, announcer, clock.instant()));
        if (!completed) {
            store.deleteAll(place);
        }
        return completed;
    }

    /// A still is one picture and what accounts for it.
    private static void develop(Generation g, Path folder) throws IOException {
        Path png;
        try (Stream<Path> all = Files.list(folder.resolve("png"))) {
            png = all.findFirst().orElseThrow(() -> new IOException("No picture was rendered."));
        }
        boolean jpeg = g.terms().stillFormat().filter("jpeg"::equals).isPresent();
        Path still = folder.resolve(jpeg ? "still.jpg" : "still.png");
        if (jpeg) {
            Files.write(still, SmallPicture.jpeg(ImageIO.read(png.toFile())));
            Files.delete(png);
        } else {
            Files.move(png, still);
        }
        Files.delete(folder.resolve("png"));
    }

    private static String kind(String name) {
        String top = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
        String ending = ending(name);
        if (top.startsWith("exr")) {
            return "exr";
        }
        if (top.equals("tracks") || top.equals("camera") || top.equals("guides")) {
            return top;
        }
        return switch (ending) {
            case "mp4", "mov" -> "video";
            case "png", "jpg" -> name.startsWith("contact-sheet") ? "sheet" : "image";
            case "glb", "gltf" -> "model";
            case "otio", "edl", "fcpxml", "csv", "pdf" -> "edit";
            case "txt" -> name.startsWith("credits") ? "credits" : "file";
            case "html", "json" -> name.startsWith("report") ? "report" : name.startsWith("shot") ? "shot" : "file";
            default -> "file";
        };
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
