package dev.beatboard.service.api.account;

import dev.beatboard.service.account.Account;
import dev.beatboard.service.account.Accounts;
import dev.beatboard.service.account.AuditTrail;
import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Role;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Page;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/v1/account` and `/v1/audit-events`.
public final class AccountRoutes implements Routes {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final Accounts accounts;
    private final AuditTrail trail;

    public AccountRoutes(Accounts accounts, AuditTrail trail) {
        this.accounts = accounts;
        this.trail = trail;
    }

    record Change(Optional<String> name, Optional<String> timeZone) {}

    record Closing(String confirm) {}

    record Event(
            long id,
            String actor,
            String action,
            String subject,
            JsonNode detail,
            Optional<String> requestId,
            Instant at) {

        static Event of(AuditTrail.Event e) {
            return new Event(
                    e.number(),
                    e.actor(),
                    e.action(),
                    e.subject(),
                    JsonMapper.shared().readTree(e.detail()),
                    e.request(),
                    e.at());
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/v1/account",
                        Access.scope(Scope.ACCOUNT_READ),
                        call -> answer(accounts.get(call.caller()), call)),
                Route.patch("/v1/account", Access.scope(Scope.ACCOUNT_WRITE), this::change),
                Route.post("/v1/account/close", Access.scope(Scope.ACCOUNT_WRITE), this::close),
                Route.get("/v1/audit-events", Access.scope(Scope.AUDIT_READ), this::events));
    }

    private static Answer answer(Account account, Call call) {
        Caller caller = call.caller();
        return Answer.ok(AccountView.of(
                account,
                Optional.of(new AccountView.You(
                        caller.actor(),
                        caller.person(),
                        caller.key(),
                        caller.role().map(Role::label),
                        caller.scopes().stream().sorted().map(Scope::label).toList()))));
    }

    private Answer change(Call call) throws IOException {
        Change body = call.json(Change.class);
        if (body.name().isEmpty() && body.timeZone().isEmpty()) {
            throw Refusal.field("", "Nothing is to be changed; give name or time_zone.")
                    .exception();
        }
        // The zone first: it is what may be refused although it looks well.
        Optional<Account> moved = body.timeZone().map(zone -> accounts.changeZone(call.caller(), zone, call.now()));
        Optional<Account> changed = body.name()
                .map(name -> accounts.rename(call.caller(), name, call.now()))
                .or(() -> moved);
        return answer(changed.orElseThrow(), call);
    }

    private Answer close(Call call) throws IOException {
        Closing body = call.json(Closing.class);
        String name = accounts.get(call.caller()).name();
        if (!body.confirm().equals(name)) {
            throw Refusal.of(
                            Code.INVALID_REQUEST,
                            "An account is closed for good, so confirm has to be its name: " + Refusal.quoted(name)
                                    + ".")
                    .at("/confirm", "It is not the account's name.")
                    .exception();
        }
        accounts.close(call.caller(), call.now());
        return Answer.nothing();
    }

    private Answer events(Call call) {
        AuditTrail.Page page =
                trail.list(call.caller(), call.beforeNumber(), call.query("limit", PAGE, 1, LONGEST_PAGE));
        return Answer.ok(new Page<>(
                page.events().stream().map(Event::of).toList(),
                page.next().isPresent() ? Optional.of(Long.toString(page.next().getAsLong())) : Optional.empty()));
    }
}
