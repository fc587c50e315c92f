package dev.beatboard.scene;

/// An image to be looked up by (u, v), v upward, repeating outside 0..1. `rgba[4 * (y * width + x)]`, sRGB-encoded
/// bytes with linear, unassociated alpha, top row first. Compared by identity: one texture is one object however many
/// surfaces wear it.
public final class Texture {

    private final String name;
    private final int width;
    private final int height;
    private final byte[] rgba;

    public Texture(String name, int width, int height, byte[] rgba) {
        if (width <= 0 || height <= 0 || rgba.length != 4 * width * height) {
            throw new IllegalArgumentException(
                    "Texture " + name + ": " + width + "x" + height + " does not fit " + rgba.length + " bytes");
        }
        this.name = name;
        this.width = width;
        this.height = height;
        this.rgba = rgba;
    }

    public String name() {
        return name;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// The pixels themselves, not a copy: treat as read-only.
    public byte[] rgba() {
        return rgba;
    }
}
