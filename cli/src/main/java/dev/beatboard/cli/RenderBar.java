package dev.beatboard.cli;

import dev.beatboard.RenderProgress;
import org.jspecify.annotations.Nullable;

/// Tells how far a rendering is: by a bar on a terminal, by a line now and then elsewhere, or by
/// lines for the worker of a render farm.
final class RenderBar implements RenderProgress, AutoCloseable {

    /// To whom it is told.
    enum Kind {
        /// People.
        BAR,
        /// A worker of Open Job Description, which reads `openjd_status: TEXT` and
        /// `openjd_progress: PERCENT` ("How Jobs Are Run", 2023-09).
        OPENJD
    }

    private final Terminal terminal;
    private final Kind kind;
    private @Nullable Bar bar;
    private int percent = -1;

    RenderBar(Terminal terminal) {
        this(terminal, Kind.BAR);
    }

    RenderBar(Terminal terminal, Kind kind) {
        this.terminal = terminal;
        this.kind = kind;
    }

    @Override
    public void stage(String what) {
        close();
        if (kind == Kind.OPENJD) {
            terminal.print("openjd_status: " + what);
        } else {
            terminal.note(what);
        }
    }

    @Override
    public void frame(int done, int of) {
        if (kind == Kind.OPENJD) {
            int now = (int) (100L * done / Math.max(1, of));
            if (now > percent) {
                percent = now;
                terminal.print("openjd_progress: " + now);
            }
            return;
        }
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
