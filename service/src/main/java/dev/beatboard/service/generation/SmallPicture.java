package dev.beatboard.service.generation;

import dev.beatboard.file.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Pictures made small for whoever only looks, as JPEG.
public final class SmallPicture {

    private SmallPicture() {}

    /// @param side pixels that the longer side has at most
    public static byte[] jpeg(Picture picture, int side) throws IOException {
        return jpeg(small(picture, side));
    }

    /// The picture as large as it is.
    public static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    private static BufferedImage small(Picture p, int side) {
        BufferedImage whole = image(p);
        double scale = (double) side / Math.max(p.width(), p.height());
        if (scale >= 1) {
            return whole;
        }
        int width = Math.max(1, (int) Math.round(p.width() * scale));
        int height = Math.max(1, (int) Math.round(p.height() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(whole, 0, 0, width, height, null);
        g.dispose();
        return small;
    }

    private static BufferedImage image(Picture p) {
        BufferedImage image = new BufferedImage(p.width(), p.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] rgb = p.rgb();
        for (int y = 0; y < p.height(); y++) {
            for (int x = 0; x < p.width(); x++) {
                int i = 3 * (y * p.width() + x);
                image.setRGB(x, y, (rgb[i] & 255) << 16 | (rgb[i + 1] & 255) << 8 | rgb[i + 2] & 255);
            }
        }
        return image;
    }
}
