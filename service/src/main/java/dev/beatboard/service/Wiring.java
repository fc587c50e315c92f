package dev.beatboard.service;

import dev.beatboard.service.generation.Announcer;

/// What services and workers wire alike.
final class Wiring {

    private Wiring() {}

    /// Who tells clients of what happens to their generations.
    static Announcer announcer(Backbone backbone, Settings settings) {
        return (h, g, now) -> {
            // Nobody is told yet.
        };
    }
}
