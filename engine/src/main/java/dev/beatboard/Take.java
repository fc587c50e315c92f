package dev.beatboard;

import dev.beatboard.direction.Understanding;
import dev.beatboard.frame.Frame;
import dev.beatboard.motion.Play;
import dev.beatboard.render.Quality;
import dev.beatboard.render.Renderer;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.Note;
import java.util.ArrayList;
import java.util.List;

/// A shot that is staged and ready to be rendered.
public final class Take {

    private final Understanding understanding;
    private final Play play;

    Take(Understanding understanding, Play play) {
        this.understanding = understanding;
        this.play = play;
    }

    /// What it was staged from.
    public Understanding understanding() {
        return understanding;
    }

    public Shot shot() {
        return understanding.shot();
    }

    /// What staging and the camera decided unasked or could not do.
    public List<Note> notes() {
        List<Note> all = new ArrayList<>(play.stage().notes());
        all.addAll(play.camera().notes());
        for (String d : play.light().decisions()) {
            all.add(new Note(-1, "light", d, "the light plan", false));
        }
        return all;
    }

    /// Renders frame `n` alone; equal to the same frame in sequence.
    public Frame frame(int n, Quality quality, Renderer renderer) {
        return renderer.render(play.scene(n), quality);
    }

    Play play() {
        return play;
    }
}
