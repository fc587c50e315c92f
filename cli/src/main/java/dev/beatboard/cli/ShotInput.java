package dev.beatboard.cli;

import dev.beatboard.shot.Problem;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A shot file as it was read, or the end of the command with all its problems.
final class ShotInput {

    private ShotInput() {}

    static ShotReader.Result.Accepted read(Path file) throws IOException {
        ShotReader.Result result;
        try {
            result = ShotReader.read(file);
        } catch (AccessDeniedException e) {
            throw new WrongInput("Reading " + file + " is not allowed.");
        }
        return switch (result) {
            case ShotReader.Result.Accepted accepted -> accepted;
            case ShotReader.Result.Refused refused -> throw new WrongInput(message(file, refused.problems()));
        };
    }

    private static String message(Path file, List<Problem> problems) {
        if (problems.size() == 1) {
            return file + ": " + problems.getFirst().message();
        }
        return problems.stream()
                .map(p -> "  " + p.message())
                .collect(Collectors.joining("\n", file + " has " + problems.size() + " problems:\n", ""));
    }

    /// The draft with the seed that the command line asks for instead.
    static ShotDraft with(ShotDraft d, Optional<Long> seed) {
        return new ShotDraft(
                d.title(),
                d.duration(),
                d.rate(),
                d.width(),
                d.height(),
                seed.orElse(d.seed()),
                d.set(),
                d.cast(),
                d.keyframes());
    }
}
