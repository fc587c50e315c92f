package dev.beatboard.service.api;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.plan.Limits;
import dev.beatboard.service.plan.Plan;
import dev.beatboard.service.plan.Plans;
import java.util.Optional;

/// What plans allow their accounts, and what everybody else may.
///
/// @param signUps from one address, a minute
public record PlanAllowances(Plans plans, int signUps) implements Allowances {

    /// Pages and signed links; a page of a browser needs about ten.
    private static final int OPEN = 600;

    private static final int SIGN_IN = 30;

    /// A page shows a picture for each of sixteen keyframes.
    private static final int GUEST = 120;

    private static final int COMMENT = 20;

    @Override
    public int perMinute(Throttle throttle, Optional<Caller> caller) {
        Optional<Limits> limits = caller.flatMap(c -> plans.plan(c.plan())).map(Plan::limits);
        return switch (throttle) {
            case SIGN_IN -> SIGN_IN;
            case GUEST -> GUEST;
            case COMMENT -> COMMENT;
            case SIGN_UP -> signUps;
            case NONE, OPEN -> OPEN;
            case READ, WRITE -> limits.map(Limits::requestsPerMinute).orElse(OPEN);
            case CREATE -> limits.map(Limits::generationsPerMinute).orElse(OPEN);
        };
    }
}
