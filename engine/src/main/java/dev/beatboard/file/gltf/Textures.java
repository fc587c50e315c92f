package dev.beatboard.file.gltf;

import dev.beatboard.math.Sha256;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The pictures of the file: scaled down to the form's limit, JPEG where they are opaque, PNG where they have holes, in
/// few colors in the small form. Equal pictures are written once.
final class Textures {

    /// Colors of pictures with holes in the small form: hair is of one hue, and its edge has a few steps of alpha.
    private static final int COLORS = 64;

    /// Of PNG files this is not quality but haste: 0 is the smallest file.
    private static final float PNG_SMALL = 0;

    private static final float PNG_FAST = 0.6f;

    private final Store store;
    private final GltfForm form;
    private final Map<Wish, Integer> known = new HashMap<>();
    private final Map<String, Integer> byContent = new HashMap<>();

    /// One picture as it is to be written; textures are compared by identity.
    private record Wish(Texture texture, Rgb tint, boolean cutout) {}

    Textures(Store store, GltfForm form) {
        this.store = store;
        this.form = form;
    }

    /// The number of a texture.
    ///
    /// @param tint what its colors are multiplied by, which may be above 1
    int add(Texture texture, Rgb tint, boolean cutout) {
        return known.computeIfAbsent(new Wish(texture, tint, cutout), this::write);
    }

    private int write(Wish w) {
        try {
            Scaled s = Scaled.of(w.texture(), w.tint(), form.pixels(w.cutout()), w.cutout());
            byte[] file = !w.cutout() ? jpeg(s, form.jpegQuality()) : form.compressed() ? fewColors(s) : png(s);
            Integer same = byContent.get(Sha256.hex(file));
            if (same != null) {
                return same;
            }
            int image = store.list("images").size();
            store.list("images")
                    .addObject()
                    .put("name", w.texture().name())
                    .put("mimeType", w.cutout() ? "image/png" : "image/jpeg")
                    .put("bufferView", store.bytes(file));
            if (store.list("samplers").isEmpty()) {
                // Linear, with mip maps, repeating.
                store.list("samplers").addObject().put("magFilter", 9729).put("minFilter", 9987);
            }
            int texture = store.list("textures").size();
            store.list("textures").addObject().put("sampler", 0).put("source", image);
            byContent.put(Sha256.hex(file), texture);
            return texture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(Scaled s) throws IOException {
        BufferedImage image = new BufferedImage(s.width(), s.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, s.width(), s.height(), s.argb(), 0, s.width());
        return encoded(image, "png", PNG_FAST);
    }

    private byte[] fewColors(Scaled s) throws IOException {
        Palette p = Palette.of(s.argb(), COLORS);
        IndexColorModel model =
                new IndexColorModel(8, p.colors().length, p.colors(), 0, true, -1, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(s.width(), s.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
        image.getRaster().setDataElements(0, 0, s.width(), s.height(), p.pixels());
        return encoded(image, "png", form.hasty() ? PNG_FAST : PNG_SMALL);
    }

    private static byte[] jpeg(Scaled s, float quality) throws IOException {
        BufferedImage image = new BufferedImage(s.width(), s.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, s.width(), s.height(), s.argb(), 0, s.width());
        return encoded(image, "jpeg", quality);
    }

    private static byte[] encoded(BufferedImage image, String format, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
