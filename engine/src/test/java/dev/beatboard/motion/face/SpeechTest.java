package dev.beatboard.motion.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.stage.Cue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeechTest {

    @Test
    void wordsBecomeTheShapesOfTheirSounds() {
        assertThat(LetterToSound.word("ship")).containsExactly(Viseme.CH, Viseme.I, Viseme.PP);
        assertThat(LetterToSound.word("phone")).containsExactly(Viseme.FF, Viseme.O, Viseme.NN);
        assertThat(LetterToSound.word("move")).startsWith(Viseme.PP).contains(Viseme.FF);
        assertThat(LetterToSound.word("nice")).containsExactly(Viseme.NN, Viseme.I, Viseme.SS);
        assertThat(LetterToSound.word("!?")).isEmpty();
    }

    @Test
    void lipsMeetForPAndTheJawNeverDropsTooFar() {
        Voice voice = new Voice(List.of(new Cue.Speak(0, 5, Optional.of("papa papa papa"), false)), 3);
        double lips = 0;
        for (int i = 0; i < 150; i++) {
            FaceWeights w = new FaceWeights();
            voice.shape(w, i / 60.0);
            lips = Math.max(lips, w.get(FaceShape.MOUTH_COMPRESSION));
            assertThat(w.named().getOrDefault("mouth-open", 0.0)).isLessThanOrEqualTo(0.6);
        }
        assertThat(lips).isGreaterThan(0.35);
    }

    @Test
    void aMouthThatIsGivenNoWordsTalksForTheWholeTimeWithPauses() {
        Utterance u = Utterance.madeUp(1, 9, 5);
        assertThat(u.phones().getFirst().start()).isBetween(1.0, 1.3);
        assertThat(u.end()).isBetween(8.0, 9.3);
        assertThat(u.phones().size()).isBetween(45, 160);
    }

    @Test
    void aLineEndsWhenItIsSaid() {
        Utterance u = Utterance.of("Good morning everyone.", 2, 30);
        assertThat(u.end()).isBetween(2.8, 4.5);
    }
}
