package dev.beatboard.service.api.account;

import dev.beatboard.service.account.LocalOwner;
import dev.beatboard.service.account.Passkeys;
import dev.beatboard.service.account.SignIn;
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

/// `/v1/sign-in` and `/v1/sign-out`.
public final class SignInRoutes implements Routes {

    private final SignIn signIn;
    private final Passkeys passkeys;
    private final Browser browser;
    private final LocalOwner owner;
    private final LocalVisitor visitor;
    private final boolean signUp;

    /// @param visitor tells who is the owner without a proof
    /// @param signUp whether strangers may sign up
    public SignInRoutes(
            SignIn signIn, Passkeys passkeys, Browser browser, LocalOwner owner, LocalVisitor visitor, boolean signUp) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.browser = browser;
        this.owner = owner;
        this.visitor = visitor;
        this.signUp = signUp;
    }

    /// Which ways in there are for whoever asks.
    record Ways(boolean local, boolean password, boolean passkey, boolean signUp) {}

    record ByPassword(String email, String password) {

        /// Leaves out the password, as it could end up in a log.
        @Override
        public String toString() {
            return "ByPassword[" + email + "]";
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/sign-in", Access.open(), this::ways),
                open("/v1/sign-in/local", this::locally),
                open("/v1/sign-in/password", this::byPassword),
                open("/v1/sign-in/passkey", call -> Answer.ok(Ceremony.of(passkeys.beginSignIn(call.now())))),
                open("/v1/sign-in/passkey/finish", this::finishPasskey),
                Route.post("/v1/sign-out", Access.person(), this::signOut));
    }

    private static Route open(String path, Route.Handler handler) {
        return Route.post(path, Access.open(), handler).throttle(Throttle.SIGN_IN);
    }

    private Answer ways(Call call) {
        // Browsers know passkeys at secure addresses only, of which this machine's name is one.
        boolean passkey =
                browser.cookie().isSecure() || call.header("Host").orElse("").matches("localhost(:\\d+)?");
        return Answer.ok(new Ways(visitor.refusal(call).isEmpty(), true, passkey, signUp));
    }

    private Answer locally(Call call) {
        visitor.refusal(call).ifPresent(reason -> {
            throw Refusal.of(Code.FORBIDDEN, reason).exception();
        });
        call.needsOwnPage();
        return browser.begin(owner.person(Optional.of(call.requestId()), call.now()), 200, call);
    }

    private Answer byPassword(Call call) throws IOException {
        ByPassword body = call.json(ByPassword.class);
        return browser.begin(
                signIn.byPassword(body.email(), body.password(), call.address().getHostAddress(), call.now()),
                200,
                call);
    }

    private Answer finishPasskey(Call call) throws IOException {
        Ceremony.Answered body = call.json(Ceremony.Answered.class);
        return browser.begin(
                passkeys.finishSignIn(
                        body.ceremony(), body.answer().toString(), Optional.of(call.requestId()), call.now()),
                200,
                call);
    }

    private Answer signOut(Call call) {
        browser.sessions().end(browser.token(call));
        return browser.end();
    }
}
