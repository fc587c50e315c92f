package dev.beatboard.file.gltf;

/// The forms of a shot's glTF file.
///
/// @param pixels of an opaque texture, at most; larger ones are scaled down
/// @param cutoutPixels likewise of one with holes: hair, lashes, leaves
/// @param jpegQuality of opaque textures, 0 to 1
public enum GltfForm {
    /// Numbers as 32-bit floats, a key on every frame, all morph targets. Readable by everything that reads glTF 2.0.
    PLAIN(1024 * 1024, 1024 * 1024, 0.9f),
    /// Quantized (`KHR_mesh_quantization`) and compressed (`EXT_meshopt_compression`), keys left out where the joints
    /// stay within [#PIXELS] and [#METERS], only the morph targets that the shot uses.
    COMPRESSED(512 * 512, 512 * 512, 0.8f),
    /// A part of a preview ([GltfParts]): quantized and compressed alike, but made in haste, and with all morph
    /// targets.
    PART(512 * 512, 512 * 512, 0.8f);

    /// How far joints of the compressed form may be off in a picture 1080 pixels high, where they are in the picture.
    public static final double PIXELS = 0.3;
    /// How far joints of the compressed form may be off anywhere.
    public static final double METERS = 0.0005;

    private final int pixels;
    private final int cutoutPixels;
    private final float jpegQuality;

    GltfForm(int pixels, int cutoutPixels, float jpegQuality) {
        this.pixels = pixels;
        this.cutoutPixels = cutoutPixels;
        this.jpegQuality = jpegQuality;
    }

    int pixels(boolean cutout) {
        return cutout ? cutoutPixels : pixels;
    }

    float jpegQuality() {
        return jpegQuality;
    }

    boolean compressed() {
        return this != PLAIN;
    }

    /// Whether the file should be made quickly rather than be as small as it can be.
    boolean hasty() {
        return this == PART;
    }
}
