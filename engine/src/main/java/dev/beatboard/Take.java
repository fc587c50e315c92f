package dev.beatboard;

import dev.beatboard.direction.Understanding;

/// A shot that is staged and ready to be rendered.
public final class Take {

    private final Understanding understanding;

    Take(Understanding understanding) {
        this.understanding = understanding;
    }

    /// What it was staged from.
    public Understanding understanding() {
        return understanding;
    }
}
