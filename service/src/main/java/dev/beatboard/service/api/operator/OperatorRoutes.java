package dev.beatboard.service.api.operator;

import dev.beatboard.service.account.Account;
import dev.beatboard.service.account.Accounts;
import dev.beatboard.service.account.AuditTrail;
import dev.beatboard.service.account.Caller;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Page;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.account.AccountView;
import dev.beatboard.service.api.credit.CreditRoutes;
import dev.beatboard.service.credit.Audit;
import dev.beatboard.service.credit.Balance;
import dev.beatboard.service.credit.Holder;
import dev.beatboard.service.credit.InsufficientCredits;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.credit.Report;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.problem.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// `/v1/operator`.
public final class OperatorRoutes implements Routes {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_SEARCH = 200;

    private final Database database;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Plans plans;

    public OperatorRoutes(Database database, Accounts accounts, Ledger ledger, Plans plans) {
        this.database = database;
        this.accounts = accounts;
        this.ledger = ledger;
        this.plans = plans;
    }

    /// @param credits empty if its plan is not offered any more
    record Whole(AccountView account, Optional<Balance> credits) {}

    record PlanChange(String plan, String store) {}

    record Purchase(String reference, long credits, Optional<Instant> endsAt) {}

    record Correction(String reference, long credits, String reason) {}

    record Reason(String reason) {}

    /// @param repeated whether that reference was booked before, so that nothing was now
    record Booked(boolean repeated, Balance credits) {}

    @Override
    public List<Route> routes() {
        Access access = Access.operator();
        return List.of(
                Route.get("/v1/operator/accounts", access, this::search),
                Route.get("/v1/operator/accounts/{account}", access, this::look),
                Route.post("/v1/operator/accounts/{account}/plan", access, this::plan),
                Route.post("/v1/operator/accounts/{account}/purchases", access, this::purchase),
                Route.post("/v1/operator/accounts/{account}/corrections", access, this::correct),
                Route.post("/v1/operator/accounts/{account}/close", access, this::close),
                Route.post("/v1/operator/accounts/{account}/reopen", access, this::reopen),
                Route.get("/v1/operator/audit", access, _ -> audit()));
    }

    private Answer search(Call call) {
        int limit = call.query("limit", PAGE, 1, LONGEST_PAGE);
        String text = call.query("search").orElse("").strip();
        if (text.length() > LONGEST_SEARCH) {
            throw Refusal.field("search", "What is searched has " + LONGEST_SEARCH + " characters at most.")
                    .exception();
        }
        return Answer.ok(Page.of(accounts.search(text, call.before(), limit + 1), limit, a -> a.id().toString())
                .map(AccountView::of));
    }

    private Answer look(Call call) {
        return whole(accounts.look(operator(call), call.now()), call);
    }

    private Answer plan(Call call) throws IOException {
        PlanChange body = call.json(PlanChange.class);
        return whole(accounts.changePlan(operator(call), body.plan(), body.store(), call.now()), call);
    }

    private Answer purchase(Call call) throws IOException {
        Purchase body = call.json(Purchase.class);
        text("reference", body.reference());
        credits(body.credits(), 1);
        return booked(call, (h, caller, holder) -> {
            boolean done = ledger.purchase(h, holder, body.reference(), body.credits(), body.endsAt(), call.now());
            if (done) {
                note(h, caller, "credits.purchased", body.reference(), body.credits(), "", call.now());
            }
            return done;
        });
    }

    private Answer correct(Call call) throws IOException {
        Correction body = call.json(Correction.class);
        text("reference", body.reference());
        text("reason", body.reason());
        credits(body.credits(), -Ledger.MOST);
        if (body.credits() == 0) {
            throw Refusal.field("/credits", "A correction gives or takes credits; 0 does neither.")
                    .exception();
        }
        return booked(call, (h, caller, holder) -> {
            boolean done = ledger.correct(h, holder, body.reference(), body.credits(), body.reason(), call.now());
            if (done) {
                note(h, caller, "credits.corrected", body.reference(), body.credits(), body.reason(), call.now());
            }
            return done;
        });
    }

    private interface Booking {
        boolean book(Handle h, Caller caller, Holder holder) throws InsufficientCredits;
    }

    private Answer booked(Call call, Booking booking) {
        Caller caller = operator(call);
        Holder holder = CreditRoutes.holder(caller, plans);
        return Answer.ok(database.system(h -> {
            boolean done = booking.book(h, caller, holder);
            return new Booked(!done, ledger.balance(h, holder, call.now()));
        }));
    }

    private static void note(
            Handle h, Caller caller, String action, String reference, long credits, String reason, Instant now) {
        AuditTrail.record(h, caller, action, reference, Map.of("credits", credits, "reason", reason), now);
    }

    private Answer close(Call call) throws IOException {
        accounts.close(operator(call), call.json(Reason.class).reason(), call.now());
        return Answer.nothing();
    }

    private Answer reopen(Call call) throws IOException {
        return whole(accounts.reopen(operator(call), call.json(Reason.class).reason(), call.now()), call);
    }

    private Answer audit() {
        Report report = Audit.run(database);
        return Answer.ok(Map.of(
                "clean",
                report.clean(),
                "totals",
                report.totals(),
                "counts",
                report.counts(),
                "findings",
                report.findings()));
    }

    /// With its credits, which a change of plan changes as soon as they are looked at.
    private Answer whole(Account account, Call call) {
        Optional<Balance> credits = plans.plan(account.plan())
                .map(plan -> database.system(
                        h -> ledger.balance(h, new Holder(account.id(), plan, account.zone()), call.now())));
        return Answer.ok(new Whole(AccountView.of(account), credits));
    }

    /// The operator as a caller in the account that the address names.
    private Caller operator(Call call) {
        return accounts.operator(
                        call.id("account"), call.header("X-Beatboard-Operator").orElse("token"))
                .in(call.requestId());
    }

    private static void text(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw Refusal.field("/" + field, "A " + field + " has 1 to " + LONGEST_TEXT + " characters.")
                    .exception();
        }
    }

    private static void credits(long credits, long least) {
        if (credits < least || credits > Ledger.MOST) {
            throw Refusal.field("/credits", "Credits are from " + least + " to " + Ledger.MOST + ".")
                    .exception();
        }
    }
}
