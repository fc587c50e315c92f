package dev.beatboard.render.work;

import java.util.LinkedHashMap;
import java.util.Map;

/// Wall time of the stages of a frame, for benchmarks and reports. Nothing that is drawn depends on it.
public final class StageClock {

    private final Map<String, Double> milliseconds = new LinkedHashMap<>();

    public void reset() {
        milliseconds.clear();
    }

    /// Runs a stage and adds its time to what the stage of that name has taken since [#reset].
    public void time(String stage, Runnable work) {
        long start = System.nanoTime();
        work.run();
        milliseconds.merge(stage, (System.nanoTime() - start) / 1e6, Double::sum);
    }

    /// By stage, in the order in which they first ran.
    public Map<String, Double> milliseconds() {
        return new LinkedHashMap<>(milliseconds);
    }
}
