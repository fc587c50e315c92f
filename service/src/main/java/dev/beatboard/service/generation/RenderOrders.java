package dev.beatboard.service.generation;

import dev.beatboard.ChunkOrder;
import dev.beatboard.Format;
import dev.beatboard.Marking;
import dev.beatboard.RenderOrder;
import dev.beatboard.SequenceOrder;
import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.file.provenance.SigningKey;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Labeled;
import dev.beatboard.frame.Layer;
import dev.beatboard.shot.Sizes;
import dev.beatboard.time.FrameRange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The engine's orders for what was ordered here.
public final class RenderOrders {

    private RenderOrders() {}

    /// The order for some frames of a generation.
    ///
    /// @param chunked whether the frames are to be joined with others
    /// @param key what videos are signed with
    /// @param cacheBytes how much disk frames may take that are kept for later
    public static RenderOrder of(
            Generation g, Path folder, FrameRange frames, boolean chunked, Optional<SigningKey> key, long cacheBytes) {
        return of(g.terms(), g.source(), folder, frames, chunked, key, cacheBytes);
    }

    static RenderOrder of(
            RenderTerms t,
            String source,
            Path folder,
            FrameRange frames,
            boolean chunked,
            Optional<SigningKey> key,
            long cacheBytes) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        t.formats().forEach(f -> formats.add(Format.of(f).orElseThrow()));
        return new RenderOrder(
                folder,
                t.quality(),
                t.width(),
                t.height(),
                new Sizes.Size(t.width(), t.height()),
                frames,
                formats,
                sequence(t),
                new Marking(t.watermark(), t.burnIn(), Optional.empty(), 0),
                key,
                chunked
                        ? Optional.of(new ChunkOrder(
                                source.getBytes(StandardCharsets.UTF_8), true, false, t.reframed(), Optional.empty()))
                        : Optional.empty(),
                RenderOrder.SAMPLES,
                cacheBytes);
    }

    private static SequenceOrder sequence(RenderTerms t) {
        SequenceOrder plain = SequenceOrder.PLAIN;
        Set<Layer> layers = t.layers().isEmpty() ? plain.layers() : EnumSet.noneOf(Layer.class);
        t.layers().forEach(l -> layers.add(Labeled.of(Layer.values(), l).orElseThrow()));
        List<ColorSpace> spaces = t.colorSpaces().isEmpty()
                ? plain.spaces()
                : t.colorSpaces().stream()
                        .map(c -> Labeled.of(ColorSpace.values(), c).orElseThrow())
                        .toList();
        return new SequenceOrder(layers, spaces, false, ExrOptions.Compression.ZIP, 0);
    }
}
