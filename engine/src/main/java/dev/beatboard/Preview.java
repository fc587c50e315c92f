package dev.beatboard;

import dev.beatboard.file.Slate;
import dev.beatboard.file.gltf.GltfForm;
import dev.beatboard.file.gltf.GltfWriter;
import dev.beatboard.file.track.JsonTracks;
import dev.beatboard.motion.tracking.ClipTracker;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotJson;
import dev.beatboard.shot.Sizes;
import dev.beatboard.time.FrameRange;
import dev.beatboard.track.VisibleFractions;
import java.io.IOException;
import java.nio.file.Path;

/// What of a take can be looked at before any frame of it is drawn: the same files as the formats
/// `web` and `tracks` give, though nothing is known of what hides whom.
public final class Preview {

    private static final String QUALITY = "draft";

    private Preview() {}

    /// The whole shot as one compressed glTF file.
    ///
    /// @return the bytes of a `.glb` file
    /// @throws IOException if it would be larger than 2 GB
    public static byte[] model(Take take) throws IOException {
        return GltfWriter.encode(ShotModels.of(take, QUALITY), GltfForm.COMPRESSED);
    }

    /// Writes every joint, face and gaze of all frames as JSON.
    ///
    /// @param picture in whose pixels points are given
    /// @param target the file, which appears whole or not at all
    public static void tracks(Take take, Sizes.Size picture, Path target) throws IOException {
        Shot shot = take.shot();
        JsonTracks.write(
                target,
                ClipTracker.of(take.play(), picture.width(), picture.height())
                        .clip(new FrameRange(0, shot.frames() - 1), new VisibleFractions()),
                new Slate(shot.title(), ShotJson.digest(shot), shot.seed(), Slate.ENGINE, QUALITY));
    }
}
