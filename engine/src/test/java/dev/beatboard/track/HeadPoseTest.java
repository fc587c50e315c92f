package dev.beatboard.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import org.junit.jupiter.api.Test;

class HeadPoseTest {

    /// At the origin's height, three meters before a face that faces +z.
    private static final LensTrack LENS =
            new LensTrack(new Vec3(0, 0, 3), Quat.IDENTITY, 50, 36, 3, Double.POSITIVE_INFINITY);

    @Test
    void aFaceThatLooksIntoTheLensHasNoAngles() {
        HeadPose h = HeadPose.of(Quat.IDENTITY, Vec3.ZERO, LENS);
        assertThat(new double[] {h.yaw(), h.pitch(), h.roll(), h.offLens()})
                .containsExactly(new double[4], within(1e-9));
    }

    @Test
    void signsAreThoseOfTheDocumentation() {
        // To the own left is to +x, the right of the picture.
        assertThat(turned(Vec3.Y, 30).yaw()).isEqualTo(30, within(1e-9));
        // About x by a positive angle a face looks down.
        assertThat(turned(Vec3.X, 20).pitch()).isEqualTo(-20, within(1e-9));
        // About z, which points at the lens, the crown goes to -x, the left of the picture.
        assertThat(turned(Vec3.Z, 10).roll()).isEqualTo(-10, within(1e-9));
    }

    @Test
    void theThreeAnglesGiveTheTurnBack() {
        Quat q = Quat.about(new Vec3(0.3, 1, -0.2), 1.1);
        HeadPose h = HeadPose.of(q, Vec3.ZERO, LENS);
        Quat back = Quat.about(Vec3.Y, Math.toRadians(h.yaw()))
                .times(Quat.about(Vec3.X, -Math.toRadians(h.pitch())))
                .times(Quat.about(Vec3.Z, -Math.toRadians(h.roll())));
        assertThat(back.times(q.inverse()).toRotationVector().length()).isLessThan(1e-9);
    }

    @Test
    void aFaceAtTheEdgeOfThePictureThatLooksIntoTheLensIsNotOffIt() {
        Vec3 eyes = new Vec3(1, 0, 0);
        Vec3 to = LENS.position().minus(eyes);
        HeadPose h = HeadPose.of(Quat.between(Vec3.Z, to), eyes, LENS);
        assertThat(h.offLens()).isEqualTo(0, within(1e-5));
        assertThat(h.yaw()).isEqualTo(Math.toDegrees(Math.atan2(-1, 3)), within(1e-6));
    }

    private static HeadPose turned(Vec3 axis, double degrees) {
        return HeadPose.of(Quat.about(axis, Math.toRadians(degrees)), Vec3.ZERO, LENS);
    }
}
