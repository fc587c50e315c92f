package dev.beatboard.service.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that is set by hand.
public final class TestClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-11-28T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
