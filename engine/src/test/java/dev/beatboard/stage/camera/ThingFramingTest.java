package dev.beatboard.stage.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.ShotSize;
import org.junit.jupiter.api.Test;

class ThingFramingTest {

    private static final Box MACHINE = new Box(new Vec3(-0.17, 0.9, -0.2), new Vec3(0.17, 1.3, 0.2));
    private final ThingFraming framing = new ThingFraming(Surroundings.OPEN, 16.0 / 9);

    private View solve(ShotSize size) {
        return framing.solve(Framing.of(size, CameraAngle.LOW, CameraSide.THREE_QUARTER_LEFT), MACHINE, Vec3.Z)
                .orElseThrow()
                .view();
    }

    @Test
    void aSolvedPictureMeasuresAsTheSizeAsked() {
        for (ShotSize size : ShotSize.values()) {
            assertThat(framing.measure(solve(size), MACHINE)).as("%s", size).contains(size);
        }
    }

    @Test
    void fromTwiceAsFarItIsAnotherSize() {
        View near = solve(ShotSize.CLOSE_UP);
        Vec3 back = near.position().plus(near.forward(), -near.focusDistance());
        View far =
                new View(back, near.orientation(), near.focalLength(), near.sensorWidth(), 2 * near.focusDistance(), 4);
        assertThat(framing.measure(far, MACHINE)).isNotEqualTo(framing.measure(near, MACHINE));
    }
}
