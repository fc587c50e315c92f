package dev.beatboard.service.api.credit;

import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.plan.Lane;
import dev.beatboard.service.plan.Limits;
import dev.beatboard.service.plan.Plan;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.plan.Tier;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// `/v1/plans`: what there is to have and what work costs; for everybody.
public final class PlanRoutes implements Routes {

    private final Shown shown;

    public PlanRoutes(Plans plans) {
        this.shown = shown(plans);
    }

    record Shown(String currency, String signUp, List<PlanView> plans, Prices prices) {}

    /// @param prices a month by store; a store where it is not sold is missing
    /// @param lanes each with the factor of the price there
    record PlanView(
            String id,
            String title,
            Map<String, BigDecimal> prices,
            long dailyCredits,
            long monthlyCredits,
            List<String> resolutions,
            boolean draftOnly,
            boolean watermark,
            boolean commercial,
            Map<String, BigDecimal> lanes,
            List<String> extras,
            Limits limits) {}

    /// @param perSecond credits for a second of film by resolution
    /// @param extras by what each multiplies that
    record Prices(Map<String, BigDecimal> perSecond, Map<String, BigDecimal> extras) {}

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/v1/plans", Access.open(), _ -> Answer.ok(shown)));
    }

    private static Shown shown(Plans plans) {
        Map<String, BigDecimal> perSecond = new LinkedHashMap<>();
        Arrays.stream(Tier.values())
                .forEach(t -> perSecond.put(t.label(), plans.prices().perSecond(t)));
        return new Shown(
                plans.currency(),
                plans.signUp().id(),
                plans.byId().values().stream()
                        // That of a local install is not for sale.
                        .filter(p -> p == plans.signUp()
                                || !p.id().equals(plans.local().id()))
                        .map(p -> view(plans, p))
                        .toList(),
                new Prices(perSecond, new TreeMap<>(plans.prices().extras())));
    }

    private static PlanView view(Plans plans, Plan plan) {
        Map<String, BigDecimal> prices = new TreeMap<>();
        plans.stores().keySet().forEach(s -> plans.price(plan, s).ifPresent(p -> prices.put(s, p)));
        Map<String, BigDecimal> lanes = new TreeMap<>();
        plan.lanes().forEach((Lane lane, BigDecimal factor) -> lanes.put(lane.label(), factor));
        return new PlanView(
                plan.id(),
                plan.title(),
                prices,
                plan.dailyCredits(),
                plan.monthlyCredits(),
                plan.tiers().stream().sorted().map(Tier::label).toList(),
                plan.draftOnly(),
                plan.watermark(),
                plan.commercial(),
                lanes,
                List.copyOf(new TreeSet<>(plan.extras())),
                plan.limits());
    }
}
