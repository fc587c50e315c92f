package dev.beatboard.service.api.account;

import dev.beatboard.service.account.Sessions;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.SessionCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The session of a browser: begun and ended with its cookie.
public record Browser(Sessions sessions, SessionCookie cookie) {

    /// What is known of a session; its token is in the cookie only.
    record Begun(UUID personId, UUID accountId, UUID sessionId, Instant endsAt) {}

    /// Signs in somebody who has proved who they are.
    Answer begin(UUID person, int status, Call call) {
        Sessions.Made made = sessions.begin(person, Optional.of(call.requestId()), call.now());
        return Answer.of(status, new Begun(made.person(), made.account(), made.id(), made.ends()))
                .header("Set-Cookie", cookie.begin(made.token(), Duration.between(call.now(), made.ends())));
    }

    /// The token of the session that asks; the gate has let it pass.
    String token(Call call) {
        return cookie.token(call.context().req()).orElseThrow();
    }

    /// Nothing, and the cookie is gone.
    Answer end() {
        return Answer.nothing().header("Set-Cookie", cookie.end());
    }
}
