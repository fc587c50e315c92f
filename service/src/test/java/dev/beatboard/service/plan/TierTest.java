package dev.beatboard.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.shot.Sizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TierTest {

    @ParameterizedTest
    @CsvSource({
        "640, 360, P360",
        "360, 640, P360",
        "480, 480, P360",
        "64, 64, P360",
        "960, 540, P540",
        "720, 720, P540",
        "854, 480, P540",
        "1280, 720, P720",
        "720, 1280, P720",
        "960, 960, P720",
        "1920, 1080, P1080",
        "1080, 1920, P1080",
        "1440, 1440, P1080",
        "1920, 1088, P1080",
        "2048, 1080, P1080",
    })
    void aClassIsToldByItsPixels(int width, int height, Tier tier) {
        assertThat(Tier.of(width, height)).contains(tier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16:9", "9:16", "1:1", "4:3", "3:4", "21:9", "9:21", "2.39:1", "4:1", "1:4"})
    void everyShapeOfAClassIsInIt(String aspect) {
        Sizes.Size shape = Sizes.ofAspect(aspect).orElseThrow();
        for (Tier tier : Tier.values()) {
            Sizes.Size size = Sizes.fit(shape.width(), shape.height(), tier.pixels());
            assertThat(Tier.of(size.width(), size.height()))
                    .as("%s %s", aspect, size)
                    .contains(tier);
        }
        assertThat(Tier.of(shape.width(), shape.height())).isPresent();
    }

    @Test
    void whatIsLargerThanFullHdIsRefusedWithAReason() {
        assertThat(Tier.of(3840, 2160)).isEmpty();
        assertThat(Tier.of(2560, 1440)).isEmpty();
        assertThat(Tier.of(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
        assertThat(Tier.of(-640, -360)).isEmpty();
        assertThat(Tier.of("4k")).isEmpty();
        assertThat(Tier.of(" 720P ")).contains(Tier.P720);
        Refusal refusal = Tier.refusal("4k");
        assertThat(refusal.code()).isEqualTo("resolution_not_available");
        assertThat(refusal.reason()).contains("4k is not available").contains("360p, 540p, 720p, 1080p");
    }
}
