package dev.beatboard.service.api;

import dev.beatboard.service.database.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// The number under which a request is found in logs.
final class RequestId {

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private RequestId() {}

    /// The client's if it has a sane form, else a new one.
    static String of(Optional<String> clients, Instant now) {
        return clients.filter(id -> SANE.matcher(id).matches())
                .orElseGet(() -> "req_" + Ids.next(now).toString().replace("-", ""));
    }
}
