package dev.beatboard.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RotationOrderTest {

    private static final Vec3 AHEAD = new Vec3(0, 0, -1);

    private static double angle(Quat a, Quat b) {
        return a.inverse().times(b).toRotationVector().length();
    }

    @Test
    void panThenTiltLooksWhereNukeDoes() {
        // A pan by 90 degrees to the left looks along -x; a tilt by 30 up from there lifts it by a half.
        Vec3 seen = RotationOrder.ZXY.orientation(new Vec3(30, 90, 0)).rotate(AHEAD);
        assertThat(seen.x()).isCloseTo(-StrictMath.sqrt(0.75), within(1e-12));
        assertThat(seen.y()).isCloseTo(0.5, within(1e-12));
        // Under XYZ the tilt comes first and the pan turns it along: the same here, but not with a roll.
        Vec3 up = RotationOrder.XYZ.orientation(new Vec3(30, 0, 90)).rotate(AHEAD);
        assertThat(up.x()).isCloseTo(-0.5, within(1e-12));
        assertThat(up.y()).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void turnsComeBack(RotationOrder order) {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            Quat q = new Quat(
                            random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                    .normalized();
            Vec3 near = new Vec3(random.nextInt(-900, 900), random.nextInt(-900, 900), random.nextInt(-900, 900));
            Vec3 d = order.degrees(q, near);
            assertThat(angle(order.orientation(d), q)).isLessThan(1e-9);
            assertThat(d.distanceTo(near)).isLessThan(180 * StrictMath.sqrt(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void straightUpAndDownComeBackToo(RotationOrder order) {
        for (int i = 0; i < 64; i++) {
            Quat q = order.orientation(new Vec3(90 * (i % 4), 90 * (i / 4 % 4), 90 * (i / 16)));
            Vec3 d = order.degrees(q, new Vec3(10, 20, 30));
            assertThat(angle(order.orientation(d), q)).isLessThan(1e-6);
        }
    }

    @Test
    void namesAreFoundWhateverTheirCapitals() {
        assertThat(RotationOrder.named(" zxy ")).contains(RotationOrder.ZXY);
        assertThat(RotationOrder.named("ZXZ")).isEmpty();
    }
}
