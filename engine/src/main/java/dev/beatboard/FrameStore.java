package dev.beatboard;

import dev.beatboard.file.FrameCache;
import dev.beatboard.file.exr.PackedFrame;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.SceneDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The frames of earlier renderings by what they show: a frame whose scene, quality and engine are those of an earlier
/// one is that frame.
final class FrameStore {

    private final @Nullable FrameCache cache;
    private final SceneDigest digest = new SceneDigest();
    private final String build;

    private FrameStore(@Nullable FrameCache cache, String build) {
        this.cache = cache;
        this.build = build;
    }

    /// @param limit bytes of disk; 0 keeps nothing and knows nothing
    static FrameStore open(Path folder, long limit) throws IOException {
        return limit <= 0
                ? new FrameStore(null, "")
                : new FrameStore(new FrameCache(folder, limit), BuildDigest.compute());
    }

    /// A frame as it was.
    ///
    /// @param packed the content of its EXR file, if that was asked for
    record Kept(KeptFrame frame, Optional<PackedFrame> packed) {}

    /// The name of what the scene looks like.
    ///
    /// @param width of the whole picture in pixels, as is `height`; the quality has those of the frame
    String key(Scene scene, Quality quality, int width, int height) {
        return cache == null ? "" : digest.of(scene, quality, width, height, build);
    }

    /// @param sequence what the EXR file holds, if that is wanted too
    Optional<Kept> get(String key, Optional<SequenceOrder> sequence) {
        if (cache == null) {
            return Optional.empty();
        }
        if (sequence.isEmpty()) {
            return cache.get(key).map(KeptFrame::of).map(f -> new Kept(f, Optional.empty()));
        }
        Optional<PackedFrame> packed = cache.get(name(key, sequence.get()))
                .map(b -> PackedFrame.of(b, sequence.get().options()));
        return packed.flatMap(p -> cache.get(key).map(KeptFrame::of).map(f -> new Kept(f, packed)));
    }

    void put(String key, Optional<SequenceOrder> sequence, Kept kept) {
        if (cache != null) {
            kept.packed().ifPresent(p -> cache.put(name(key, sequence.orElseThrow()), p.bytes()));
            cache.put(key, kept.frame().bytes());
        }
    }

    private static String name(String key, SequenceOrder sequence) {
        return key + "-exr-" + sequence.code();
    }
}
