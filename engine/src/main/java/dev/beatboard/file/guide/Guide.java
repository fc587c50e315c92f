package dev.beatboard.file.guide;

import dev.beatboard.file.Picture;
import dev.beatboard.frame.Frame;
import dev.beatboard.track.FrameTrack;
import java.io.IOException;
import java.util.List;

/// One kind of guide: a picture per frame.
interface Guide {

    /// The name of its folder and its video.
    String name();

    /// How its pictures are to be read, for the manifest.
    String encoding();

    /// The planes of a frame that it is made of.
    List<String> planes();

    /// Makes the picture of a frame.
    void draw(Frame frame, FrameTrack track, Sheet sheet) throws IOException;

    /// Where the picture of a frame goes.
    interface Sheet {

        /// For eyes: also part of the guide's video.
        void picture(Picture picture) throws IOException;

        /// Numbers of 16 bits, one or three a pixel.
        void data(int width, int height, short[] samples) throws IOException;
    }
}
