package dev.beatboard.motion.face;

import static dev.beatboard.shot.Expression.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.shot.Expression;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpressionsTest {

    private static final Set<Expression> GLAD = EnumSet.of(SMILE, WARM_SMILE, GRIN, LAUGH, CONFIDENT, SMIRK);

    private static final Set<Expression> CROSS = EnumSet.of(ANGRY, FROWN, DETERMINED, DISGUSTED, SKEPTICAL);

    /// The corners of the mouth, by how far each shape moves them up at full weight, millimeters (from the base mesh).
    private static double corners(FaceWeights w) {
        return 10.9 * w.get(FaceShape.MOUTH_CORNER_PULLER)
                + 6.7 * w.get(FaceShape.MOUTH_COMPRESSION)
                + 6.6 * w.get(FaceShape.MOUTH_UPWARD_RETRACTION)
                + 2.8 * w.get(FaceShape.MOUTH_RETRACTION)
                - 7.1 * w.get(FaceShape.MOUTH_DEPRESSION);
    }

    @Test
    void onlyGladFacesSmile() {
        for (Expression e : Expression.values()) {
            double up = corners(Expressions.of(e));
            if (GLAD.contains(e)) {
                assertThat(up).as(e.name()).isBetween(4.0, 13.0);
            } else {
                assertThat(up).as(e.name()).isLessThan(2.0);
            }
        }
    }

    @Test
    void onlyCrossFacesLowerTheirBrowsAtTheNose() {
        for (Expression e : Expression.values()) {
            FaceWeights w = Expressions.of(e);
            double inner = 1.5 * w.get(FaceShape.EYEBROWS_RIGHT_INNER_UP) - 3.1 * w.get(FaceShape.EYEBROWS_RIGHT_DOWN);
            if (CROSS.contains(e)) {
                assertThat(inner).as(e.name()).isNegative();
            } else {
                assertThat(inner).as(e.name()).isGreaterThan(-0.4);
            }
        }
    }

    @Test
    void atRestTheMouthIsLevelAndTheEyesAreOpen() {
        FaceWeights rest = Expressions.rest();

        assertThat(corners(rest)).isBetween(0.0, 3.0);
        assertThat(rest.get(FaceShape.EYE_LEFT_CLOSURE)).isZero();
        assertThat(rest.get(FaceShape.EYEBROWS_LEFT_DOWN)).isZero();
    }
}
