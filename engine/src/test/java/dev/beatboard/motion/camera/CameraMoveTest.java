package dev.beatboard.motion.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import org.junit.jupiter.api.Test;

class CameraMoveTest {

    private final View far = new View(new Vec3(0, 1.6, 4), Quat.IDENTITY, 50, 36, 4, 2.8);
    private final View near = new View(new Vec3(0, 1.6, 2), Quat.IDENTITY, 85, 36, 2, 2.8);
    private final CameraMove push = new CameraMove(far, Vec3.ZERO, near, Vec3.ZERO, 1, 3);

    @Test
    void itLandsOnItsViewsAndStaysThereToTheBit() {
        assertThat(push.at(0, Vec3.ZERO)).isEqualTo(push.at(1, Vec3.ZERO));
        assertThat(push.at(3, Vec3.ZERO)).isEqualTo(push.at(9, Vec3.ZERO));
        assertThat(push.at(3, Vec3.ZERO).position().distanceTo(near.position())).isLessThan(1e-12);
        assertThat(push.at(3, Vec3.ZERO).focalLength()).isCloseTo(85, within(1e-9));
    }

    @Test
    void itStartsAndLandsWithoutSpeed() {
        double h = 1e-4;
        assertThat(push.at(1 + h, Vec3.ZERO).position().distanceTo(far.position()) / h)
                .isLessThan(1e-6);
        assertThat(push.at(3 - h, Vec3.ZERO).position().distanceTo(near.position()) / h)
                .isLessThan(1e-6);
    }

    @Test
    void itTravelsWithAWalkingSubject() {
        Vec3 walked = new Vec3(0, 0, 1.5);
        assertThat(push.at(2, walked)
                        .position()
                        .minus(push.at(2, Vec3.ZERO).position())
                        .distanceTo(walked))
                .isLessThan(1e-12);
    }
}
