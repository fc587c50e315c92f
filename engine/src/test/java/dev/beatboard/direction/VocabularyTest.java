package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.shot.NamedColor;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void hasEachNameOnce() {
        assertThat(Vocabulary.things())
                .contains("window", "coffee machine", "laptop")
                .doesNotHaveDuplicates();
        assertThat(Vocabulary.colors().stream().map(NamedColor::name))
                .contains("navy", "burgundy")
                .doesNotHaveDuplicates();
        assertThat(Vocabulary.hairColors()).contains(new NamedColor("blonde", 0xD8B77A));
    }
}
