package dev.beatboard.motion.body;

/// How a body hangs when it is left alone: arms by their weight, fingers half curled.
public final class Idle {

    private Idle() {}

    public static Angles angles(Anatomy a) {
        Angles d = new Angles();
        d.set(Dof.SPINE_FLEX, 1).set(Dof.HEAD_FLEX, 1);
        for (Flank f : Flank.values()) {
            d.set(Dof.GIRDLE_LIFT, f, -4)
                    .set(Dof.SHOULDER_ABDUCT, f, a.hangingAbduction())
                    .set(Dof.SHOULDER_FLEX, f, -3)
                    .set(Dof.SHOULDER_TWIST, f, 8)
                    .set(Dof.ELBOW, f, 16)
                    .set(Dof.PRONATION, f, 22)
                    .set(Dof.WRIST_FLEX, f, 4)
                    .set(Dof.CURL, f, 27)
                    .set(Dof.INDEX_CURL, f, -6)
                    .set(Dof.LITTLE_CURL, f, 6)
                    .set(Dof.SPREAD, f, -8)
                    .set(Dof.THUMB_OPPOSE, f, 15)
                    .set(Dof.THUMB_CURL, f, 12);
        }
        return d;
    }
}
