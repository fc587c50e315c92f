package dev.beatboard.service.api;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Keys;
import dev.beatboard.service.account.Sessions;
import java.time.Instant;
import java.util.Optional;

/// Callers as the accounts know them.
public record AccountCallers(Keys keys, Sessions sessions) implements Callers {

    @Override
    public Optional<Caller> byKey(String token, Instant now) {
        return keys.authenticate(token, now);
    }

    @Override
    public Optional<Caller> bySession(String token, Instant now) {
        return sessions.authenticate(token, now);
    }
}
