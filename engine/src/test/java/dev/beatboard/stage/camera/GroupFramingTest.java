package dev.beatboard.stage.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Box;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.ShotSize;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupFramingTest {

    private static final double ASPECT = 16.0 / 9;

    /// An adult of 1.75 m at a place with a heading (radians about y, 0 facing +z).
    public static Landmarks person(double x, double z, double heading) {
        Quat turn = heading == 0 ? Quat.IDENTITY : Quat.about(Vec3.Y, heading);
        Vec3 at = new Vec3(x, 0, z);
        return new Landmarks(
                at.plus(turn.rotate(new Vec3(0, 1.75, 0))),
                at.plus(turn.rotate(new Vec3(0, 1.77, -0.02))),
                at.plus(turn.rotate(new Vec3(0, 1.64, 0.09))),
                at.plus(turn.rotate(new Vec3(0, 1.53, 0.08))),
                at.plus(turn.rotate(new Vec3(0, 1.44, 0.03))),
                at.plus(turn.rotate(new Vec3(0, 1.30, 0))),
                at.plus(turn.rotate(new Vec3(0, 1.05, 0))),
                at.plus(turn.rotate(new Vec3(0, 0.92, 0))),
                at.plus(turn.rotate(new Vec3(0, 0.50, 0.02))),
                at,
                at.plus(turn.rotate(new Vec3(0.19, 1.42, 0))),
                at.plus(turn.rotate(new Vec3(-0.19, 1.42, 0))),
                at.plus(turn.rotate(new Vec3(0.25, 0.8, 0))),
                at.plus(turn.rotate(new Vec3(-0.25, 0.8, 0))),
                turn.rotate(Vec3.Z),
                turn.rotate(Vec3.Z));
    }

    @Test
    void everybodyOfALineIsInTheFrame() {
        for (int n = 2; n <= 8; n++) {
            List<Landmarks> people = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                people.add(person((i - (n - 1) / 2.0) * 0.9, 0, 0));
            }
            View view = new GroupFraming(Surroundings.OPEN, ASPECT)
                    .solve(Framing.of(ShotSize.MEDIUM, CameraAngle.EYE_LEVEL, CameraSide.FRONT), people)
                    .orElseThrow()
                    .view();
            for (Landmarks p : people) {
                Vec3 eyes = view.project(p.eyes(), ASPECT);
                assertThat(eyes.x()).isBetween(0.04, 0.96);
                assertThat(eyes.y()).isBetween(0.05, 0.6);
                assertThat(eyes.z()).isPositive();
            }
        }
    }

    @Test
    void twoWhoFaceEachOtherAreSeenFromTheSide() {
        List<Landmarks> people = List.of(person(-0.7, 0, StrictMath.PI / 2), person(0.7, 0, -StrictMath.PI / 2));
        View view = new GroupFraming(Surroundings.OPEN, ASPECT)
                .solve(Framing.of(ShotSize.MEDIUM, CameraAngle.EYE_LEVEL, CameraSide.FRONT), people)
                .orElseThrow()
                .view();
        assertThat(Math.abs(view.forward().dot(Vec3.Z))).isGreaterThan(0.9);
        double left = view.project(people.get(0).eyes(), ASPECT).x();
        double right = view.project(people.get(1).eyes(), ASPECT).x();
        assertThat((left + right) / 2).as("the pair is centered").isCloseTo(0.5, within(0.03));
    }

    @Test
    void overAShoulderTheFaceIsFreeAndTheShoulderTakesItsShare() {
        Landmarks far = person(0.9, 0, -StrictMath.PI / 2);
        Landmarks near = person(-0.9, 0, StrictMath.PI / 2);
        View view = new ShoulderFraming(Surroundings.OPEN, ASPECT)
                .solve(Framing.of(ShotSize.MEDIUM_CLOSE_UP, CameraAngle.EYE_LEVEL, CameraSide.FRONT), far, near)
                .orElseThrow()
                .view();
        Vec3 face = view.project(far.eyes(), ASPECT);
        Vec3 head = view.project(near.eyes(), ASPECT);
        assertThat(face.x()).isBetween(0.35, 0.7);
        assertThat(face.z()).isGreaterThan(head.z());
        assertThat(Math.abs(face.x() - head.x())).isGreaterThan(0.15);
    }

    @Test
    void aThingFillsTheShareThatTheSizeStandsFor() {
        Box machine = new Box(new Vec3(-0.15, 0.9, -0.2), new Vec3(0.15, 1.3, 0.2));
        for (ShotSize size : ShotSize.values()) {
            View view = new ThingFraming(Surroundings.OPEN, ASPECT)
                    .solve(Framing.of(size, CameraAngle.EYE_LEVEL, CameraSide.THREE_QUARTER_LEFT), machine, Vec3.Z)
                    .orElseThrow()
                    .view();
            double low = 1;
            double high = 0;
            for (int c = 0; c < 8; c++) {
                Vec3 p = view.project(
                        new Vec3((c & 1) == 0 ? -0.15 : 0.15, (c & 2) == 0 ? 0.9 : 1.3, (c & 4) == 0 ? -0.2 : 0.2),
                        ASPECT);
                low = Math.min(low, p.y());
                high = Math.max(high, p.y());
            }
            assertThat(high - low).as(size.name()).isCloseTo(ThingFraming.share(size), within(0.02));
        }
    }
}
