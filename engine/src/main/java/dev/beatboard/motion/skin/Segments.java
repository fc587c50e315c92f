package dev.beatboard.motion.skin;

import dev.beatboard.asset.Rig;
import dev.beatboard.math.Vec3;
import dev.beatboard.stage.cast.Actor;
import org.jspecify.annotations.Nullable;

/// The segments along which a twist is spread: upper arms, forearms and thighs. Each is made of two bones of the rig,
/// and a vertex turns by its place along the whole segment, so that no sleeve is wrung at a joint.
final class Segments {

    private final @Nullable Segment[] ofBone;

    /// @param from rest space
    /// @param axis unit vector
    record Segment(Vec3 from, Vec3 axis, double length) {}

    Segments(Actor actor) {
        Rig rig = actor.rig();
        ofBone = new @Nullable Segment[rig.count()];
        for (String side : new String[] {".L", ".R"}) {
            put(actor, "upperarm", side, "lowerarm01");
            put(actor, "lowerarm", side, "wrist");
            put(actor, "upperleg", side, "lowerleg01");
        }
    }

    @Nullable
    Segment of(int bone) {
        return ofBone[bone];
    }

    private void put(Actor actor, String limb, String side, String next) {
        Vec3 from = actor.joint(limb + "01" + side);
        Vec3 along = actor.joint(next + side).minus(from);
        Segment s = new Segment(from, along.normalized(), along.length());
        ofBone[actor.rig().bone(limb + "01" + side)] = s;
        ofBone[actor.rig().bone(limb + "02" + side)] = s;
    }
}
