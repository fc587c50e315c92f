package dev.beatboard.shot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/// Looks whether a reference image is there, is an image and has a sane size, before anything relies on it. Its header
/// is
/// read first, and no more pixels than a preview's worth are ever held.
final class ReferenceImages {

    private static final long MOST_BYTES = 30L << 20;
    private static final int LARGEST_SIDE = 16_384;
    private static final long MOST_PIXELS = 100_000_000;
    private static final int PREVIEW = 512;
    private static final int LONGEST_PATH = 400;
    private static final String ALLOWED = "A PNG or JPEG of at most 30 MB and 100 megapixels, at most 16384 on a side.";

    private final Optional<Path> folder;

    /// @param folder from which relative names count; empty: names are kept and not looked at
    ReferenceImages(Optional<Path> folder) {
        this.folder = folder;
    }

    /// The file name in the field, if there is a usable image; a problem otherwise.
    Optional<String> check(Fields f, String field) {
        Optional<String> name = f.text(field, LONGEST_PATH).map(String::strip).filter(n -> !n.isEmpty());
        if (name.isEmpty() || folder.isEmpty()) {
            return name;
        }
        return name.filter(n -> {
            Optional<String> fault = fault(folder.get(), n);
            fault.ifPresent(what -> f.bad(
                    field,
                    "The image " + Text.quoted(n) + " " + what,
                    ALLOWED,
                    "Its name counts from the folder of the shot file."));
            return fault.isEmpty();
        });
    }

    private static Optional<String> fault(Path folder, String name) {
        Path file;
        try {
            file = folder.resolve(name);
        } catch (InvalidPathException e) {
            return Optional.of("has a name that no file can have.");
        }
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.of("is not there.");
            }
            long bytes = Files.size(file);
            if (bytes > MOST_BYTES) {
                return Optional.of("has " + (bytes >> 20) + " MB.");
            }
            return decode(file);
        } catch (IOException | RuntimeException e) {
            // The decoders of the platform answer broken files with all kinds of unchecked exceptions.
            return Optional.of("is broken: it cannot be decoded.");
        }
    }

    private static Optional<String> decode(Path file) throws IOException {
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.of("is in a form that is not read.");
            }
            ImageReader reader = readers.next();
            try {
                String form = reader.getFormatName();
                if (!form.equalsIgnoreCase("png") && !form.equalsIgnoreCase("jpeg")) {
                    return Optional.of("is in the form " + form + ".");
                }
                reader.setInput(in, true, true);
                int w = reader.getWidth(0);
                int h = reader.getHeight(0);
                if (w < 1 || h < 1 || w > LARGEST_SIDE || h > LARGEST_SIDE || (long) w * h > MOST_PIXELS) {
                    return Optional.of("has " + w + "x" + h + " pixels.");
                }
                ImageReadParam preview = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(w, h) / PREVIEW);
                preview.setSourceSubsampling(step, step, 0, 0);
                BufferedImage seen = reader.read(0, preview);
                return seen.getWidth() > 0 ? Optional.empty() : Optional.of("is broken: it has no pixels.");
            } finally {
                reader.dispose();
            }
        }
    }
}
