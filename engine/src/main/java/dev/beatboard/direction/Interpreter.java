package dev.beatboard.direction;

import dev.beatboard.shot.ShotDraft;

/// Reads a draft's words.
public final class Interpreter {

    private Interpreter() {}

    /// The Shot that a draft asks for and the account of every word. Pure.
    public static Understanding understand(ShotDraft draft) {
        throw new UnsupportedOperationException("not written yet");
    }
}
