package dev.beatboard.motion.body;

import dev.beatboard.asset.Rig;
import dev.beatboard.math.Vec3;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import java.util.List;

/// One performer's body, measured once: its bones, the turns from rest frames to anatomical frames, its lengths and
/// girths. Meters, the performer's own space (soles at y = 0, facing +z).
public final class Anatomy {

    /// The arm length for which the distances in the gesture table were found.
    private static final double MODEL_ARM = 0.512;
    /// From the hip joints down to a firm seat when sitting on it.
    private static final double SEAT_TO_HIP = 0.098;
    /// A standing leg is this share of straight, so that knees do not lock.
    private static final double STANDING_STRETCH = 0.9955;

    final Rig rig;
    final List<Vec3> rest;
    final int root;
    final int[] spine;
    final int[] neck;
    final int chest;
    final int head;
    final int[] eyes;
    final int[] lids;
    final Girth girth;
    private final Arm[] arms = new Arm[2];
    private final Leg[] legs = new Leg[2];
    private final Vec3 hips;
    private final boolean skirt;

    private Anatomy(Actor actor) {
        rig = actor.rig();
        rest = actor.joints();
        root = rig.bone("root");
        spine = bones("spine05", "spine04", "spine03", "spine02", "spine01");
        neck = bones("neck01", "neck02", "neck03", "head");
        chest = rig.bone("spine01");
        head = rig.bone("head");
        eyes = bones("eye.L", "eye.R");
        lids = bones("orbicularis03.L", "orbicularis03.R");
        Measure measure = new Measure(actor);
        for (Flank f : Flank.values()) {
            arms[f.ordinal()] = new Arm(rig, rest, f);
            legs[f.ordinal()] = new Leg(rig, rest, f, measure::sole);
        }
        hips = legs[0].hip.lerp(legs[1].hip, 0.5);
        girth = measure.girth(scale());
        skirt = actor.surfaces().stream().anyMatch(SkinnedSurface::skirt);
    }

    public static Anatomy of(Actor actor) {
        return new Anatomy(actor);
    }

    Arm arm(Flank flank) {
        return arms[flank.ordinal()];
    }

    public Leg leg(Flank flank) {
        return legs[flank.ordinal()];
    }

    /// How long the arms are against the man for whom the gesture table was made.
    public double scale() {
        return arms[0].length() / MODEL_ARM;
    }

    /// The midpoint of the hip joints at rest.
    public Vec3 hips() {
        return hips;
    }

    /// From a shoulder to the wrist, straight.
    public double armLength() {
        return arms[0].length();
    }

    /// Where the hip joints are over a seat's surface, for somebody who sits on it.
    public double seatToHip(boolean hard) {
        return (SEAT_TO_HIP + (hard ? 0.01 : 0)) * hips.y() / 0.967;
    }

    /// Height of the hip joints when standing at ease.
    public double standingHips() {
        return legs[0].sole().ankleHeight() + STANDING_STRETCH * legs[0].length();
    }

    /// Whether something worn hangs round both thighs.
    public boolean wearsSkirt() {
        return skirt;
    }

    /// Half the distance of the hip joints.
    public double thighLength() {
        return leg(Flank.LEFT).upperLength;
    }

    public double shankLength() {
        return leg(Flank.LEFT).lowerLength;
    }

    public double halfHipWidth() {
        return 0.5 * legs[0].hip.distanceTo(legs[1].hip);
    }

    /// How far an arm must swing out to hang clear of the hips, degrees.
    double hangingAbduction() {
        Arm arm = arms[0];
        double clear = girth.halfHips() + 0.035 * scale() - arm.shoulder.x();
        double needed = StrictMath.toDegrees(StrictMath.asin(Math.clamp(clear / (0.9 * arm.length()), 0, 0.5)));
        return Math.clamp(needed, 6.5, 20);
    }

    /// Midpoint of the eyes against the hips at rest.
    public Vec3 eyesFromHips() {
        return rest.get(eyes[0]).lerp(rest.get(eyes[1]), 0.5).minus(hips);
    }

    private int[] bones(String... names) {
        int[] ids = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            ids[i] = rig.bone(names[i]);
        }
        return ids;
    }
}
