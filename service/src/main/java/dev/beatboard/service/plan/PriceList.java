package dev.beatboard.service.plan;

import dev.beatboard.time.FrameRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What orders cost in credits.
public final class PriceList {

    /// More than any account holds, so that a mistyped price cannot overflow.
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final Map<Tier, BigDecimal> perSecond;
    private final Map<String, BigDecimal> extras;
    private final List<Plan> plans;

    PriceList(Map<Tier, BigDecimal> perSecond, Map<String, BigDecimal> extras, List<Plan> plans) {
        this.perSecond = Map.copyOf(perSecond);
        this.extras = Map.copyOf(extras);
        this.plans = plans.stream().sorted(Comparator.comparing(Plan::price)).toList();
    }

    /// Credits for a second of plain film of that class in the fast lane.
    public BigDecimal perSecond(Tier tier) {
        return java.util.Objects.requireNonNull(perSecond.get(tier));
    }

    /// What may be ordered besides the picture, each with the factor by which it makes it dearer.
    public Map<String, BigDecimal> extras() {
        return extras;
    }

    /// The price of an order, or why the plan does not allow it:
    /// `ceil(newFrames / rate x price per second x factor of the lane x factors of the extras)`.
    ///
    /// @param newFrames that have to be rendered, at least 0; those kept from earlier are free
    /// @param extraNames of the price list: `hdr`, `exr`, `layers`
    public Offer quote(Plan plan, Tier tier, Lane lane, int newFrames, FrameRate rate, Set<String> extraNames) {
        if (newFrames < 0) {
            throw new IllegalArgumentException("An order has at least 0 new frames: " + newFrames);
        }
        return refusal(plan, tier, lane, extraNames)
                .<Offer>map(r -> r)
                .orElseGet(() -> price(plan, tier, lane, newFrames, rate, new TreeSet<>(extraNames)));
    }

    /// Why the plan does not allow a shot of so many frames; empty if it does.
    public Optional<Refusal> tooLong(Plan plan, int frames, FrameRate rate) {
        Predicate<Plan> allows =
                p -> (long) frames * rate.denominator() <= (long) p.limits().longestSeconds() * rate.numerator();
        return allows.test(plan)
                ? Optional.empty()
                : Optional.of(refuse(
                        "shot_too_long",
                        "The " + plan.title() + " plan makes shots of up to "
                                + plan.limits().longestSeconds() + " s; this one has " + frames + " frames at "
                                + rate.label() + " per second.",
                        allows));
    }

    private Optional<Refusal> refusal(Plan plan, Tier tier, Lane lane, Set<String> names) {
        if (!plan.tiers().contains(tier)) {
            return Optional.of(refuse(
                    "resolution_not_in_plan",
                    "The " + plan.title() + " plan renders "
                            + String.join(", ", labels(plan)) + (plan.draftOnly() ? " (drafts only)" : "") + ", not "
                            + tier.label() + ".",
                    p -> p.tiers().contains(tier)));
        }
        if (!plan.lanes().containsKey(lane)) {
            return Optional.of(refuse(
                    "lane_not_in_plan",
                    "The " + plan.title() + " plan has no " + lane.label() + " queue.",
                    p -> p.lanes().containsKey(lane)));
        }
        for (String name : new TreeSet<>(names)) {
            if (!extras.containsKey(name)) {
                return Optional.of(new Refusal(
                        "extra_not_available",
                        "There is no extra \"" + shown(name) + "\". There are "
                                + String.join(", ", new TreeSet<>(extras.keySet())) + ".",
                        Optional.empty()));
            }
            if (!plan.extras().contains(name)) {
                return Optional.of(refuse(
                        "extra_not_in_plan",
                        "The " + plan.title() + " plan does not deliver " + name + ".",
                        p -> p.extras().contains(name) && p.tiers().contains(tier)));
            }
        }
        return Optional.empty();
    }

    /// With the cheapest plan that allows it, the one of a local install aside: nobody can buy that.
    private Refusal refuse(String code, String reason, Predicate<Plan> allows) {
        Optional<Plan> other = plans.stream()
                .filter(p -> p.price().signum() > 0)
                .filter(allows)
                .findFirst();
        return new Refusal(
                code, reason + other.map(p -> " " + p.title() + " does.").orElse(""), other.map(Plan::id));
    }

    private Quote price(Plan plan, Tier tier, Lane lane, int frames, FrameRate rate, TreeSet<String> names) {
        BigDecimal second = perSecond(tier).multiply(plan.lanes().getOrDefault(lane, BigDecimal.ONE));
        StringBuilder with = new StringBuilder();
        for (String name : names) {
            BigDecimal factor = extras.getOrDefault(name, BigDecimal.ONE);
            second = second.multiply(factor);
            with.append(", ").append(name).append(" x ").append(plain(factor));
        }
        long credits = second.multiply(BigDecimal.valueOf((long) frames * rate.denominator()))
                .divide(BigDecimal.valueOf(rate.numerator()), 0, RoundingMode.CEILING)
                .min(MOST)
                .longValueExact();
        String text = (frames == 1 ? "1 new frame" : frames + " new frames") + " at " + rate.label()
                + " per second; " + tier.label() + " costs " + plain(perSecond(tier)) + " credits a second" + with
                + (second.signum() == 0 ? "; the " + lane.label() + " queue is free" : "") + ": " + credits
                + (credits == 1 ? " credit." : " credits.");
        return new Quote(credits, second, frames, rate, text);
    }

    private static List<String> labels(Plan plan) {
        return plan.tiers().stream().sorted().map(Tier::label).toList();
    }

    private static String plain(BigDecimal v) {
        return v.signum() == 0 ? "0" : v.stripTrailingZeros().toPlainString();
    }

    private static String shown(String name) {
        String clean = name.replaceAll("[^\\p{Alnum}_. -]", "?");
        return clean.length() > 40 ? clean.substring(0, 40) : clean;
    }
}
