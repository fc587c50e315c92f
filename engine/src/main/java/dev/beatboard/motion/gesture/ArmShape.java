package dev.beatboard.motion.gesture;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.motion.body.HandAnchor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one arm is to be: angles in degrees (what is not named hangs), a place for the hand, and oscillations. Written
/// for the right arm; [#anchor] mirrors it.
///
/// @param angles of sided joints
/// @param place where the hand is put, right hand, if it is put anywhere
/// @param shake how `place` moves to and fro, meters
/// @param tilt how far the fingers lean over with the shake, radians a meter
/// @param hertz how often
record ArmShape(
        Map<Dof, Double> angles,
        Optional<HandAnchor.OnBody> place,
        Vec3 shake,
        double tilt,
        double hertz,
        List<Wave> waves) {

    /// @param lag radians behind the others
    record Wave(Dof dof, double degrees, double hertz, double lag) {}

    /// Where the hand of one side is put, `since` seconds after the gesture began.
    Optional<HandAnchor> anchor(Flank flank, double since) {
        return place.map(p -> {
            double x = flank == Flank.RIGHT ? 1 : -1;
            double wave = StrictMath.sin(2 * StrictMath.PI * hertz * since);
            return new HandAnchor.OnBody(
                    p.part(),
                    mirror(p.offset().plus(shake, wave), x),
                    mirror(p.fingers().plus(shake, tilt * wave), x),
                    mirror(p.palm(), x),
                    p.grip(),
                    p.swivel());
        });
    }

    private static Vec3 mirror(Vec3 v, double x) {
        return new Vec3(v.x() * x, v.y(), v.z());
    }

    static Builder arm() {
        return new Builder();
    }

    static final class Builder {

        private final Map<Dof, Double> angles = new EnumMap<>(Dof.class);
        private final List<Wave> waves = new ArrayList<>();
        private Optional<HandAnchor.OnBody> place = Optional.empty();
        private Vec3 shake = Vec3.ZERO;
        private double tilt;
        private double hertz;

        Builder shoulder(double flex, double abduct, double twist) {
            return put(Dof.SHOULDER_FLEX, flex).put(Dof.SHOULDER_ABDUCT, abduct).put(Dof.SHOULDER_TWIST, twist);
        }

        Builder elbow(double flex, double pronation) {
            return put(Dof.ELBOW, flex).put(Dof.PRONATION, pronation);
        }

        Builder wrist(double flex, double deviate) {
            return put(Dof.WRIST_FLEX, flex).put(Dof.WRIST_DEVIATE, deviate);
        }

        Builder girdle(double lift, double forward) {
            return put(Dof.GIRDLE_LIFT, lift).put(Dof.GIRDLE_FORWARD, forward);
        }

        Builder flat() {
            return fingers(8, 0, -3, 4, 6);
        }

        Builder relaxed() {
            return fingers(18, -4, -4, 10, 10);
        }

        Builder fist() {
            return fingers(84, 0, -6, 42, 42);
        }

        Builder pointing() {
            return fingers(90, -112, -1, 46, 50).put(Dof.LITTLE_CURL, 4);
        }

        Builder thumb() {
            return fingers(88, 0, -6, -35, -10);
        }

        Builder cup() {
            return fingers(50, 0, -5, 38, 35);
        }

        Builder fingers(double curl, double index, double spread, double oppose, double thumb) {
            return put(Dof.CURL, curl)
                    .put(Dof.INDEX_CURL, index)
                    .put(Dof.LITTLE_CURL, 0)
                    .put(Dof.SPREAD, spread)
                    .put(Dof.THUMB_OPPOSE, oppose)
                    .put(Dof.THUMB_CURL, thumb);
        }

        Builder at(HandAnchor.Part part, Vec3 palm, Vec3 fingers, Vec3 looks, double swivel) {
            place = Optional.of(new HandAnchor.OnBody(part, palm, fingers, looks, true, swivel));
            return this;
        }

        Builder wristAt(HandAnchor.Part part, Vec3 wrist, Vec3 fingers, Vec3 looks, double swivel) {
            place = Optional.of(new HandAnchor.OnBody(part, wrist, fingers, looks, false, swivel));
            return this;
        }

        Builder shake(Vec3 way, double perSecond) {
            shake = way;
            hertz = perSecond;
            return this;
        }

        /// Fingers lean over with the shake.
        Builder tilt(double perMeter) {
            tilt = perMeter;
            return this;
        }

        Builder wave(Dof dof, double degrees, double perSecond, double lag) {
            waves.add(new Wave(dof, degrees, perSecond, lag));
            return this;
        }

        Builder put(Dof dof, double degrees) {
            angles.put(dof, degrees);
            return this;
        }

        ArmShape shape() {
            return new ArmShape(Map.copyOf(angles), place, shake, tilt, hertz, List.copyOf(waves));
        }
    }
}
