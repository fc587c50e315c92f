package dev.beatboard;

import dev.beatboard.asset.Library;
import dev.beatboard.direction.Interpreter;
import dev.beatboard.direction.Understanding;
import dev.beatboard.shot.ShotDraft;
import java.io.IOException;

/// The engine's front door: words to a clip.
public final class Director implements AutoCloseable {

    /// @param library what is installed
    /// @param threads that render
    public Director(Library library, int threads) {}

    /// Understands the words of a draft. Needs no assets; takes milliseconds.
    public static Understanding understand(ShotDraft draft) {
        return Interpreter.understand(draft);
    }

    /// Casts, builds, lights and blocks a shot.
    public Take stage(Understanding understanding) throws IOException {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Renders a take into its folder.
    ///
    /// @throws IOException with a message for people, if something cannot be written
    public RenderResult render(Take take, RenderOrder order, RenderProgress progress) throws IOException {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public void close() {}
}
