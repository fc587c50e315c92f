package dev.beatboard;

import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.file.exr.ExrWriter;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Layer;
import dev.beatboard.scene.LightGroup;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What EXR sequences hold: one for each color space, all else alike.
///
/// @param layers at least one
/// @param spaces at least one
/// @param multiPart see [ExrOptions]
/// @param overscan pixels on each side that the files show beyond the frame; even, 0 for none
public record SequenceOrder(
        Set<Layer> layers,
        List<ColorSpace> spaces,
        boolean multiPart,
        ExrOptions.Compression compression,
        int overscan) {

    /// The picture with depth and object numbers in scene-linear Rec.709.
    public static final SequenceOrder PLAIN = new SequenceOrder(
            EnumSet.of(Layer.BEAUTY, Layer.DEPTH, Layer.ID),
            List.of(ColorSpace.LINEAR_REC709),
            false,
            ExrOptions.Compression.ZIP,
            0);

    public SequenceOrder {
        if (layers.isEmpty() || spaces.isEmpty()) {
            throw new IllegalArgumentException("A sequence has at least one layer and one color space");
        }
        layers = Set.copyOf(layers);
        spaces = List.copyOf(spaces);
    }

    /// How the files of a color space are written.
    ExrOptions options(ColorSpace space) {
        return new ExrOptions(space, multiPart, compression);
    }

    /// The folder of a color space's files.
    String folder(ColorSpace space) {
        return spaces.size() == 1 ? "exr" : "exr-" + space.label();
    }

    /// The file of frame `n` in a color space, as a path in the clip's folder.
    String file(ColorSpace space, int n) {
        return folder(space) + "/" + ExrWriter.name(n);
    }

    /// Whether a plane belongs to one of the layers.
    boolean has(String plane) {
        return layers.contains(Layer.ofPlane(plane));
    }

    /// What differs between the files of a color space in sequences of the same frames, for names.
    ///
    /// @param groups the light groups that the clip has
    String code(ColorSpace space, Set<LightGroup> groups) {
        int bits = 0;
        for (Layer l : layers) {
            bits |= 1 << l.ordinal();
        }
        int lights = 0;
        for (LightGroup g : layers.contains(Layer.LIGHTS) ? groups : Set.<LightGroup>of()) {
            lights |= 1 << g.ordinal();
        }
        return Integer.toHexString(bits)
                + "-"
                + Integer.toHexString(lights)
                + "-"
                + space.label()
                + "-"
                + (multiPart ? "parts-" : "")
                + compression.name().toLowerCase(Locale.ROOT)
                + "-"
                + overscan;
    }

    /// How many planes of a frame there may be besides its picture, depth and object numbers.
    ///
    /// @param groups how many light groups the clip has at most
    public int planes(int groups) {
        int planes = 0;
        for (Layer l : layers) {
            planes += switch (l) {
                case BEAUTY, DEPTH, ID -> 0;
                case NORMALS, POSITION, ALBEDO, DIFFUSE, SPECULAR, EMISSION, SHADOW, AMBIENT -> 3;
                case MOTION -> 4;
                // And what the light of a group is laid out on.
                case LIGHTS -> 3 * (groups + 1) + 20;
                case CRYPTOMATTE -> 24;
            };
        }
        return planes;
    }

    /// Of a raw sample's bytes, so much is left by compression at most in pictures as they are:
    /// twice to half again of what was measured on the examples.
    private static final double COLORS = 0.5;

    private static final double PLACES = 0.85;
    private static final double MATTES = 0.12;

    /// About how many bytes a file of that many pixels takes, rather more than less.
    ///
    /// @param groups how many light groups the clip has
    long bytes(long pixels, int groups) {
        double perPixel = 0;
        for (Layer l : layers) {
            perPixel += switch (l) {
                case BEAUTY -> 8 * COLORS;
                case NORMALS, ALBEDO, DIFFUSE, SPECULAR, EMISSION, SHADOW, AMBIENT -> 6 * COLORS;
                case LIGHTS -> 6 * (groups + 1) * COLORS;
                case DEPTH -> 4 * PLACES;
                case POSITION -> 12 * PLACES;
                case MOTION -> 16 * COLORS;
                case ID -> 4 * MATTES;
                case CRYPTOMATTE -> 96 * MATTES;
            };
        }
        return (long) (pixels * perPixel);
    }
}
