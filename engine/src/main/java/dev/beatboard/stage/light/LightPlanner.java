package dev.beatboard.stage.light;

import dev.beatboard.math.Box;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Lighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lights a set for the faces in it: the set's own lamps at the levels of the lighting, a soft key on the far side of
/// the first face, a fill beside the lens, a rim from behind, the sun, and an exposure as by a light meter at the face.
public final class LightPlanner {

    /// The least irradiance that added lights are measured by, so that a dark set is lit at all.
    static final double FLOOR = 0.35;

    private static final double FACE_ALBEDO = 0.35;
    /// How much of the open sky a street or a yard leaves.
    private static final double SKY_SHARE = 0.35;
    private static final double KEY_ANGLE = StrictMath.toRadians(33);
    private static final double KEY_DISTANCE = 2.2;
    private static final double KEY_HEIGHT = 2.3;
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
        this.face = n == 0
                ? wish.interior().center().withY(1.5)
                : n > 2 ? middle : wish.faces().getFirst();
        Vec3 lensWay = wish.lens().minus(face).withY(0);
        this.toLens = lensWay.length() > 0.05 ? lensWay.normalized() : Vec3.Z;
        this.facing = wish.facings().isEmpty() ? toLens : wish.facings().getFirst();
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
        double side = side();
        var sky = Skies.of(recipe.outdoors(), wish, right.times(side));
        if (recipe.sun() > 0) {
            on.add(sun(side));
        }
        double base = Math.max(FLOOR, illuminance(on, sky));
        if (recipe.key() > 0) {
            on.add(key(side, base));
        }
        if (recipe.fill() > 0) {
            on.add(soft(
                    LightGroup.FILL, around(-side * 0.6, 2.4, 0.85), 1.7, 0.7, 0.7, base * recipe.fill(), fillColor()));
        }
        if (recipe.rim() > 0) {
            double angle = -side * StrictMath.toRadians(145);
            on.add(soft(LightGroup.RIM, around(angle, 2.3, 0.5), 2.4, 0.35, 0.5, base * recipe.rim(), rimColor()));
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

    /// 1 for a key from the picture's right, -1 from its left: as asked, else the far side of a turned face, else the
    /// windows' side.
    private double side() {
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
        if (StrictMath.abs(turned) > 0.15) {
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
            side = r.luminance() > 1.2f * l.luminance() || wish.exterior() ? 1 : -1;
            why = wish.exterior() ? "from the open side" : "where the windows are";
        }
        decisions.add("Key from the picture's " + (side > 0 ? "right" : "left") + ", " + why);
        return side;
    }

    private Emitter.Rectangle key(double side, double base) {
        // a face in profile is lit from where it looks, still short of it
        double profile = StrictMath.acos(Math.max(-1, Math.min(1, facing.dot(toLens))));
        boolean away = facing.dot(right) * side < 0;
        double angle = KEY_ANGLE + (away ? 0 : Math.min(0.6, 0.45 * profile));
        double kelvin = wish.asked().kelvin().orElse(recipe.kelvin());
        Rgb color = lighting == Lighting.NEON ? MAGENTA : Kelvin.color(kelvin);
        boolean wide = wish.faces().size() > 2;
        double height = lighting == Lighting.CANDLELIGHT ? 1.25 : KEY_HEIGHT;
        return soft(
                LightGroup.KEY,
                around(side * angle, wide ? 3.2 : KEY_DISTANCE, wide ? 1.1 : 0.7),
                height,
                wide ? 0.9 : 0.5,
                wide ? 0.6 : 0.4,
                base * recipe.key(),
                color);
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

    /// A soft box above a floor point, aimed at the face, that gives it the irradiance `wanted` head-on.
    private Emitter.Rectangle soft(
            LightGroup group,
            Vec3 floor,
            double height,
            double halfWidth,
            double halfHeight,
            double wanted,
            Rgb color) {
        Box in = wish.interior();
        double top = in.high().y() - halfHeight - 0.08;
        Vec3 center = floor.withY(Math.max(halfHeight + 0.1, Math.min(top, Math.max(height, face.y() + 0.1))));
        Vec3 aim = face.minus(center).normalized();
        Vec3 u = aim.cross(Vec3.Y).normalized();
        Vec3 v = u.cross(aim);
        // u x v must be the way of the light
        Vec3 hu = u.times(halfWidth);
        Vec3 hv = v.times(halfHeight);
        Emitter.Rectangle unit = new Emitter.Rectangle(group, center, hu, hv, Rgb.WHITE);
        if (unit.normal().dot(aim) < 0) {
            unit = new Emitter.Rectangle(group, center, hu.negated(), hv, Rgb.WHITE);
        }
        double k = wanted / Math.max(1e-6, LightMeter.formFactor(face, aim.negated(), unit));
        return new Emitter.Rectangle(group, center, unit.u(), unit.v(), color.times(k));
    }

    /// Indoors through the windows, outdoors from the key's side and a little behind, so that it rims.
    private Emitter.Sun sun(double side) {
        double e = StrictMath.toRadians(recipe.elevation());
        // outdoors mostly along the view, where a street is open
        boolean behind = lighting == Lighting.GOLDEN_HOUR;
        if (wish.exterior()) {
            e = Math.max(e, StrictMath.toRadians(behind ? 26 : 48));
        }
        Vec3 flat = wish.exterior()
                ? right.times(0.2 * side).plus(toLens, behind ? -1 : 1).normalized()
                : right.times(side).plus(toLens, behind ? -0.5 : 0.55).normalized();
        for (Emitter lamp : wish.lamps()) {
            if (!wish.exterior()
                    && lamp instanceof Emitter.Rectangle w
                    && w.group() == LightGroup.WINDOW
                    && w.center().minus(face).dot(right) * side > 0) {
                Vec3 out = w.normal().negated();
                Vec3 along = Vec3.Y.cross(out);
                flat = out.plus(along, along.dot(toLens) >= 0 ? -0.35 : 0.35).normalized();
                break;
            }
        }
        Vec3 toward = flat.times(StrictMath.cos(e)).plus(Vec3.Y, StrictMath.sin(e));
        Rgb color = Kelvin.color(recipe.sunKelvin());
        return new Emitter.Sun(LightGroup.SUN, toward.normalized(), 0.008, color.times(recipe.sun()));
    }

    /// Luminance of the irradiance at the face: the mean of the two cheeks.
    private double illuminance(List<Emitter> on, dev.beatboard.scene.Sky sky) {
        double sum = 0;
        for (double turn : new double[] {-0.6, 0.6}) {
            Vec3 n = Quat.about(Vec3.Y, turn).rotate(facing);
            sum += LightMeter.direct(face, n, on, wish.exterior()).luminance() / 2;
        }
        Rgb ambient =
                wish.exterior() ? LightMeter.sky(sky).times(SKY_SHARE) : LightMeter.interreflected(wish.interior(), on);
        return sum + ambient.luminance();
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
