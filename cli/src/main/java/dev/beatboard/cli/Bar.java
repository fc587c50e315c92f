package dev.beatboard.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// One thing that goes from nothing to all.
final class Bar implements AutoCloseable {

    private static final int WIDTH = 90;
    private static final int UPDATE_MILLISECONDS = 250;

    private final Terminal terminal;
    private final String what;
    private final long all;
    private final @Nullable ProgressBar bar;
    private long tenths;

    Bar(Terminal terminal, String what, long all, String unit) {
        this.terminal = terminal;
        this.what = what;
        this.all = Math.max(1, all);
        this.bar = terminal.live()
                ? new ProgressBarBuilder()
                        .setTaskName(what)
                        .setInitialMax(this.all)
                        .setUnit(unit, 1)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
                        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
                        .build()
                : null;
    }

    void at(long done) {
        if (bar != null) {
            bar.stepTo(done);
        } else if (done * 10 / all > tenths) {
            tenths = done * 10 / all;
            terminal.note(what + ": " + tenths * 10 + " %");
        }
    }

    void say(String more) {
        if (bar != null) {
            bar.setExtraMessage(more);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
