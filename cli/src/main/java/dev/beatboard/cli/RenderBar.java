package dev.beatboard.cli;

import dev.beatboard.RenderProgress;
import org.jspecify.annotations.Nullable;

/// Shows how far a rendering is: a bar on a terminal, a line now and then elsewhere.
final class RenderBar implements RenderProgress, AutoCloseable {

    private final Terminal terminal;
    private @Nullable Bar bar;

    RenderBar(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void stage(String what) {
        close();
        terminal.note(what);
    }

    @Override
    public void frame(int done, int of) {
        Bar b = bar;
        if (b == null) {
            b = new Bar(terminal, "rendering", of, " frames");
            bar = b;
        }
        b.at(done);
        if (done >= of) {
            close();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
