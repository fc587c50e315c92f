package dev.beatboard.file;

/// What is drawn over a picture and never into the data: letters, bars. Not premultiplied, encoded
/// as sRGB.
///
/// @param argb 0xAARRGGBB a pixel, rows from the top; 0 where nothing is drawn. Empty for a
///     graphic of nothing at all
public record Graphic(int width, int height, int[] argb) {

    public static final Graphic NONE = new Graphic(0, 0, new int[0]);

    public Graphic {
        if (argb.length != width * height) {
            throw new IllegalArgumentException(
                    "A graphic of " + width + "x" + height + " has not " + argb.length + " pixels");
        }
    }

    public boolean isNone() {
        return argb.length == 0;
    }

    /// What is drawn at pixel `i`, 0 where nothing is.
    public int at(int i) {
        return argb.length == 0 ? 0 : argb[i];
    }

    /// @throws IllegalArgumentException if there is a graphic and it has another size
    public void fits(int w, int h) {
        if (!isNone() && (width != w || height != h)) {
            throw new IllegalArgumentException("A graphic of " + width + "x" + height + " is not for " + w + "x" + h);
        }
    }

    /// The picture with this drawn over it; the very same picture where there is nothing to draw.
    public Picture over(Picture picture) {
        fits(picture.width(), picture.height());
        if (isNone()) {
            return picture;
        }
        byte[] rgb = picture.rgb().clone();
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            if (alpha == 0) {
                continue;
            }
            for (int c = 0; c < 3; c++) {
                int ink = argb[i] >> 16 - 8 * c & 255;
                int under = rgb[3 * i + c] & 255;
                rgb[3 * i + c] = (byte) ((ink * alpha + under * (255 - alpha) + 127) / 255);
            }
        }
        return new Picture(picture.width(), picture.height(), rgb);
    }
}
