package dev.beatboard.service.api.dreammachine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.Director;
import dev.beatboard.direction.Understanding;
import dev.beatboard.service.api.form.Findings;
import dev.beatboard.service.api.order.ShotText;
import dev.beatboard.service.generation.Takes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConceptsTest {

    static Stream<String> phrases() {
        return Stream.concat(Concepts.keys().stream().map(Concepts::words), Concepts.motions().stream());
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void theDirectorUnderstandsTheWordsOfEveryConcept(String phrase) {
        String prompt = "Medium shot of a man in an office, daylight. " + phrase + ".";
        int from = prompt.indexOf(phrase);
        String shot = ShotText.of(
                new ShotText.Said(Optional.of(prompt), "5s", Optional.of("16:9"), Optional.empty(), Optional.empty()),
                new Findings());
        List<Understanding.Word> words = Director.understand(Takes.read(shot).draft())
                .keyframes()
                .getFirst()
                .words();
        assertThat(words.stream().filter(w -> w.start() >= from && w.end() <= from + phrase.length()))
                .isNotEmpty()
                .allSatisfy(w -> assertThat(w.fate()).isNotEqualTo(Understanding.Fate.UNKNOWN))
                .anySatisfy(w -> assertThat(w.fate()).isEqualTo(Understanding.Fate.USED));
    }
}
