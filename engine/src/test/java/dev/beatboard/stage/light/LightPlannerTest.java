package dev.beatboard.stage.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.asset.SkyPhotos;
import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Lighting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LightPlannerTest {

    private static final Box ROOM = new Box(new Vec3(-3, 0, -4), new Vec3(3, 2.8, 6));
    private static final Vec3 FACE = new Vec3(0, 1.6, 0);
    private static final Emitter PANEL = new Emitter.Rectangle(
            LightGroup.OVERHEAD,
            new Vec3(0, 2.78, 0.5),
            new Vec3(0.6, 0, 0),
            new Vec3(0, 0, 0.3),
            new Rgb(9, 8.5f, 7.8f));
    private static final Emitter WINDOW = new Emitter.Rectangle(
            LightGroup.WINDOW, new Vec3(-3, 1.5, 0), new Vec3(0, 0, -1), new Vec3(0, 0.8, 0), new Rgb(5, 6, 7));

    private static LightWish wish(Optional<Lighting> lighting, Optional<Direction> from, double level, Vec3 facing) {
        return new LightWish(
                new LightDirection(lighting, from, Optional.empty(), level),
                List.of(PANEL, WINDOW),
                new Sky.Uniform(Rgb.grey(1)),
                SkyPhotos.NONE,
                ROOM,
                false,
                List.of(FACE),
                List.of(facing),
                FACE,
                new Vec3(0, 1.5, 3));
    }

    @ParameterizedTest
    @EnumSource(Lighting.class)
    void everyLightingExposesAndStaysInTheRoom(Lighting lighting) {
        LightPlan plan = LightPlanner.plan(wish(Optional.of(lighting), Optional.empty(), 0, Vec3.Z));

        assertThat(plan.exposure()).isBetween(0.01, 30.0);
        for (Emitter e : plan.emitters()) {
            if (e instanceof Emitter.Rectangle r && r.group() == LightGroup.KEY) {
                assertThat(ROOM.contains(r.center())).isTrue();
                assertThat(r.normal().dot(FACE.minus(r.center()).normalized())).isGreaterThan(0.99);
            }
        }
    }

    @Test
    void theKeyComesFromTheSideAsked() {
        assertThat(key(wish(Optional.of(Lighting.THREE_POINT), Optional.of(Direction.LEFT), 0, Vec3.Z))
                        .x())
                .isNegative();
        assertThat(key(wish(Optional.of(Lighting.THREE_POINT), Optional.of(Direction.RIGHT), 0, Vec3.Z))
                        .x())
                .isPositive();
    }

    @Test
    void theKeyIsOnTheFarSideOfATurnedFace() {
        Vec3 towardRight = new Vec3(1, 0, 1).normalized();

        assertThat(key(wish(Optional.of(Lighting.THREE_POINT), Optional.empty(), 0, towardRight))
                        .x())
                .isPositive();
    }

    /// The two cheeks get light in the lighting's own ratio, whether key or fill is what was missing.
    @ParameterizedTest
    @EnumSource(
            value = Lighting.class,
            names = {"WINDOW", "THREE_POINT", "DAYLIGHT", "FLUORESCENT_OVERHEAD", "LOW_KEY", "HIGH_KEY"})
    void keyAndFillLeaveTheRatioOfTheLighting(Lighting lighting) {
        LightPlan plan = LightPlanner.plan(wish(Optional.of(lighting), Optional.of(Direction.LEFT), 0, Vec3.Z));
        double ambient = LightMeter.interreflected(ROOM, plan.emitters()).luminance();
        Vec3 left = new Vec3(-1, 0, 1).normalized();
        Vec3 right = new Vec3(1, 0, 1).normalized();

        double lit = LightMeter.direct(FACE, left, plan.emitters(), false).luminance() + ambient;
        double shaded = LightMeter.direct(FACE, right, plan.emitters(), false).luminance() + ambient;

        double wanted = Recipe.of(lighting).ratio();
        assertThat(lit / shaded).isBetween(0.6 * wanted, 1.1 * wanted);
    }

    @Test
    void aRoomWithWindowsAndNobodyInItGetsNoLampsBroughtIn() {
        LightWish somebody = wish(Optional.of(Lighting.WINDOW), Optional.empty(), 0, Vec3.Z);
        LightWish nobody = new LightWish(
                somebody.asked(),
                somebody.lamps(),
                somebody.sky(),
                SkyPhotos.NONE,
                ROOM,
                false,
                List.of(),
                List.of(),
                FACE,
                somebody.lens());

        assertThat(LightPlanner.plan(nobody).emitters())
                .extracting(Emitter::group)
                .doesNotContain(LightGroup.KEY, LightGroup.FILL, LightGroup.RIM);
        assertThat(LightPlanner.plan(somebody).emitters())
                .extracting(Emitter::group)
                .contains(LightGroup.KEY);
    }

    @Test
    void theSunOfAStreetStandsOverTheRoadAndSoTheKey() {
        Box street = new Box(new Vec3(-2, 0, -40), new Vec3(13, 6, 20));
        LightWish plain = wish(Optional.of(Lighting.DAYLIGHT), Optional.empty(), 0, Vec3.Z);
        LightWish out = new LightWish(
                plain.asked(),
                List.of(),
                plain.sky(),
                SkyPhotos.NONE,
                street,
                true,
                List.of(FACE),
                List.of(Vec3.Z),
                FACE,
                plain.lens());

        Emitter.Sun sun = LightPlanner.plan(out).emitters().stream()
                .filter(Emitter.Sun.class::isInstance)
                .map(Emitter.Sun.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(sun.toward().x()).isGreaterThan(0.3);
        assertThat(sun.toward().z()).isGreaterThan(0.3);
        assertThat(sun.toward().y()).isGreaterThan(0.6);
    }

    @Test
    void aSilhouetteStandsBeforeALitGround() {
        LightPlan plan = LightPlanner.plan(wish(Optional.of(Lighting.SILHOUETTE), Optional.empty(), 0, Vec3.Z));
        Vec3 wall = new Vec3(0, 1.6, -4);

        double face = LightMeter.direct(FACE, Vec3.Z, plan.emitters(), false).luminance();
        double ground = LightMeter.direct(wall, Vec3.Z, plan.emitters(), false).luminance();

        assertThat(ground).isGreaterThan(6 * face);
    }

    @Test
    void aStopMoreDoublesTheExposure() {
        double plain = LightPlanner.plan(wish(Optional.of(Lighting.WINDOW), Optional.empty(), 0, Vec3.Z))
                .exposure();
        double more = LightPlanner.plan(wish(Optional.of(Lighting.WINDOW), Optional.empty(), 1, Vec3.Z))
                .exposure();

        assertThat(more / plain).isCloseTo(2, within(1e-9));
    }

    @Test
    void aSetWithPanelsAndWindowsIsFluorescentUnasked() {
        LightPlan plan = LightPlanner.plan(wish(Optional.empty(), Optional.empty(), 0, Vec3.Z));

        assertThat(plan.decisions()).anyMatch(d -> d.contains("fluorescent overhead"));
    }

    @Test
    void daylightIsNearlyWhiteAndCandlesAreRed() {
        Rgb day = Kelvin.color(6500);
        Rgb candle = Kelvin.color(1900);

        assertThat(day.r() / day.b()).isBetween(0.9f, 1.1f);
        assertThat(candle.r()).isGreaterThan(5 * Math.max(0.001f, candle.b()));
        assertThat(candle.luminance()).isCloseTo(1, within(1e-3f));
    }

    @Test
    void theFormFactorOfASmallDistantSourceIsAreaOverSquaredDistance() {
        var r = new Emitter.Rectangle(
                LightGroup.KEY, new Vec3(0, 0, 10), new Vec3(-0.1, 0, 0), new Vec3(0, 0.1, 0), Rgb.WHITE);

        assertThat(LightMeter.formFactor(Vec3.ZERO, Vec3.Z, r)).isCloseTo(0.04 / 100, within(1e-6));
    }

    private static Vec3 key(LightWish wish) {
        return LightPlanner.plan(wish).emitters().stream()
                .filter(e -> e.group() == LightGroup.KEY)
                .map(e -> ((Emitter.Rectangle) e).center())
                .findFirst()
                .orElseThrow();
    }
}
