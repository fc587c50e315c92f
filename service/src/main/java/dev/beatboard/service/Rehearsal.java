package dev.beatboard.service;

import dev.beatboard.service.api.studio.ExampleRoutes;
import dev.beatboard.service.generation.Previews;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An example staged in the background right after the start. The first shot that a process stages
/// takes several times longer than all others; with it done, nobody has to wait for that.
final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    /// The one with the most people.
    private static final String EXAMPLE = "eight";

    private Rehearsal() {}

    static void start(Previews previews) {
        Thread.ofPlatform().daemon().name("rehearsal").start(() -> {
            try {
                Optional<String> shot = ExampleRoutes.shot(EXAMPLE);
                if (shot.isPresent()) {
                    previews.rehearse(shot.get());
                }
            } catch (IOException | RuntimeException e) {
                // The service answers without it, later.
                LOG.warn("The rehearsal broke off: {}", e.getMessage());
            }
        });
    }
}
