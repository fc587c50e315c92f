package dev.beatboard.service.api.credit;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Page;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.credit.Balance;
import dev.beatboard.service.credit.Entry;
import dev.beatboard.service.credit.Holder;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Estimator;
import dev.beatboard.service.plan.Plans;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `/v1/credits`: what an account has, and each movement that led there.
public final class CreditRoutes implements Routes {

    private static final Access ACCESS = Access.scope(Scope.ACCOUNT_READ);
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 500;

    private final Database database;
    private final Ledger ledger;
    private final Plans plans;

    public CreditRoutes(Database database, Ledger ledger, Plans plans) {
        this.database = database;
        this.ledger = ledger;
        this.plans = plans;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/credits", ACCESS, this::balance),
                Route.get("/v1/credits/ledger", ACCESS, this::entries));
    }

    private Answer balance(Call call) {
        Holder holder = holder(call.caller(), plans);
        Balance balance = database.system(h -> ledger.balance(h, holder, call.now()));
        return Answer.ok(balance);
    }

    private Answer entries(Call call) {
        int limit = call.query("limit", PAGE, 1, LONGEST_PAGE);
        OptionalLong before = call.beforeNumber();
        List<Entry> found = database.tenant(
                call.caller().account(),
                h -> ledger.entries(
                        h,
                        call.caller().account(),
                        before.isPresent() ? Optional.of(before.getAsLong()) : Optional.empty(),
                        limit + 1));
        return Answer.ok(Page.of(found, limit, e -> Long.toString(e.id())));
    }

    /// Whose credits a caller's are.
    public static Holder holder(Caller caller, Plans plans) {
        return new Holder(caller.account(), Estimator.plan(caller, plans), caller.zone());
    }
}
