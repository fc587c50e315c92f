package dev.beatboard;

import dev.beatboard.file.Picture;

/// Told how far a rendering is. Called from the thread that renders, never from two at once; what
/// it throws ends the rendering.
public interface RenderProgress {

    /// For whoever asks nothing.
    RenderProgress NONE = new RenderProgress() {
        @Override
        public void stage(String what) {}

        @Override
        public void frame(int done, int of) {}
    };

    /// A stage begins, such as `building the set`.
    void stage(String what);

    /// `done` of `of` frames are finished.
    void frame(int done, int of);

    /// Frame `n` of the clip is finished and looks like this, without what is drawn on top. Called
    /// from another thread than the rest, in the order of frames.
    default void picture(int n, Picture picture) {}
}
