package dev.beatboard.file;

/// A picture to be looked at: 8 bits a channel, encoded for a display (sRGB or BT.709, tone
/// mapping done).
///
/// @param rgb three bytes a pixel, rows from the top
public record Picture(int width, int height, byte[] rgb) {

    public Picture {
        if (rgb.length != 3 * width * height) {
            throw new IllegalArgumentException("A picture of " + width + "x" + height + " has " + 3 * width * height
                    + " bytes, not " + rgb.length);
        }
    }
}
