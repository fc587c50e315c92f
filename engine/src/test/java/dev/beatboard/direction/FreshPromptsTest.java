package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.direction.Gold.Score;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Forty prompts written without looking at the rules")
class FreshPromptsTest {

    /// The first untuned run gave 354 of 437 slots and 8 of 40 prompts.
    @Test
    @DisplayName("fill at least 430 of their 437 slots")
    void score() throws IOException {
        Score score = Score.of(Gold.fresh());
        assertThat(score.prompts()).isEqualTo(40);
        assertThat(score.slots()).isEqualTo(437);
        assertThat(score.right()).isGreaterThanOrEqualTo(430);
        assertThat(score.whole()).isGreaterThanOrEqualTo(36);
    }

    /// Scored first after the rules had been fitted to the forty: 167 of 192 slots and 10 of 20 prompts; with the nouns
    /// of
    /// WordNet 171 and 13. Later figures are fitted ones.
    @Test
    @DisplayName("and twenty written after that fill at least 189 of their 192")
    void second() throws IOException {
        Score score = Score.of(Gold.second());
        assertThat(score.prompts()).isEqualTo(20);
        assertThat(score.slots()).isEqualTo(192);
        assertThat(score.right()).isGreaterThanOrEqualTo(189);
        assertThat(score.whole()).isGreaterThanOrEqualTo(18);
    }

    /// Scored once before anything was fitted to them: 129 of 151 slots and 8 of 15 prompts.
    @Test
    @DisplayName("and fifteen written last at least 148 of their 151")
    void third() throws IOException {
        Score score = Score.of(Gold.third());
        assertThat(score.prompts()).isEqualTo(15);
        assertThat(score.slots()).isEqualTo(151);
        assertThat(score.right()).isGreaterThanOrEqualTo(148);
        assertThat(score.whole()).isGreaterThanOrEqualTo(13);
    }
}
