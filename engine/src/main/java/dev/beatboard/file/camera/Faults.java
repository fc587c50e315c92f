package dev.beatboard.file.camera;

import dev.beatboard.shot.Problem;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with a camera file; only so much is kept as somebody would still read.
final class Faults {

    private static final int MOST = 20;

    private final List<Problem> all = new ArrayList<>();
    private int more;

    /// @param line counted from 1; 0 for what has none
    void add(int line, String found, String allowed, String remedy) {
        if (all.size() < MOST) {
            all.add(new Problem("", line, line > 0 ? 1 : 0, found, allowed, remedy));
        } else {
            more++;
        }
    }

    boolean any() {
        return !all.isEmpty();
    }

    List<Problem> all() {
        List<Problem> out = new ArrayList<>(all);
        if (more > 0) {
            out.add(new Problem("", 0, 0, more + " more problems are not listed.", "", "Mend these first."));
        }
        return List.copyOf(out);
    }
}
