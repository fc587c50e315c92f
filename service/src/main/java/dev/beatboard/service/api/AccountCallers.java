package dev.beatboard.service.api;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Keys;
import dev.beatboard.service.account.Sessions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/// Callers as the accounts know them, and the operator, whose token the settings have.
///
/// @param operatorToken empty if there is no operator
public record AccountCallers(Keys keys, Sessions sessions, Optional<String> operatorToken) implements Callers {

    @Override
    public Optional<Caller> byKey(String token, Instant now) {
        return keys.authenticate(token, now);
    }

    @Override
    public Optional<Caller> bySession(String token, Instant now) {
        return sessions.authenticate(token, now);
    }

    @Override
    public boolean operator(String token) {
        return operatorToken
                .map(t -> MessageDigest.isEqual(
                        t.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .orElse(false);
    }

    /// Leaves out the token, as it could end up in a log.
    @Override
    public String toString() {
        return "AccountCallers";
    }
}
