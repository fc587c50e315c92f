package dev.beatboard;

import dev.beatboard.file.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long each kind of work took, seconds by the clock; kinds overlap, so they add up to more
/// than the whole did.
final class WorkTimes {

    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /// Adds the time since `since`, of [System#nanoTime].
    synchronized void spend(String what, long since) {
        seconds.merge(what, (System.nanoTime() - since) * 1e-9, Double::sum);
    }

    synchronized List<Report.Stage> stages() {
        return seconds.entrySet().stream()
                .map(e -> new Report.Stage(e.getKey(), e.getValue()))
                .toList();
    }
}
