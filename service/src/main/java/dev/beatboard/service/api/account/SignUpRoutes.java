package dev.beatboard.service.api.account;

import dev.beatboard.service.account.Passkeys;
import dev.beatboard.service.account.SignUp;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `/v1/sign-up`: new accounts, where the settings allow strangers to make them, and
/// people who were asked in, everywhere.
public final class SignUpRoutes implements Routes {

    private final SignUp signUp;
    private final Passkeys passkeys;
    private final Browser browser;
    private final boolean open;

    /// @param open whether anybody may sign up
    public SignUpRoutes(SignUp signUp, Passkeys passkeys, Browser browser, boolean open) {
        this.signUp = signUp;
        this.passkeys = passkeys;
        this.browser = browser;
        this.open = open;
    }

    record ByKey(String name) {}

    record ByPassword(String organization, String name, String email, String password) {

        /// Leaves out the password, as it could end up in a log.
        @Override
        public String toString() {
            return "ByPassword[" + email + "]";
        }
    }

    record ByInvitation(String token, String name, String email, String password) {

        /// Leaves out token and password, as they could end up in a log.
        @Override
        public String toString() {
            return "ByInvitation[" + email + "]";
        }
    }

    record ByPasskey(String organization, String name, String email) {}

    record Made(UUID accountId, KeyView key) {}

    @Override
    public List<Route> routes() {
        return List.of(
                route("/v1/sign-up/key", this::byKey),
                route("/v1/sign-up/password", this::byPassword),
                route("/v1/sign-up/passkey", this::beginPasskey),
                route("/v1/sign-up/passkey/finish", this::finishPasskey),
                Route.post("/v1/sign-up/invitation", Access.open(), this::byInvitation)
                        .throttle(Throttle.SIGN_UP));
    }

    private Route route(String path, Route.Handler handler) {
        return Route.post(path, Access.open(), call -> {
                    if (!open) {
                        throw Refusal.of(
                                        Code.FORBIDDEN,
                                        "This server is not open for sign-up. Whoever runs it can invite you, or open it"
                                                + " with accounts.open in its settings.")
                                .exception();
                    }
                    return handler.handle(call);
                })
                .throttle(Throttle.SIGN_UP);
    }

    private Answer byKey(Call call) throws IOException {
        ByKey body = call.json(ByKey.class);
        SignUp.Made made = signUp.withKey(body.name(), address(call), Optional.of(call.requestId()), call.now());
        return Answer.created(new Made(made.account(), KeyView.of(made.key().orElseThrow(), call.now())));
    }

    private Answer byPassword(Call call) throws IOException {
        ByPassword body = call.json(ByPassword.class);
        SignUp.Made made = signUp.withPassword(
                body.organization(),
                body.name(),
                body.email(),
                body.password(),
                address(call),
                Optional.of(call.requestId()),
                call.now());
        return browser.begin(made.person().orElseThrow(), 201, call);
    }

    private Answer beginPasskey(Call call) throws IOException {
        ByPasskey body = call.json(ByPasskey.class);
        return Answer.ok(Ceremony.of(
                passkeys.beginSignUp(body.organization(), body.name(), body.email(), address(call), call.now())));
    }

    private Answer finishPasskey(Call call) throws IOException {
        Ceremony.Answered body = call.json(Ceremony.Answered.class);
        SignUp.Made made = passkeys.finishSignUp(
                body.ceremony(), body.answer().toString(), Optional.of(call.requestId()), call.now());
        return browser.begin(made.person().orElseThrow(), 201, call);
    }

    /// Not only on open servers: whoever runs a closed one asks people in.
    private Answer byInvitation(Call call) throws IOException {
        ByInvitation body = call.json(ByInvitation.class);
        UUID person = signUp.withInvitation(
                body.token(),
                body.name(),
                body.email(),
                body.password(),
                address(call),
                Optional.of(call.requestId()),
                call.now());
        return browser.begin(person, 201, call);
    }

    private static String address(Call call) {
        return call.address().getHostAddress();
    }
}
