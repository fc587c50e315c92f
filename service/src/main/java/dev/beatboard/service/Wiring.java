package dev.beatboard.service;

import dev.beatboard.service.account.Keys;
import dev.beatboard.service.api.Server;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.generation.Announcer;
import dev.beatboard.service.generation.Desk;
import dev.beatboard.service.generation.Estimator;
import java.time.InstantSource;

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
