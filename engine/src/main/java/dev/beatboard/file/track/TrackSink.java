package dev.beatboard.file.track;

import dev.beatboard.track.FrameTrack;
import java.io.IOException;
import java.nio.file.Path;

/// One file of tracks that is being written, frame by frame.
interface TrackSink extends AutoCloseable {

    /// The next frame.
    void frame(FrameTrack frame) throws IOException;

    /// Writes what comes after the last frame.
    void end() throws IOException;

    @Override
    void close() throws IOException;

    /// Begins a file.
    @FunctionalInterface
    interface Opening {
        TrackSink open(Path part) throws IOException;
    }
}
