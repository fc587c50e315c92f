package dev.beatboard.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.List;
import org.junit.jupiter.api.Test;

class LensTrackTest {

    private static final LensTrack LENS =
            new LensTrack(new Vec3(1, 2, 5), Quat.IDENTITY, 36, 36, 3, Double.POSITIVE_INFINITY);

    @Test
    void aPointIsSeenWhereThePinholeFormulaSays() {
        // Two meters off, a quarter to the right and an eighth up: 36 mm of lens on 36 mm of sensor.
        ImagePoint p = LENS.see(new Vec3(1.25, 2.125, 3), 800, 600).image().orElseThrow();
        assertThat(p.x()).isEqualTo(400 + 800 * 0.25 / 2, within(1e-9));
        assertThat(p.y()).isEqualTo(300 - 800 * 0.125 / 2, within(1e-9));
        assertThat(p.depth()).isEqualTo(2, within(1e-9));
        assertThat(p.inside()).isTrue();
    }

    @Test
    void whatIsBehindTheLensHasNoPixels() {
        assertThat(LENS.see(new Vec3(1, 2, 6), 800, 600).image()).isEmpty();
        assertThat(LENS.see(LENS.position(), 800, 600).image()).isEmpty();
    }

    @Test
    void aBoxIsAbsentWhereNothingOfItIsInThePicture() {
        List<TrackPoint> aside = List.of(LENS.see(new Vec3(4, 2, 3), 800, 600), LENS.see(new Vec3(5, 2, 3), 800, 600));
        assertThat(ImageBox.around(aside, 800, 600)).isEmpty();
        List<TrackPoint> partly = List.of(LENS.see(new Vec3(1, 2, 3), 800, 600), LENS.see(new Vec3(5, 3, 3), 800, 600));
        assertThat(ImageBox.around(partly, 800, 600)).contains(new ImageBox(400, -100, 1600, 400));
    }
}
