package dev.beatboard.service.api.account;

import dev.beatboard.service.account.Members;
import dev.beatboard.service.account.Passkeys;
import dev.beatboard.service.account.Sessions;
import dev.beatboard.service.account.SignIn;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Page;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What belongs to a person who is signed in, in whatever account: sessions, passkeys, the
/// password, and the accounts to go to.
public final class PersonRoutes implements Routes {

    private final SignIn signIn;
    private final Passkeys passkeys;
    private final Members members;
    private final Browser browser;

    public PersonRoutes(SignIn signIn, Passkeys passkeys, Members members, Browser browser) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.members = members;
        this.browser = browser;
    }

    record Session(UUID id, UUID accountId, Instant createdAt, Instant expiresAt, boolean current) {

        static Session of(Sessions.Session s) {
            return new Session(s.id(), s.account(), s.created(), s.expires(), s.current());
        }
    }

    record Place(UUID accountId, String name, String role) {

        static Place of(Members.Place p) {
            return new Place(p.account(), p.name(), p.role().label());
        }
    }

    record Passkey(String id, String name, Instant createdAt, Optional<Instant> lastUsedAt) {

        static Passkey of(Passkeys.Passkey p) {
            return new Passkey(p.id(), p.name(), p.created(), p.lastUsed());
        }
    }

    record NewPasskey(UUID ceremony, JsonNode answer, String name) {}

    record NewPassword(Optional<String> old, String password) {

        /// Leaves out both, as they could end up in a log.
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/sessions", Access.person(), this::sessions),
                Route.delete("/v1/sessions", Access.person(), this::endAll),
                Route.delete("/v1/sessions/{session}", Access.person(), this::end),
                Route.get("/v1/places", Access.person(), this::places),
                Route.post("/v1/places/{account}/enter", Access.person(), this::enter),
                Route.get("/v1/passkeys", Access.person(), this::passkeys),
                Route.post("/v1/passkeys", Access.person(), this::beginPasskey),
                Route.post("/v1/passkeys/finish", Access.person(), this::finishPasskey),
                Route.delete("/v1/passkeys/{passkey}", Access.person(), this::removePasskey),
                Route.post("/v1/password", Access.person(), this::password).throttle(Throttle.SIGN_IN));
    }

    private Answer sessions(Call call) {
        return Answer.ok(new Page<>(
                browser.sessions().list(call.caller(), browser.token(call), call.now()).stream()
                        .map(Session::of)
                        .toList(),
                Optional.empty()));
    }

    private Answer end(Call call) {
        browser.sessions().end(call.caller(), call.id("session"));
        return Answer.nothing();
    }

    private Answer endAll(Call call) {
        browser.sessions().endAll(call.caller());
        return browser.end();
    }

    private Answer places(Call call) {
        return Answer.ok(new Page<>(
                call.caller().person().map(members::places).orElse(List.of()).stream()
                        .map(Place::of)
                        .toList(),
                Optional.empty()));
    }

    private Answer enter(Call call) {
        browser.sessions().enter(browser.token(call), call.id("account"), call.now());
        return Answer.nothing();
    }

    private Answer passkeys(Call call) {
        return Answer.ok(new Page<>(
                passkeys.list(call.caller()).stream().map(Passkey::of).toList(), Optional.empty()));
    }

    private Answer beginPasskey(Call call) {
        return Answer.ok(Ceremony.of(passkeys.beginAdd(call.caller(), call.now())));
    }

    private Answer finishPasskey(Call call) throws IOException {
        NewPasskey body = call.json(NewPasskey.class);
        return Answer.created(Passkey.of(
                passkeys.finishAdd(call.caller(), body.ceremony(), body.answer().toString(), body.name(), call.now())));
    }

    private Answer removePasskey(Call call) {
        passkeys.remove(call.caller(), call.path("passkey"), call.now());
        return Answer.nothing();
    }

    private Answer password(Call call) throws IOException {
        NewPassword body = call.json(NewPassword.class);
        signIn.changePassword(call.caller(), body.old().orElse(""), body.password(), call.now());
        return browser.end();
    }
}
