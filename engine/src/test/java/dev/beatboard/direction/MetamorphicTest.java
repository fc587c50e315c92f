package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.direction.Understanding.Fate;
import dev.beatboard.direction.Understanding.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Changing words that should not matter, or should")
class MetamorphicTest {

    private static final String MAIN =
            "medium shot, man in navy suit walks toward camera, office corridor, overhead fluorescent lighting, even pace";

    private static Understanding read(String... prompts) {
        return Interpreter.understand(Gold.draft(List.of(prompts)));
    }

    @Test
    @DisplayName("filler, praise and politeness change no slot")
    void filler() {
        var plain = Gold.bare(read(MAIN).shot());
        for (String p : List.of(
                "please, " + MAIN,
                MAIN.replace("man in", "man in a really beautiful"),
                MAIN.replace("walks", "just simply walks"),
                MAIN + ", stunning, 8k, highly detailed",
                "A cinematic " + MAIN + ".",
                MAIN.replace("suit walks", "suit also walks"))) {
            assertThat(Gold.bare(read(p).shot())).as(p).isEqualTo(plain);
        }
    }

    @Test
    @DisplayName("nor does politeness in any fresh prompt")
    void politeness() throws IOException {
        for (Gold g : Gold.fresh()) {
            List<String> polite = g.prompts().stream()
                    .map(p -> "Please, " + p + (p.endsWith(".") ? " Thank you." : ", please"))
                    .toList();
            assertThat(Gold.bare(Interpreter.understand(Gold.draft(polite)).shot()))
                    .as(polite.toString())
                    .isEqualTo(Gold.bare(g.read().shot()));
        }
    }

    @Test
    @DisplayName("another color changes the color and nothing else")
    void swap() throws IOException {
        int swapped = 0;
        for (Gold g : Gold.fresh()) {
            for (String color : List.of("navy", "yellow", "green", "grey", "pink")) {
                List<String> other = g.prompts().stream()
                        .map(p -> p.replaceAll("\\b" + color + "\\b", "turquoise"))
                        .toList();
                boolean worn = g.slots().stream().anyMatch(s -> s.endsWith("/" + color) && s.contains(".wears="));
                if (worn && !other.equals(g.prompts())) {
                    swapped++;
                    assertThat(colorless(Interpreter.understand(Gold.draft(other)), "turquoise"))
                            .as(other.toString())
                            .isEqualTo(colorless(g.read(), color));
                }
            }
        }
        assertThat(swapped).isGreaterThan(7);
    }

    private static String colorless(Understanding u, String color) {
        return Gold.bare(u.shot()).toString().replaceAll("name=" + color + ", srgb=\\d+", "a color");
    }

    @Test
    @DisplayName("the order of the clauses changes no slot")
    void order() {
        var plain = Gold.bare(read(MAIN).shot());
        for (String p : List.of(
                "office corridor, overhead fluorescent lighting, medium shot, man in navy suit walks toward camera, even pace",
                "overhead fluorescent lighting, medium shot, man in navy suit walks toward camera at an even pace, office corridor",
                "Medium shot. Office corridor. Overhead fluorescent lighting. Medium shot, man in navy suit walks toward camera, even pace.")) {
            assertThat(Gold.bare(read(p).shot())).as(p).isEqualTo(plain);
        }
    }

    /// A word is used if the shot, or the list of what was decided unasked, would be another without it; two words that
    /// say the same may stand in for each other.
    @Test
    @DisplayName("deleting a used word changes the shot, deleting an ignored one does not")
    void deletion() throws IOException {
        deletion(Gold.paraphrases(), 700, 8);
    }

    @Test
    @DisplayName("the same for the fresh prompts")
    void deletionFresh() throws IOException {
        deletion(Gold.fresh(), 700, 28);
    }

    private static void deletion(List<Gold> prompts, int least, int most) {
        int wrong = 0;
        int all = 0;
        List<String> odd = new ArrayList<>();
        for (Gold g : prompts) {
            Understanding u = g.read();
            for (int k = 0; k < g.prompts().size(); k++) {
                for (Word w : u.keyframes().get(k).words()) {
                    boolean counted = w.fate() != Fate.UNKNOWN
                            && !w.reason().startsWith("punctuation")
                            && !w.reason().startsWith("space");
                    if (!counted) {
                        continue;
                    }
                    all++;
                    if (!accounted(g, u, k, w)) {
                        wrong++;
                        odd.add(w.text() + " in " + g.prompts().get(k));
                    }
                }
            }
        }
        assertThat(all).isGreaterThan(least);
        assertThat(wrong).as(String.join("\n", odd)).isLessThanOrEqualTo(most);
    }

    /// Whether a word's fate is what deleting it shows.
    private static boolean accounted(Gold g, Understanding u, int k, Word w) {
        List<String> prompts = new ArrayList<>(g.prompts());
        String p = prompts.get(k);
        prompts.set(k, p.substring(0, w.start()) + p.substring(w.end()));
        Understanding v = Interpreter.understand(Gold.draft(prompts));
        boolean same =
                Gold.bare(u.shot()).equals(Gold.bare(v.shot())) && u.decisions().equals(v.decisions());
        boolean standIn = v.keyframes().get(k).words().stream()
                .anyMatch(x -> x.fate() == Fate.USED && x.slot().equals(w.slot()));
        return w.fate() == Fate.USED ? !same || standIn : same;
    }
}
