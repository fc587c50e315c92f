package dev.beatboard.motion.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static final double[] X = {0, 1, 2, 4};
    private static final double[] Y = {0, 2, 2, -1};

    @Test
    void bothGoThroughTheirKnotsAndStayPutOutside() {
        for (Curve c : new Curve[] {Curve.monotone(X, Y), Curve.spline(X, Y)}) {
            for (int i = 0; i < X.length; i++) {
                assertThat(c.at(X[i])).isCloseTo(Y[i], Offset.offset(1e-12));
            }
            assertThat(c.at(-5)).isEqualTo(0);
            assertThat(c.at(9)).isEqualTo(-1);
        }
    }

    @Test
    void aMonotoneCurveNeverLeavesTheRangeOfItsKnots() {
        Curve c = Curve.monotone(X, Y);
        for (double t = 0; t < 4; t += 0.01) {
            assertThat(c.at(t)).isBetween(-1.0, 2.0);
        }
    }

    @Test
    void aSplineHasContinuousAcceleration() {
        Curve c = Curve.spline(X, Y);
        double h = 1e-4;
        double left = (c.at(1) - 2 * c.at(1 - h) + c.at(1 - 2 * h)) / (h * h);
        double right = (c.at(1 + 2 * h) - 2 * c.at(1 + h) + c.at(1)) / (h * h);
        assertThat(left).isCloseTo(right, Offset.offset(0.05));
    }
}
