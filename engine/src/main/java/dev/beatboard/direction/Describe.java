package dev.beatboard.direction;

import dev.beatboard.shot.Names;
import dev.beatboard.shot.Target;

/// Values of a Shot as people read them.
final class Describe {

    private Describe() {}

    static String target(Target t) {
        return switch (t) {
            case Target.Camera c -> "camera";
            case Target.Person p -> p.name();
            case Target.Thing x -> x.noun();
            case Target.Everyone e -> "everyone";
            case Target.Toward w -> (w.own() && side(w) ? "own " : "") + Names.words(w.direction());
        };
    }

    private static boolean side(Target.Toward w) {
        return switch (w.direction()) {
            case LEFT, RIGHT, BACK -> true;
            default -> false;
        };
    }
}
