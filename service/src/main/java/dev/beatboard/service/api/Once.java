package dev.beatboard.service.api;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.idempotency.Claim;
import dev.beatboard.service.idempotency.Idempotency;
import dev.beatboard.service.idempotency.Repeat;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Runs the handler of an idempotent route once for each key. Claim, work and answer are three
/// transactions: if the process dies between them, the claim stands for two minutes, and then the
/// request may be done again.
final class Once {

    private final Database database;
    private final JsonMapper mapper;
    private final Idempotency idempotency = new Idempotency();

    Once(Database database, JsonMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    Answer handle(Call call) throws Exception {
        Optional<Repeat> known = call.repeat();
        if (known.isEmpty()) {
            return call.route().handler().handle(call);
        }
        Repeat repeat = known.get();
        Claim claim = database.system(h -> idempotency.claim(h, repeat, call.now()));
        if (claim instanceof Claim.Done done) {
            return Answer.replayed(done);
        }
        boolean answered = false;
        try {
            Answer answer = call.route().handler().handle(call);
            String body = switch (answer.content()) {
                case Answer.None _ -> "";
                case Answer.Value value -> mapper.writeValueAsString(value.value());
                case Answer.Bytes bytes -> new String(bytes.bytes(), StandardCharsets.UTF_8);
                case Answer.Streamed _ ->
                    throw new IllegalStateException(
                            "Streams cannot be kept: " + call.route().path());
            };
            database.system(h -> {
                idempotency.complete(h, repeat, answer.status(), body, Optional.empty());
                return true;
            });
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                database.system(h -> {
                    idempotency.release(h, repeat);
                    return true;
                });
            }
        }
    }
}
