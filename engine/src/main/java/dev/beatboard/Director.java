package dev.beatboard;

import dev.beatboard.direction.Interpreter;
import dev.beatboard.direction.Understanding;
import dev.beatboard.shot.ShotDraft;

/// The engine's front door: words to a clip.
public final class Director {

    private Director() {}

    /// Understands the words of a draft. Needs no assets; takes milliseconds.
    public static Understanding understand(ShotDraft draft) {
        return Interpreter.understand(draft);
    }
}
