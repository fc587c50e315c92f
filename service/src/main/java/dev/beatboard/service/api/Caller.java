package dev.beatboard.service.api;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who is asking.
///
/// @param key the API key, if it was one
/// @param person who is signed in, or who made the key
/// @param scopes such as `generations:read`
/// @param plan the name of the account's plan
public record Caller(UUID account, Optional<UUID> key, Optional<UUID> person, Set<String> scopes, String plan) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
