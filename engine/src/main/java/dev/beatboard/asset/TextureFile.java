package dev.beatboard.asset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/// Converts a PNG or JPEG picture into a texture of a pack, so that reading needs no image library.
final class TextureFile {

    private TextureFile() {}

    static void write(Path file, InputStream picture, String name) throws IOException {
        BufferedImage image = ImageIO.read(picture);
        if (image == null) {
            throw new IOException("The picture of \"" + name + "\" cannot be read");
        }
        int w = image.getWidth();
        int h = image.getHeight();
        int[] argb = image.getRGB(0, 0, w, h, null, 0, w);
        byte[] rgba = new byte[4 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            rgba[4 * i] = (byte) (argb[i] >> 16);
            rgba[4 * i + 1] = (byte) (argb[i] >> 8);
            rgba[4 * i + 2] = (byte) argb[i];
            rgba[4 * i + 3] = (byte) (argb[i] >> 24);
        }
        ColorBleed.under(rgba, w, h);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            out.write(rgba);
        }
        try (PackFile.Writer out = new PackFile.Writer(file, PeoplePack.TEXTURE_MARK)) {
            out.number(w);
            out.number(h);
            out.bytes(packed.toByteArray());
        }
    }
}
