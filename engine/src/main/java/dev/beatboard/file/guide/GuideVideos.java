package dev.beatboard.file.guide;

import dev.beatboard.file.Picture;
import java.io.IOException;
import java.nio.file.Path;

/// Makes the videos that go with sequences of pictures; whoever asks for guides says how, with the
/// clip's own encoder.
@FunctionalInterface
public interface GuideVideos {

    /// A video that is being written.
    interface Video extends AutoCloseable {

        void write(Picture picture) throws IOException;

        /// Ends it and gives the file its name.
        void finish() throws IOException;

        /// Leaves nothing of a video that was not finished.
        @Override
        void close();
    }

    /// @param target ends in `.mp4`
    Video open(Path target, int width, int height) throws IOException;
}
