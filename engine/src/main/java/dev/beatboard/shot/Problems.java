package dev.beatboard.shot;

import java.util.ArrayList;
import java.util.List;

/// The problems met so far while a file is read. Only so many are kept that a person would still read them.
final class Problems {

    private static final int MOST = 40;

    private final List<Problem> all = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();
    private int more;

    void add(String path, Node.Place place, String found, String allowed, String remedy) {
        if (all.size() < MOST) {
            all.add(new Problem(path, place.line(), place.column(), found, allowed, remedy));
        } else {
            more++;
        }
    }

    void add(Problem problem) {
        add(
                problem.path(),
                new Node.Place(problem.line(), problem.column()),
                problem.found(),
                problem.allowed(),
                problem.remedy());
    }

    /// Something that is all right but that the author should know.
    void notice(String path, Node.Place place, String what) {
        notices.add(new Problem(path, place.line(), place.column(), what, "", ""));
    }

    int count() {
        return all.size() + more;
    }

    List<Problem> all() {
        if (more == 0) {
            return List.copyOf(all);
        }
        List<Problem> out = new ArrayList<>(all);
        out.add(new Problem("", 0, 0, more + " more problems are not listed.", "", "Mend these first."));
        return List.copyOf(out);
    }

    List<Problem> notices() {
        return List.copyOf(notices);
    }
}
