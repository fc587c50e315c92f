package dev.beatboard.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.time.FrameRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {

    private static final FrameRate NTSC = new FrameRate(24000, 1001);

    private final Plans plans = load();
    private final PriceList prices = plans.prices();

    private static Plans load() {
        try {
            return Plans.load(Optional.empty());
        } catch (java.io.IOException | InvalidPlans e) {
            throw new IllegalStateException(e);
        }
    }

    private Plan plan(String id) {
        return plans.plan(id).orElseThrow();
    }

    private long credits(Tier tier, int frames, FrameRate rate, String... extras) {
        Offer offer = prices.quote(plan("plus"), tier, Lane.FAST, frames, rate, Set.of(extras));
        assertThat(offer).isInstanceOf(Quote.class);
        return ((Quote) offer).credits();
    }

    private Refusal refusal(String plan, Tier tier, Lane lane, String... extras) {
        Offer offer = prices.quote(plan(plan), tier, lane, 24, FrameRate.FILM, Set.of(extras));
        assertThat(offer).isInstanceOf(Refusal.class);
        return (Refusal) offer;
    }

    @ParameterizedTest
    @CsvSource({
        "P360, 120, 20",
        "P540, 120, 50",
        "P720, 120, 100",
        "P1080, 120, 400",
        "P1080, 480, 1600",
        // Rounded up once, at the end.
        "P720, 1, 1",
        "P1080, 1, 4",
        "P1080, 2, 7",
        "P1080, 3, 10",
        "P540, 1, 1",
        "P540, 3, 2",
        "P720, 0, 0",
    })
    void costsByTheSecond(Tier tier, int frames, long credits) {
        assertThat(credits(tier, frames, FrameRate.FILM)).isEqualTo(credits);
    }

    @Test
    void takesBrokenRatesExactly() {
        // 24 frames last 1.001 s.
        assertThat(credits(Tier.P720, 24, NTSC)).isEqualTo(21);
        // 24,000 frames last 1001 s exactly.
        assertThat(credits(Tier.P720, 24_000, NTSC)).isEqualTo(20_020);
        assertThat(credits(Tier.P720, 24_001, NTSC)).isEqualTo(20_021);
        assertThat(credits(Tier.P1080, 30, new FrameRate(30, 1))).isEqualTo(80);
    }

    @Test
    void extrasMultiply() {
        assertThat(credits(Tier.P720, 120, FrameRate.FILM, "hdr")).isEqualTo(200);
        assertThat(credits(Tier.P720, 120, FrameRate.FILM, "hdr", "exr")).isEqualTo(300);
        assertThat(credits(Tier.P720, 120, FrameRate.FILM, "hdr", "exr", "layers"))
                .isEqualTo(375);
        Quote quote = (Quote) prices.quote(plan("plus"), Tier.P720, Lane.FAST, 120, FrameRate.FILM, Set.of("exr"));
        assertThat(quote.explanation())
                .isEqualTo("120 new frames at 24 per second; 720p costs 20 credits a second, exr x 1.5: 150 credits.");
        assertThat(quote.perSecond()).isEqualByComparingTo("30");
    }

    @Test
    void agreesWithTheFormula() {
        long seed = 28_112_026;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Tier tier = Tier.values()[random.nextInt(4)];
            FrameRate rate = FrameRate.KNOWN.get(random.nextInt(FrameRate.KNOWN.size()));
            int frames = random.nextInt(20_000);
            BigInteger up = BigInteger.valueOf(frames)
                    .multiply(BigInteger.valueOf(rate.denominator()))
                    .multiply(prices.perSecond(tier).toBigIntegerExact());
            BigInteger[] q = up.divideAndRemainder(BigInteger.valueOf(rate.numerator()));
            assertThat(credits(tier, frames, rate))
                    .as("seed %s, step %s", seed, i)
                    .isEqualTo(q[0].longValueExact() + q[1].signum());
        }
    }

    @Test
    void relaxedWorkIsFreeWhereItIsAllowed() {
        Offer offer = prices.quote(plan("unlimited"), Tier.P1080, Lane.RELAXED, 480, FrameRate.FILM, Set.of("exr"));
        assertThat(offer).isInstanceOfSatisfying(Quote.class, q -> {
            assertThat(q.credits()).isZero();
            assertThat(q.explanation()).contains("the relaxed queue is free: 0 credits");
        });
        assertThat(refusal("plus", Tier.P720, Lane.RELAXED)).satisfies(r -> {
            assertThat(r.code()).isEqualTo("lane_not_in_plan");
            assertThat(r.reason()).isEqualTo("The Plus plan has no relaxed queue. Unlimited does.");
            assertThat(r.plan()).contains("unlimited");
        });
    }

    @Test
    void refusalsSayWhichPlanAllowsIt() {
        assertThat(refusal("free", Tier.P720, Lane.FAST)).satisfies(r -> {
            assertThat(r.code()).isEqualTo("resolution_not_in_plan");
            assertThat(r.reason()).isEqualTo("The Free plan renders 360p, 540p (drafts only), not 720p. Lite does.");
            assertThat(r.plan()).contains("lite");
        });
        assertThat(refusal("free", Tier.P540, Lane.FAST, "exr").code()).isEqualTo("extra_not_in_plan");
        assertThat(refusal("plus", Tier.P540, Lane.FAST, "smell")).satisfies(r -> {
            assertThat(r.code()).isEqualTo("extra_not_available");
            assertThat(r.reason()).contains("exr, hdr, layers");
            assertThat(r.plan()).isEmpty();
        });
        assertThatThrownBy(() -> credits(Tier.P540, -1, FrameRate.FILM)).hasMessageContaining("at least 0");
    }

    @Test
    void refusesShotsThatAreTooLong() {
        assertThat(prices.tooLong(plan("free"), 240, FrameRate.FILM)).isEmpty();
        assertThat(prices.tooLong(plan("free"), 241, FrameRate.FILM)).hasValueSatisfying(r -> {
            assertThat(r.code()).isEqualTo("shot_too_long");
            assertThat(r.plan()).contains("lite");
        });
        assertThat(prices.tooLong(plan("unlimited"), Integer.MAX_VALUE, NTSC))
                .hasValueSatisfying(r -> assertThat(r.plan()).isEmpty());
    }

    @Test
    void isDearerInSomeStores() {
        for (String id : List.of("lite", "plus", "unlimited")) {
            BigDecimal web = plan(id).price();
            BigDecimal ios = plans.price(plan(id), "ios").orElseThrow();
            double percent = 100 * (ios.doubleValue() / web.doubleValue() - 1);
            assertThat(Math.round(percent)).as(id).isBetween(25L, 30L);
            assertThat(ios.toPlainString()).endsWith(".99");
            assertThat(plans.price(plan(id), "web").orElseThrow()).isEqualByComparingTo(web);
        }
        assertThat(plans.price(plan("free"), "ios").orElseThrow()).isEqualByComparingTo("0");
        assertThat(plans.price(plan("free"), "moon")).isEmpty();
    }
}
