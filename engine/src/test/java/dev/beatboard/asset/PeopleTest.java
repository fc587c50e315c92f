package dev.beatboard.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("assets")
class PeopleTest {

    private People people;

    @BeforeEach
    void open() throws Exception {
        people = InstalledPeople.get();
    }

    @Test
    void hasTheRigAndTheBodyOfTheBaseMesh() {
        assertThat(people.rig().count()).isEqualTo(163);
        assertThat(people.body().count()).isEqualTo(19_158);
        assertThat(people.body().quads()).hasSize(4 * 13_378);
        for (int i = 0; i < people.rig().count(); i++) {
            assertThat(people.rig().parents()[i]).isLessThan(i);
        }
    }

    @Test
    void hasThirtyFourFaceUnitsOfEachHeritage() {
        for (String heritage : List.of("african", "asian", "caucasian")) {
            assertThat(people.targets().stream().filter(t -> t.startsWith("expression/units/" + heritage + "/")))
                    .hasSize(34);
        }
    }

    @Test
    void weightsOfEveryVertexSumToOne() {
        sumToOne(people.body().weights());
        for (String name : people.pieceNames()) {
            sumToOne(people.piece(name).orElseThrow().weights());
        }
    }

    @Test
    void everyPieceHasItsTextures() {
        for (String name : people.pieceNames()) {
            Piece piece = people.piece(name).orElseThrow();
            assertThat(piece.looks()).as(name).isNotEmpty();
            assertThat(piece.looks()).allMatch(look -> people.hasTexture(look.texture()));
        }
    }

    @Test
    void holdsNothingThatIsNotCleared() {
        assertThat(people.pieceNames())
                .noneMatch(n -> n.toLowerCase(Locale.ROOT)
                        .matches(".*(bikini|bra$|panties|swim|teddy|babydoll|string|harvey|beard|genital).*"));
        assertThat(people.credits()).anyMatch(l -> l.contains("CC0 1.0")).anyMatch(l -> l.contains("CC BY"));
    }

    @Test
    void aYoungManIsAsTallAsMeasured() {
        float[] v = people.body().positions().clone();
        people.target("macrodetails/caucasian-male-young").addTo(v, 1);
        people.target("macrodetails/universal-male-young-averagemuscle-averageweight")
                .addTo(v, 1);
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (int s : people.body().sources()) {
            low = Math.min(low, v[3 * s + 1]);
            high = Math.max(high, v[3 * s + 1]);
        }

        assertThat(high - low).isCloseTo(1.748f, within(0.003f));
    }

    @Test
    void anUnknownTargetIsNamed() {
        assertThatThrownBy(() -> people.target("nose/longer")).hasMessageContaining("nose/longer");
    }

    private static void sumToOne(float[] weights) {
        for (int i = 0; i < weights.length; i += 4) {
            assertThat(weights[i] + weights[i + 1] + weights[i + 2] + weights[i + 3])
                    .isCloseTo(1, within(1e-4f));
        }
    }
}
