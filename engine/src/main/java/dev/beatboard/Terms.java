package dev.beatboard;

import dev.beatboard.file.Chunk;
import dev.beatboard.file.Slate;
import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.file.provenance.SigningKey;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Layer;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Sizes;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The terms under which frames are rendered, as chunks tell them to each other.
final class Terms {

    private Terms() {}

    static Map<String, String> of(Take take, RenderOrder order, ChunkOrder chunk, Slate slate) throws IOException {
        Shot shot = take.shot();
        Map<String, String> t = new TreeMap<>();
        t.put("title", slate.title());
        t.put("shot", slate.shotDigest());
        t.put("seed", Long.toString(slate.seed()));
        t.put("seeded", Boolean.toString(chunk.seeded()));
        t.put("engine", slate.engineVersion());
        t.put(Chunk.BUILD, BuildDigest.compute());
        t.put("quality", slate.quality());
        t.put("samples", Integer.toString(order.samples()));
        t.put("picture", new Sizes.Size(order.width(), order.height()).toString());
        t.put("inside", order.inside().toString());
        t.put("reframed", Boolean.toString(chunk.reframed()));
        t.put("camera", chunk.camera().map(ChunkOrder.Camera::ending).orElse(""));
        t.put("cameraName", chunk.camera().map(ChunkOrder.Camera::name).orElse(""));
        t.put("rate", shot.rate().label());
        t.put("frames", Integer.toString(shot.frames()));
        t.put("formats", order.formats().stream().map(Format::label).sorted().collect(Collectors.joining(",")));
        Marking m = order.marking();
        t.put("watermark", m.watermark().orElse(""));
        t.put("burnIn", Boolean.toString(m.burnIn()));
        t.put("letterbox", m.letterbox().map(a -> Double.toString(a)).orElse(""));
        t.put("slate", Double.toString(m.slateSeconds()));
        order.exr().ifPresent(e -> {
            t.put("layers", e.layers().stream().sorted().map(Layer::label).collect(Collectors.joining(",")));
            t.put("colorSpace", e.spaces().stream().map(ColorSpace::label).collect(Collectors.joining(",")));
            t.put("multiPart", Boolean.toString(e.multiPart()));
            t.put("compression", e.compression().name());
            t.put("overscan", Integer.toString(e.overscan()));
        });
        return t;
    }

    /// The order for the whole clip under the terms of a chunk.
    ///
    /// @throws IOException if a term is none that this version writes
    static RenderOrder order(Chunk chunk, Path folder, int frames, Optional<SigningKey> key) throws IOException {
        Sizes.Size picture = term(chunk, "picture", Sizes::parse);
        Set<Format> formats = labels(chunk, "formats", Format::of, Format.class);
        // Guides are made of planes that chunks do not hold.
        formats.remove(Format.GUIDES);
        return new RenderOrder(
                folder,
                chunk.term("quality"),
                picture.width(),
                picture.height(),
                term(chunk, "inside", Sizes::parse),
                new FrameRange(0, frames - 1),
                formats,
                formats.contains(Format.EXR) ? sequence(chunk) : SequenceOrder.PLAIN,
                marking(chunk),
                key,
                Optional.empty(),
                number(chunk, "samples"),
                0);
    }

    private static Marking marking(Chunk chunk) throws IOException {
        String letterbox = chunk.term("letterbox");
        String watermark = chunk.term("watermark");
        return new Marking(
                watermark.isEmpty() ? Optional.empty() : Optional.of(watermark),
                Boolean.parseBoolean(chunk.term("burnIn")),
                letterbox.isEmpty() ? Optional.empty() : Optional.of(term(chunk, "letterbox", Terms::decimal)),
                term(chunk, "slate", Terms::decimal));
    }

    private static Optional<Double> decimal(String text) {
        return text.matches("\\d{1,4}(\\.\\d{1,20})?") ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    private static SequenceOrder sequence(Chunk chunk) throws IOException {
        return new SequenceOrder(
                labels(chunk, "layers", Layer::of, Layer.class),
                List.copyOf(labels(chunk, "colorSpace", ColorSpace::of, ColorSpace.class)),
                Boolean.parseBoolean(chunk.term("multiPart")),
                term(chunk, "compression", c -> ExrOptions.Compression.of(c.toLowerCase(Locale.ROOT))),
                number(chunk, "overscan"));
    }

    private static int number(Chunk chunk, String name) throws IOException {
        return term(
                chunk, name, v -> v.matches("\\d{1,7}") ? Optional.of(Integer.parseInt(v)) : Optional.<Integer>empty());
    }

    private static <E extends Enum<E>> Set<E> labels(
            Chunk chunk, String name, Function<String, Optional<E>> of, Class<E> type) throws IOException {
        Set<E> set = EnumSet.noneOf(type);
        for (String label : chunk.term(name).split(",")) {
            set.add(of.apply(label)
                    .orElseThrow(() -> new IOException("A chunk has unknown " + name + ": " + chunk.term(name) + ".")));
        }
        return set;
    }

    private static <T> T term(Chunk chunk, String name, Function<String, Optional<T>> of) throws IOException {
        return of.apply(chunk.term(name))
                .orElseThrow(() -> new IOException("A chunk has unknown " + name + ": " + chunk.term(name) + "."));
    }
}
