package dev.beatboard.service.work;

import dev.beatboard.RenderProgress;
import java.util.function.BooleanSupplier;

/// Ends a rendering at its next stage or frame if the worker is to stop.
class Stoppable implements RenderProgress {

    private final BooleanSupplier stopping;

    Stoppable(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    @Override
    public void stage(String what) {
        check();
    }

    @Override
    public void frame(int done, int of) {
        check();
    }

    private void check() {
        if (stopping.getAsBoolean()) {
            throw new Abandoned("the worker stops", true);
        }
    }
}
