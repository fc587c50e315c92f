package dev.beatboard.stage.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import dev.beatboard.asset.Props;
import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Shape;
import dev.beatboard.shot.SetKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetBuilderTest {

    private static BuiltSet build(SetKind kind, List<String> things, Optional<String> hero) {
        return SetBuilder.build(kind, new SetWish(6, 2, 2, things, hero, 5), Props.NONE);
    }

    @ParameterizedTest
    @EnumSource(SetKind.class)
    void wallsAreClosedAroundTheActingArea(SetKind kind) {
        FilmSet set = build(kind, List.of(), Optional.empty()).set();
        Vec3 eye = set.actingArea().center().withY(1.31);
        for (int i = 0; i < 48; i++) {
            double a = 2 * StrictMath.PI * (i + 0.37) / 48;
            Vec3 way = new Vec3(StrictMath.sin(a), 0, StrictMath.cos(a));
            assertThat(set.shapes().stream().anyMatch(s -> hit(s, eye, way)))
                    .as("%s, direction %d of 48", kind, i)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(SetKind.class)
    void waysAndTheActingAreaAreFree(SetKind kind) {
        FilmSet set = build(kind, List.of(), Optional.empty()).set();
        assertThat(set.paths()).isNotEmpty();
        FilmSet.Path path = set.paths().getFirst();
        Vec3 lift = new Vec3(0, 0.9, 0);
        for (FilmSet.Thing t : set.things()) {
            if (t.obstacle()) {
                Box wide = new Box(
                        t.bounds().low().minus(new Vec3(0.3, 0, 0.3)),
                        t.bounds().high().plus(new Vec3(0.3, 1, 0.3)));
                assertThat(wide.meets(path.from().plus(lift), path.to().plus(lift)))
                        .as("%s: a %s stands in the way", kind, t.noun())
                        .isFalse();
                assertThat(wide.contains(set.actingArea().center().withY(0.9)))
                        .as("%s: a %s stands in the acting area", kind, t.noun())
                        .isFalse();
            }
        }
        assertThat(set.rooms().stream().anyMatch(r -> r.contains(path.from()) && r.contains(path.to())))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(SetKind.class)
    void isDressedAndLeavesRoomForTheLens(SetKind kind) {
        FilmSet set = build(kind, List.of(), Optional.empty()).set();
        long dressing = set.things().stream()
                .map(FilmSet.Thing::noun)
                .filter(n -> !List.of("wall", "floor", "ceiling", "skirting", "door back", "backdrop")
                        .contains(n))
                .count();
        assertThat(dressing).isGreaterThanOrEqualTo(8);
        Vec3 lens = set.actingArea().center().withY(1.5).plus(new Vec3(0, 0, 4.5));
        assertThat(set.rooms().stream().anyMatch(r -> r.contains(lens))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SetKind.class)
    void seatsAreAtSeatHeight(SetKind kind) {
        FilmSet set = build(kind, List.of(), Optional.empty()).set();
        for (FilmSet.Seat s : set.seats()) {
            assertThat(s.height()).isBetween(0.38, 0.6);
            assertThat(s.facing().length()).isBetween(0.999, 1.001);
        }
    }

    @ParameterizedTest
    @EnumSource(SetKind.class)
    void lampsAreInsideTheSet(SetKind kind) {
        FilmSet set = build(kind, List.of(), Optional.empty()).set();
        // a street is also lit from inside its shops
        boolean street = kind == SetKind.STREET_DAY || kind == SetKind.STREET_NIGHT;
        Box all = set.rooms().stream().reduce(Box::with).orElseThrow().grownBy(street ? 2 : 0.4);
        for (Emitter e : set.lamps()) {
            Vec3 c = switch (e) {
                case Emitter.Rectangle r -> r.center();
                case Emitter.Bulb b -> b.center();
                case Emitter.Sun s -> all.center();
            };
            assertThat(all.contains(c)).as("%s %s", kind, e).isTrue();
        }
    }

    @Test
    void eightSitRoundATableWithTheAudiencesSideFree() {
        SetWish wish = new SetWish(0, 8, 8, List.of(), Optional.empty(), 5);
        FilmSet set = SetBuilder.build(SetKind.MEETING_ROOM, wish, Props.NONE).set();
        FilmSet.Thing table = set.things().stream()
                .filter(t -> t.noun().equals("table"))
                .findFirst()
                .orElseThrow();

        assertThat(set.seats()).hasSize(8);
        assertThat(set.seats())
                .allMatch(s -> s.facing().z() > -0.01, "no back to the audience")
                .allMatch(s -> s.hip().z() < table.bounds().high().z(), "none before the table");
    }

    /// Like a painted backing, the town outside goes dark with the windows; its lit windows stay.
    @Test
    void theTownOutsideFollowsTheWindowsAndItsLampsDoNot() {
        FilmSet set = build(SetKind.LIVING_ROOM, List.of(), Optional.empty()).set();

        List<Shape> night = Glow.lit(set, List.of());

        assertThat(shining(set.shapes(), "glow WINDOW")).isGreaterThan(1);
        assertThat(shining(night, "glow WINDOW")).isZero();
        assertThat(shining(night, "lit window")).isEqualTo(shining(set.shapes(), "lit window"));
        assertThat(shining(night, "lit window")).isPositive();
    }

    private static double shining(List<Shape> shapes, String material) {
        return shapes.stream()
                .filter(s -> s.material().name().equals(material))
                .mapToDouble(s -> s.material().emission().luminance())
                .sum();
    }

    @Test
    void aWishedThingComesAndAnUnknownOneIsReported() {
        BuiltSet built = build(SetKind.EMPTY_APARTMENT, List.of("sofa", "submarine"), Optional.empty());

        assertThat(built.missing()).containsExactly("submarine");
        assertThat(built.set().things()).extracting(FilmSet.Thing::noun).contains("sofa");
    }

    @Test
    void theHeroStandsOnAPlinthInTheActingArea() {
        FilmSet set =
                build(SetKind.STUDIO, List.of(), Optional.of("coffee machine")).set();

        FilmSet.Thing hero = set.things().stream()
                .filter(t -> t.noun().equals("coffee machine"))
                .findFirst()
                .orElseThrow();
        assertThat(hero.bounds().low().y()).isBetween(0.9, 0.95);
        assertThat(set.actingArea().contains(hero.bounds().center())).isTrue();
    }

    @Test
    void aLargeHeroIsFilmedWhereItStands() {
        BuiltSet built = build(SetKind.LIVING_ROOM, List.of(), Optional.of("sofa"));
        assertThat(nouns(built)).doesNotContain("plinth");
        assertThat(nouns(built).stream().filter("sofa"::equals)).hasSize(1);
    }

    @Test
    void aLargeHeroIsBroughtToTheFloor() {
        BuiltSet built = build(SetKind.STUDIO, List.of(), Optional.of("bookshelf"));
        assertThat(nouns(built)).doesNotContain("plinth");
        assertThat(built.set().things().stream()
                        .filter(t -> t.noun().equals("bookshelf"))
                        .mapToDouble(t -> t.bounds().low().y()))
                .singleElement(DOUBLE)
                .isBetween(-0.01, 0.05);
    }

    @Test
    void aHeroThatCannotBeHadGetsNoPlinth() {
        BuiltSet built = build(SetKind.STUDIO, List.of(), Optional.of("submarine"));
        assertThat(built.missing()).containsExactly("submarine");
        assertThat(nouns(built)).doesNotContain("plinth");
        assertThat(build(SetKind.LIVING_ROOM, List.of(), Optional.of("door")).missing())
                .isEmpty();
    }

    private static List<String> nouns(BuiltSet built) {
        return built.set().things().stream().map(FilmSet.Thing::noun).toList();
    }

    @Test
    void theCorridorGrowsWithTheWalk() {
        FilmSet set = SetBuilder.build(
                        SetKind.OFFICE_CORRIDOR, new SetWish(14, 0, 1, List.of(), Optional.empty(), 1), Props.NONE)
                .set();

        FilmSet.Path p = set.paths().getFirst();
        assertThat(p.to().distanceTo(p.from())).isGreaterThan(14);
    }

    /// Whether a ray meets a triangle of the shape (Moeller and Trumbore 1997).
    private static boolean hit(Shape s, Vec3 o, Vec3 d) {
        int[] t = s.topology().triangles();
        for (int i = 0; i < t.length; i += 3) {
            Vec3 a = at(s, t[i]);
            Vec3 e1 = at(s, t[i + 1]).minus(a);
            Vec3 e2 = at(s, t[i + 2]).minus(a);
            Vec3 p = d.cross(e2);
            double det = e1.dot(p);
            if (StrictMath.abs(det) < 1e-12) {
                continue;
            }
            Vec3 q = o.minus(a);
            double u = q.dot(p) / det;
            Vec3 r = q.cross(e1);
            double v = d.dot(r) / det;
            if (u >= 0 && v >= 0 && u + v <= 1 && e2.dot(r) / det > 0) {
                return true;
            }
        }
        return false;
    }

    private static Vec3 at(Shape s, int i) {
        return new Vec3(s.positions()[3 * i], s.positions()[3 * i + 1], s.positions()[3 * i + 2]);
    }
}
