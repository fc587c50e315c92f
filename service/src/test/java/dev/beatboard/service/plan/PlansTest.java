package dev.beatboard.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.beatboard.time.FrameRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlansTest {

    @TempDir
    private Path folder = Path.of("");

    private Plans with(String yaml) throws IOException, InvalidPlans {
        return Plans.load(Optional.of(Files.writeString(folder.resolve("mine.yaml"), yaml)));
    }

    @Test
    void hasThePlansThatArePublished() throws Exception {
        Plans plans = Plans.load(Optional.empty());
        assertThat(plans.byId().values())
                .extracting(
                        Plan::id,
                        p -> p.price().toPlainString(),
                        Plan::dailyCredits,
                        Plan::monthlyCredits,
                        Plan::draftOnly,
                        Plan::watermark,
                        Plan::commercial)
                .containsExactly(
                        tuple("free", "0", 250L, 0L, true, true, false),
                        tuple("lite", "9.99", 0L, 3200L, false, true, false),
                        tuple("plus", "29.99", 0L, 10_000L, false, false, true),
                        tuple("unlimited", "94.99", 0L, 10_000L, false, false, true),
                        tuple("owner", "0", 0L, 1_000_000_000L, false, false, true));
        assertThat(plans.signUp().id()).isEqualTo("free");
        assertThat(plans.local().id()).isEqualTo("owner");
        assertThat(plans.plan("gold")).isEmpty();
    }

    @Test
    void anOperatorChangesWhatDiffersOnly() throws Exception {
        Plans plans = with("""
                prices:
                  per_second: { 720p: 12.5 }
                plans:
                  lite: null
                  plus: { price: 19.99, limits: { keys: 7 } }
                  studio:
                    title: Studio
                    price: 500
                    credits: { daily: 10, monthly: 200000 }
                    tiers: [1080p]
                    watermark: false
                    commercial: true
                    lanes: { fast: 0.5 }
                    extras: [exr]
                    limits: { requests_per_minute: 1, generations_per_minute: 1, concurrent_fast: 1,
                      concurrent_relaxed: 1, upload_bytes: 1, keys: 1, members: 1, longest_seconds: 1, weight: 1 }
                """);
        assertThat(plans.byId().keySet()).containsExactly("free", "plus", "unlimited", "owner", "studio");
        assertThat(plans.plan("plus").orElseThrow()).satisfies(p -> {
            assertThat(p.price()).isEqualByComparingTo("19.99");
            assertThat(p.limits().keys()).isEqualTo(7);
            assertThat(p.limits().members()).isEqualTo(10);
        });
        Offer offer = plans.prices()
                .quote(plans.plan("plus").orElseThrow(), Tier.P720, Lane.FAST, 24, FrameRate.FILM, Set.of());
        assertThat(((Quote) offer).credits()).isEqualTo(13);
        Offer half = plans.prices()
                .quote(plans.plan("studio").orElseThrow(), Tier.P1080, Lane.FAST, 24, FrameRate.FILM, Set.of());
        assertThat(((Quote) half).credits()).isEqualTo(40);
        // The cheapest that allows it is now another one.
        Offer refused = plans.prices().quote(plans.signUp(), Tier.P1080, Lane.FAST, 1, FrameRate.FILM, Set.of());
        assertThat(((Refusal) refused).plan()).contains("plus");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> with("""
                sign_up: fre
                prices: { per_second: { 540p: -1, 4k: 300 }, extras: { exr: .nan } }
                plans:
                  free:
                    price: cheap
                    credits: { daily: 2.5 }
                    tiers: [360p, 541p]
                    watermark: maybe
                    lanes: 5
                    limits: { keys: 0, kees: 3, upload_bytes: 99999999999999999999 }
                  Gold!: { title: "" }
                """)).isInstanceOfSatisfying(InvalidPlans.class, e -> {
            assertThat(e.problems())
                    .extracting(InvalidPlans.Problem::path)
                    .contains(
                            "sign_up",
                            "prices.per_second.540p",
                            "prices.per_second.4k",
                            "prices.extras.exr",
                            "plans.free.price",
                            "plans.free.credits.daily",
                            "plans.free.tiers[1]",
                            "plans.free.watermark",
                            "plans.free.lanes",
                            "plans.free.limits.keys",
                            "plans.free.limits.kees",
                            "plans.free.limits.upload_bytes",
                            "plans.Gold!",
                            "plans.Gold!.title",
                            "plans.Gold!.limits");
            assertThat(e.getMessage())
                    .contains("mine.yaml has")
                    .contains("sign_up: It is \"fre\". Allowed are free, lite, plus, unlimited, owner, Gold!."
                            + " Did you mean \"free\"?")
                    .contains("plans.free.limits.keys: It is 0. It is a whole number from 1 to 1000000.")
                    .contains("plans.free.limits.kees: There is no such field.")
                    .contains("Did you mean \"keys\"?");
        });
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThatThrownBy(() -> with("plans: ["))
                .isInstanceOf(InvalidPlans.class)
                .hasMessageContaining("not YAML");
        assertThatThrownBy(() -> with("- a")).isInstanceOf(InvalidPlans.class).hasMessageContaining("no fields");
        assertThatThrownBy(() -> with("local: free\nlocal: plus"))
                .isInstanceOf(InvalidPlans.class)
                .hasMessageContaining("local");
        assertThatThrownBy(() -> with("#".repeat(2 << 20))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Plans.load(Optional.of(folder.resolve("none.yaml"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.yaml");
    }
}
