package dev.beatboard.file.video;

import dev.beatboard.file.Graphic;
import dev.beatboard.file.Picture;
import dev.beatboard.frame.Frame;
import java.util.Optional;

/// Makes of a frame the raw bytes that an encoder takes. The array is the raster's own, good until the next call.
sealed interface Raster permits WebRaster, HdrRaster, AlphaRaster {

    /// ffmpeg's name for the layout of the bytes.
    String pixelFormat();

    byte[] of(Frame frame, Graphic graphic);

    /// A finished picture, such as a slate.
    byte[] of(Picture picture);

    /// How bright all of it was; empty where it is not HDR.
    default Optional<ContentLight> light() {
        return Optional.empty();
    }
}
