package dev.beatboard;

/// Told how far a rendering is. Called from the thread that renders, never from two at once.
public interface RenderProgress {

    /// A stage begins, such as `building the set`.
    void stage(String what);

    /// `done` of `of` frames are finished.
    void frame(int done, int of);
}
