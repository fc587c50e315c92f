package dev.beatboard.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.time.FrameRange;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void rangesAreTheRunsOfNewFrames() {
        boolean[] fresh = {true, false, false, true, true, false, true};
        assertThat(Estimate.ranges(10, fresh))
                .containsExactly(new FrameRange(10, 10), new FrameRange(13, 14), new FrameRange(16, 16));
        assertThat(Estimate.ranges(0, new boolean[5])).isEmpty();
    }
}
