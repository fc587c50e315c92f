package dev.beatboard.service.plan;

import java.util.List;
import java.util.stream.Collectors;

/// A file of plans that cannot be used, with everything that is wrong with it.
public final class InvalidPlans extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /// One thing that is wrong.
    ///
    /// @param path from the top of the file, such as `plans.plus.limits.keys`; empty for the file
    /// @param found what stands there, as a sentence
    /// @param allowed what may stand there, as a sentence
    public record Problem(String path, String found, String allowed) {

        @Override
        public String toString() {
            return (path.isEmpty() ? "" : path + ": ") + found + (allowed.isEmpty() ? "" : " " + allowed);
        }
    }

    InvalidPlans(String file, List<Problem> problems) {
        super(file + " has " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:")
                + problems.stream().map(p -> "\n  " + p).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /// All problems, in the order of the file.
    public List<Problem> problems() {
        return problems;
    }
}
