package dev.beatboard.stage.light;

import dev.beatboard.math.Box;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Lighting;
import dev.beatboard.shot.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Lights a set for the faces in it: the set's own lamps at the levels of the lighting, a soft key on the far side of
/// the first face and a fill beside the lens, as strong as the lighting's ratio between the two cheeks asks, a rim from
/// behind, the sun, and an exposure as by a light meter at the face.
public final class LightPlanner {

    /// The least irradiance that added lights are measured by, so that a dark set is lit at all.
    static final double FLOOR = 0.35;

    private static final double FACE_ALBEDO = 0.35;
    /// How much of the open sky a street or a yard leaves.
    private static final double SKY_SHARE = 0.35;
    private static final double KEY_DISTANCE = 2.2;
    /// Of the key above the eyes: its elevation is a third of a right angle.
    private static final double KEY_RISE = 1.05;
    /// Where on a face the ratio is measured: the normal of a cheek is turned so far from the face's.
    private static final double CHEEK = StrictMath.toRadians(45);
    /// Neither key nor fill gets stronger than this many times the light that is there: past it the set goes black.
    private static final double STRONGEST = 3;
    private static final double AFAR = 4;
    /// What a key on a mark gives at least: one that somebody put there is seen, whatever else shines.
    private static final double MARKED = 0.5;
    /// The ratio of a key on a mark where the lighting has none.
    private static final double MARKED_RATIO = 2;
    /// How much more light than at the face falls on what is so far behind it, for a silhouette.
    private static final double WASH = 14;

    private static final double WASH_DISTANCE = 2;
    private static final Rgb MAGENTA = new Rgb(1.5f, 0.25f, 1.1f);
    private static final Rgb CYAN = new Rgb(0.15f, 0.95f, 1.5f);

    private final LightWish wish;
    private final Lighting lighting;
    private final Recipe recipe;
    private final List<String> decisions = new ArrayList<>();
    private final Vec3 face;
    private final Vec3 facing;
    private final Vec3 toLens;
    private final Vec3 right;

    private LightPlanner(LightWish wish) {
        this.wish = wish;
        this.lighting = wish.asked().lighting().orElseGet(() -> unasked(wish));
        this.recipe = Recipe.of(lighting);
        if (wish.asked().lighting().isEmpty()) {
            decisions.add("Lighting: " + words(lighting) + ", as the set's lamps and windows suggest");
        }
        Vec3 middle = Vec3.ZERO;
        int n = wish.faces().size();
        for (Vec3 f : wish.faces()) {
            middle = middle.plus(f, 1.0 / n);
        }
        this.face = n == 0 ? wish.thing() : n > 2 ? middle : wish.faces().getFirst();
        Vec3 lensWay = wish.lens().minus(face).withY(0);
        this.toLens = lensWay.length() > 0.05 ? lensWay.normalized() : Vec3.Z;
        // a group opens to the lens, whatever way one of it looks
        this.facing =
                wish.facings().isEmpty() || n > 2 ? toLens : wish.facings().getFirst();
        this.right = toLens.negated().cross(Vec3.Y).normalized();
    }

    public static LightPlan plan(LightWish wish) {
        return new LightPlanner(wish).plan();
    }

    private LightPlan plan() {
        List<Emitter> on = new ArrayList<>();
        for (Emitter e : wish.lamps()) {
            Rgb level = recipe.level(e.group());
            if (level.luminance() > 0) {
                on.add(scaled(e, level));
            }
        }
        Vec3 sunFlat = wish.exterior() ? overStreet() : null;
        double side = side(sunFlat);
        Vec3 toSun = sunFlat == null ? throughWindow(side) : sunFlat;
        Sky sky = Skies.of(recipe.outdoors(), wish, toSun);
        if (recipe.sun() > 0) {
            on.add(sun(toSun));
        }
        double base = Math.max(FLOOR, illuminance(on, sky));
        if (marked() || recipe.ratio() > 0 && !emptySet()) {
            on.addAll(keyAndFill(side, base, on, sky));
        }
        if (recipe.rim() > 0 && !emptySet()) {
            double angle = -side * StrictMath.toRadians(145);
            Emitter rim = soft(LightGroup.RIM, around(angle, 2.3, 0.5), 1.2, 0.35, 0.5, rimColor());
            on.add(scaled(rim, Rgb.grey(base * recipe.rim())));
        }
        if (lighting == Lighting.SILHOUETTE && !wish.exterior()) {
            on.add(wash(base));
        }
        double stops = wish.asked().level();
        double seen = FACE_ALBEDO / StrictMath.PI * illuminance(on, sky);
        double exposure = recipe.target() * StrictMath.pow(2, stops) / Math.max(1e-4, seen);
        decisions.add(String.format(
                Locale.ROOT,
                "Exposure %.3g: a face lands at %.2f",
                exposure,
                recipe.target() * StrictMath.pow(2, stops)));
        return new LightPlan(on, sky, exposure, decisions);
    }

    /// Without a word about light the sources that the set has decide.
    private static Lighting unasked(LightWish wish) {
        boolean overhead = wish.lamps().stream().anyMatch(e -> e.group() == LightGroup.OVERHEAD);
        boolean window = wish.lamps().stream().anyMatch(e -> e.group() == LightGroup.WINDOW);
        boolean street = wish.lamps().stream().anyMatch(e -> e.group() == LightGroup.STREET);
        if (wish.exterior()) {
            return street ? Lighting.STREET_NIGHT : Lighting.DAYLIGHT;
        }
        boolean practical = wish.lamps().stream().anyMatch(e -> e.group() == LightGroup.PRACTICAL);
        return overhead && window && !practical
                ? Lighting.FLUORESCENT_OVERHEAD
                : window ? Lighting.DAYLIGHT : Lighting.THREE_POINT;
    }

    /// Key and fill as strong as the ratio between the cheeks asks: more key where the set is flatter than it, more
    /// fill
    /// where sun or lamps are harder.
    private List<Emitter> keyAndFill(double side, double base, List<Emitter> on, Sky sky) {
        Emitter.Rectangle key = key(side);
        Emitter.Rectangle fill = soft(LightGroup.FILL, around(-side * 0.4, 2.4, 0.85), 0.15, 0.8, 0.7, fillColor());
        // which cheek the key is on, by the face's own left and right
        double turn = key.center().minus(face).dot(Vec3.Y.cross(facing)) > 0 ? CHEEK : -CHEEK;
        Vec3 lit = Quat.about(Vec3.Y, turn).rotate(facing);
        Vec3 shaded = Quat.about(Vec3.Y, -turn).rotate(facing);
        double ambient = ambient(on, sky);
        double there = LightMeter.direct(face, lit, on, wish.exterior()).luminance() + ambient;
        double other = LightMeter.direct(face, shaded, on, wish.exterior()).luminance() + ambient;
        double keyLit = LightMeter.direct(face, lit, List.of(key), false).luminance();
        double keyOther = LightMeter.direct(face, shaded, List.of(key), false).luminance();
        double fillLit = LightMeter.direct(face, lit, List.of(fill), false).luminance();
        double fillOther = LightMeter.direct(face, shaded, List.of(fill), false).luminance();
        double r = ratio();
        double f = base * recipe.fill();
        double k = (r * (other + f * fillOther) - there - f * fillLit) / Math.max(0.1, keyLit - r * keyOther);
        double least = least();
        if (k < least * base) {
            k = least * base;
            f = Math.max(f, (there + k * keyLit - r * (other + k * keyOther)) / Math.max(0.1, r * fillOther - fillLit));
        }
        List<Emitter> both = new ArrayList<>();
        if (k > 0) {
            both.add(scaled(key, Rgb.grey(Math.min(k, STRONGEST * base))));
        }
        if (f > 0) {
            both.add(scaled(fill, Rgb.grey(Math.min(f, STRONGEST * base))));
        }
        return both;
    }

    /// From afar modeling is not seen, but the room is: there the lamps give the faces less and leave the picture to
    /// it.
    private double ratio() {
        boolean afar = wish.lens().distanceTo(face) > AFAR;
        double ratio = marked() ? Math.max(MARKED_RATIO, recipe.ratio()) : recipe.ratio();
        return afar ? 1 + 0.6 * (ratio - 1) : ratio;
    }

    /// Whether somebody says where the key stands.
    private boolean marked() {
        return wish.asked().mark().isPresent();
    }

    /// Whether there is nobody to light and the set has daylight of its own: then no lamp is brought in.
    private boolean emptySet() {
        return wish.faces().isEmpty()
                && (wish.exterior() || wish.lamps().stream().anyMatch(e -> e.group() == LightGroup.WINDOW));
    }

    /// The least that a key gives: nothing beside the sun of a street; at night it must hold its own against lamps that
    /// stand nearer to the walls than to the faces.
    private double least() {
        if (marked()) {
            return Math.max(MARKED, 0.4 * recipe.ratio());
        }
        if (wish.exterior() && recipe.sun() > 0) {
            return 0;
        }
        return recipe.outdoors() == Recipe.Outdoors.NIGHT || recipe.outdoors() == Recipe.Outdoors.DUSK
                ? 0.4 * recipe.ratio()
                : 0.25;
    }

    /// 1 for a key from the picture's right, -1 from its left: as asked, else where the sun is, else the far side of a
    /// turned face, else the windows' side.
    private double side(@Nullable Vec3 toSun) {
        if (marked()) {
            Mark m = wish.asked().mark().orElseThrow();
            double side = new Vec3(m.x(), face.y(), m.z()).minus(face).dot(right) >= 0 ? 1 : -1;
            decisions.add("Key on its mark, from the picture's " + (side > 0 ? "right" : "left"));
            return side;
        }
        Direction from = wish.asked().from().orElse(null);
        if (from == Direction.LEFT) {
            return -1;
        }
        if (from == Direction.RIGHT) {
            return 1;
        }
        double turned = facing.dot(right);
        double side;
        String why;
        if (toSun != null) {
            side = toSun.dot(right) >= 0 ? 1 : -1;
            why = "from the open side of the street";
        } else if (StrictMath.abs(turned) > 0.15) {
            side = StrictMath.signum(turned);
            why = "the far side of the face";
        } else {
            Rgb l = Rgb.BLACK;
            Rgb r = Rgb.BLACK;
            for (Emitter e : wish.lamps()) {
                if (e instanceof Emitter.Rectangle w && w.group() == LightGroup.WINDOW) {
                    boolean onRight = w.center().minus(face).dot(right) > 0;
                    r = onRight ? r.plus(w.radiance().times(w.area())) : r;
                    l = onRight ? l : l.plus(w.radiance().times(w.area()));
                }
            }
            side = r.luminance() > 1.2f * l.luminance() ? 1 : -1;
            why = "where the windows are";
        }
        decisions.add("Key from the picture's " + (side > 0 ? "right" : "left") + ", " + why);
        return side;
    }

    /// Gives an irradiance of 1 head-on.
    private Emitter.Rectangle key(double side) {
        // a face in profile is lit from where it looks, still short of it
        double profile = StrictMath.acos(Math.max(-1, Math.min(1, facing.dot(toLens))));
        boolean away = facing.dot(right) * side < 0;
        double angle = StrictMath.toRadians(recipe.aside()) + (away ? 0 : Math.min(0.6, 0.45 * profile));
        double kelvin = wish.asked().kelvin().orElse(recipe.kelvin());
        Rgb color = lighting == Lighting.NEON ? MAGENTA : Kelvin.color(kelvin);
        boolean wide = wish.faces().size() > 2;
        double rise = lighting == Lighting.CANDLELIGHT ? -0.35 : KEY_RISE;
        if (marked()) {
            Mark m = wish.asked().mark().orElseThrow();
            double up = m.y().map(y -> y - face.y()).orElse(rise);
            return soft(LightGroup.KEY, new Vec3(m.x(), 0, m.z()), up, wide ? 0.9 : 0.55, wide ? 0.6 : 0.45, color);
        }
        return soft(
                LightGroup.KEY,
                around(side * angle, wide ? 3.2 : KEY_DISTANCE, wide ? 1.1 : 0.7),
                rise,
                wide ? 0.9 : 0.55,
                wide ? 0.6 : 0.45,
                color);
    }

    /// A broad lamp behind the subject's back that lights what lies behind: the ground a silhouette stands against.
    private Emitter.Rectangle wash(double base) {
        Vec3 back = toLens.negated();
        Vec3 center = around(StrictMath.PI, 0.9, 0.5).withY(Math.max(1, face.y() - 0.3));
        Vec3 u = back.cross(Vec3.Y).normalized();
        Emitter.Rectangle unit =
                new Emitter.Rectangle(LightGroup.RIM, center, u.times(1.1), Vec3.Y.times(0.8), Rgb.WHITE);
        if (unit.normal().dot(back) < 0) {
            unit = new Emitter.Rectangle(LightGroup.RIM, center, u.times(-1.1), Vec3.Y.times(0.8), Rgb.WHITE);
        }
        double k = WASH * base / LightMeter.formFactor(center.plus(back, WASH_DISTANCE), toLens, unit);
        return new Emitter.Rectangle(LightGroup.RIM, center, unit.u(), unit.v(), Rgb.grey(k));
    }

    private Rgb fillColor() {
        return lighting == Lighting.NEON
                ? CYAN
                : Kelvin.color(recipe.outdoors() == Recipe.Outdoors.NIGHT ? 8500 : 6200);
    }

    private Rgb rimColor() {
        return switch (lighting) {
            case NEON -> CYAN;
            case STREET_NIGHT -> Kelvin.color(2300);
            case GOLDEN_HOUR -> Kelvin.color(3000);
            case MOONLIGHT, NIGHT_PRACTICALS, CANDLELIGHT -> Kelvin.color(9000);
            default -> Kelvin.color(5800);
        };
    }

    /// A floor point round the face, `angle` from the way to the lens, positive to the picture's right.
    private Vec3 around(double angle, double distance, double margin) {
        Vec3 dir = Quat.about(Vec3.Y, angle).rotate(toLens);
        if (dir.dot(right) * angle < 0 && StrictMath.abs(angle) < 3) {
            dir = Quat.about(Vec3.Y, -angle).rotate(toLens);
        }
        Vec3 p = face.plus(dir, distance);
        Box in = wish.interior();
        double t = distance;
        while (t > 0.6 && !within(in, p, margin)) {
            t -= 0.1;
            p = face.plus(dir, t);
        }
        return p;
    }

    private static boolean within(Box in, Vec3 p, double margin) {
        return p.x() > in.low().x() + margin
                && p.x() < in.high().x() - margin
                && p.z() > in.low().z() + margin
                && p.z() < in.high().z() - margin;
    }

    /// A soft box over a floor point, `rise` above the eyes where the ceiling allows, aimed at the face, that gives it
    /// an irradiance of 1 head-on.
    private Emitter.Rectangle soft(
            LightGroup group, Vec3 floor, double rise, double halfWidth, double halfHeight, Rgb color) {
        Box in = wish.interior();
        // so far under the ceiling that no hot patch shows on it, unless it is put there
        boolean put =
                group == LightGroup.KEY && wish.asked().mark().flatMap(Mark::y).isPresent();
        double top = put ? in.high().y() - 0.1 : in.high().y() - halfHeight - 0.3;
        Vec3 center = floor.withY(Math.max(halfHeight + 0.1, Math.min(top, face.y() + rise)));
        Vec3 aim = face.minus(center).normalized();
        Vec3 u = StrictMath.abs(aim.y()) > 0.999 ? right : aim.cross(Vec3.Y).normalized();
        Vec3 v = u.cross(aim);
        // u x v must be the way of the light
        Vec3 hu = u.times(halfWidth);
        Vec3 hv = v.times(halfHeight);
        Emitter.Rectangle unit = new Emitter.Rectangle(group, center, hu, hv, Rgb.WHITE);
        if (unit.normal().dot(aim) < 0) {
            unit = new Emitter.Rectangle(group, center, hu.negated(), hv, Rgb.WHITE);
        }
        double k = 1 / Math.max(1e-6, LightMeter.formFactor(face, aim.negated(), unit));
        return new Emitter.Rectangle(group, center, unit.u(), unit.v(), color.times(k));
    }

    /// The horizontal way to the sun of a street, which is open along its length and, seen from a pavement, to the side
    /// of the road: from there onto the faces, or from behind them when it is low. Houses do not reach into it.
    private Vec3 overStreet() {
        Box in = wish.interior();
        boolean alongZ = in.size().z() >= in.size().x();
        Vec3 along = alongZ ? Vec3.Z : Vec3.X;
        Vec3 across = alongZ ? Vec3.X : Vec3.Z;
        double open = in.center().minus(face).dot(across) >= 0 ? 1 : -1;
        double ahead = toLens.dot(along) >= 0 ? 1 : -1;
        boolean behind = lighting == Lighting.GOLDEN_HOUR;
        boolean other = wish.asked()
                .from()
                .map(d -> (d == Direction.RIGHT) != (across.dot(right) * open > 0))
                .orElse(false);
        return across.times(open * (other ? -0.1 : behind ? 0.25 : 0.75))
                .plus(along, behind ? -ahead : ahead)
                .normalized();
    }

    /// The horizontal way to a sun that shines through a window on the key's side onto the floor.
    private Vec3 throughWindow(double side) {
        for (Emitter lamp : wish.lamps()) {
            if (lamp instanceof Emitter.Rectangle w
                    && w.group() == LightGroup.WINDOW
                    && w.center().minus(face).dot(right) * side > 0) {
                Vec3 out = w.normal().negated();
                Vec3 along = Vec3.Y.cross(out);
                return out.plus(along, along.dot(toLens) >= 0 ? -0.35 : 0.35).normalized();
            }
        }
        return right.times(side)
                .plus(toLens, lighting == Lighting.GOLDEN_HOUR ? -0.5 : 0.55)
                .normalized();
    }

    private Emitter.Sun sun(Vec3 flat) {
        double e = StrictMath.toRadians(recipe.elevation());
        if (wish.exterior()) {
            // over the houses
            e = Math.max(e, StrictMath.toRadians(lighting == Lighting.GOLDEN_HOUR ? 26 : 46));
        }
        Vec3 toward = flat.times(StrictMath.cos(e)).plus(Vec3.Y, StrictMath.sin(e));
        Rgb color = Kelvin.color(recipe.sunKelvin());
        return new Emitter.Sun(LightGroup.SUN, toward.normalized(), 0.008, color.times(recipe.sun()));
    }

    /// Luminance of the irradiance at the face: the mean of the two cheeks.
    private double illuminance(List<Emitter> on, Sky sky) {
        double sum = 0;
        for (double turn : new double[] {-CHEEK, CHEEK}) {
            Vec3 n = Quat.about(Vec3.Y, turn).rotate(facing);
            sum += LightMeter.direct(face, n, on, wish.exterior()).luminance() / 2;
        }
        return sum + ambient(on, sky);
    }

    /// Luminance of what comes from everywhere: the open sky, or what a room sends back.
    private double ambient(List<Emitter> on, Sky sky) {
        Rgb all =
                wish.exterior() ? LightMeter.sky(sky).times(SKY_SHARE) : LightMeter.interreflected(wish.interior(), on);
        return all.luminance();
    }

    private static Emitter scaled(Emitter e, Rgb k) {
        return switch (e) {
            case Emitter.Rectangle r ->
                new Emitter.Rectangle(
                        r.group(), r.center(), r.u(), r.v(), r.radiance().times(k));
            case Emitter.Bulb b ->
                new Emitter.Bulb(
                        b.group(), b.center(), b.radius(), b.intensity().times(k));
            case Emitter.Sun s -> s;
        };
    }

    private static String words(Lighting lighting) {
        return lighting.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
