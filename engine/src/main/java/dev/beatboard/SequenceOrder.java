package dev.beatboard;

import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.frame.Layer;
import java.util.EnumSet;
import java.util.Set;

/// What an EXR sequence holds.
///
/// @param layers at least one
/// @param overscan pixels on each side that the files show beyond the frame; even, 0 for none
public record SequenceOrder(Set<Layer> layers, ExrOptions options, int overscan) {

    /// The picture with depth and object numbers in scene-linear Rec.709.
    public static final SequenceOrder PLAIN =
            new SequenceOrder(EnumSet.of(Layer.BEAUTY, Layer.DEPTH, Layer.ID), ExrOptions.PLAIN, 0);

    public SequenceOrder {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("A sequence has at least one layer");
        }
        layers = Set.copyOf(layers);
    }

    /// Whether a plane belongs to one of the layers.
    boolean has(String plane) {
        return layers.contains(Layer.ofPlane(plane));
    }

    /// What differs between sequences of the same frames, for names of files.
    String code() {
        int bits = 0;
        for (Layer l : layers) {
            bits |= 1 << l.ordinal();
        }
        return Integer.toHexString(bits) + "-" + options.space().label() + "-"
                + (options.multiPart() ? "parts-" : "")
                + options.compression().name().toLowerCase(java.util.Locale.ROOT) + "-" + overscan;
    }
}
