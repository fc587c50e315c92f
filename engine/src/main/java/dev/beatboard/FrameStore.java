package dev.beatboard;

import dev.beatboard.file.FrameCache;
import dev.beatboard.file.FrameShelf;
import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.file.exr.PackedFrame;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.SceneDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The frames of earlier renderings by what they show: a frame whose scene, quality and engine are
/// those of an earlier one is that frame.
final class FrameStore {

    private final @Nullable FrameCache cache;
    private final SceneDigest digest = new SceneDigest();
    private final String build;
    private final Set<LightGroup> groups;

    private FrameStore(@Nullable FrameCache cache, String build, Set<LightGroup> groups) {
        this.cache = cache;
        this.build = build;
        this.groups = groups;
    }

    /// @param limit bytes of disk; 0 keeps nothing and knows nothing
    /// @param groups the light groups that the clip has: its files have a layer for each,
    ///     whatever lights a frame
    /// @param shelf where other machines keep theirs
    static FrameStore open(Path folder, long limit, FrameShelf shelf, Set<LightGroup> groups) throws IOException {
        return limit <= 0
                ? new FrameStore(null, "", groups)
                : new FrameStore(new FrameCache(folder, limit, shelf), BuildDigest.compute(), groups);
    }

    /// One that knows no frame, only what they are called.
    static FrameStore names() throws IOException {
        return new FrameStore(null, BuildDigest.compute(), Set.of());
    }

    /// A frame as it was.
    ///
    /// @param packed the contents of its EXR files, one for each color space that was asked for
    /// @param light its colors as scene-linear light, if that was asked for
    record Kept(KeptFrame frame, List<PackedFrame> packed, Optional<PackedFrame> light) {}

    /// What is wanted of a frame besides its picture.
    ///
    /// @param sequence what the EXR files hold, if any are
    /// @param light whether its light is
    record Wanted(Optional<SequenceOrder> sequence, boolean light) {}

    /// The name of what the scene looks like.
    ///
    /// @param width of the whole picture in pixels, as is `height`; the quality has those of the
    ///     frame
    String key(Scene scene, Quality quality, int width, int height) {
        return build.isEmpty() ? "" : digest.of(scene, quality, width, height, build);
    }

    /// A frame of an earlier rendering, if all is there that is wanted of it.
    Optional<Kept> get(String key, Wanted wanted) {
        if (cache == null) {
            return Optional.empty();
        }
        List<PackedFrame> packed = new ArrayList<>();
        List<ColorSpace> spaces = wanted.sequence().map(SequenceOrder::spaces).orElse(List.of());
        for (ColorSpace space : spaces) {
            SequenceOrder sequence = wanted.sequence().orElseThrow();
            cache.get(exr(key, sequence, space))
                    .map(b -> PackedFrame.of(b, sequence.options(space)))
                    .ifPresent(packed::add);
        }
        Optional<PackedFrame> light =
                wanted.light() ? cache.get(light(key)).map(b -> PackedFrame.of(b, ExrOptions.PLAIN)) : Optional.empty();
        if (packed.size() < spaces.size() || light.isEmpty() && wanted.light()) {
            return Optional.empty();
        }
        return cache.get(key).map(KeptFrame::of).map(f -> new Kept(f, packed, light));
    }

    void put(String key, Wanted wanted, Kept kept) {
        if (cache != null) {
            for (int i = 0; i < kept.packed().size(); i++) {
                SequenceOrder sequence = wanted.sequence().orElseThrow();
                cache.put(
                        exr(key, sequence, sequence.spaces().get(i)),
                        kept.packed().get(i).bytes());
            }
            kept.light().ifPresent(p -> cache.put(light(key), p.bytes()));
            cache.put(key, kept.frame().bytes());
        }
    }

    private String exr(String key, SequenceOrder sequence, ColorSpace space) {
        return key + "-exr-" + sequence.code(space, groups);
    }

    private static String light(String key) {
        return key + "-light";
    }
}
