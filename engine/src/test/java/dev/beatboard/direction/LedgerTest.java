package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.direction.Understanding.Word;
import dev.beatboard.math.Chance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The account of words")
class LedgerTest {

    private static final List<String> ODD = List.of(
            "\"",
            "\u201Chello\u201D",
            "\uD83D\uDE00",
            "\u05E9\u05DC\u05D5\u05DD",
            "\u202E",
            "\u0000",
            "\t",
            "\n",
            "f/2.8",
            "50mm",
            "35-year-old",
            "'s",
            ",",
            ".",
            ";",
            "--",
            "e\u0301",
            "\uD83D",
            "\u4E2D\u6587",
            "999999999",
            "90\u00B0",
            "(",
            ")",
            "Anna");

    @Test
    @DisplayName("covers every prompt without gaps or overlaps, whatever is in it")
    void partition() {
        List<String> words = new ArrayList<>(Lexicon.standard().words());
        for (int i = 0; i < 400; i++) {
            StringBuilder b = new StringBuilder();
            int n = (int) (Chance.unit(7, i, 0, 0) * 40);
            for (int k = 0; k < n; k++) {
                double u = Chance.unit(7, i, k, 1);
                b.append(
                        u < 0.2
                                ? ODD.get((int) (Chance.unit(7, i, k, 2) * ODD.size()))
                                : words.get((int) (Chance.unit(7, i, k, 3) * words.size())));
                b.append(Chance.unit(7, i, k, 4) < 0.9 ? " " : "");
            }
            String prompt = b.toString();
            covers(prompt, Interpreter.understand(Gold.draft(List.of(prompt))));
        }
    }

    private static void covers(String prompt, Understanding u) {
        int at = 0;
        StringBuilder again = new StringBuilder();
        for (Word w : u.keyframes().getFirst().words()) {
            assertThat(w.start()).as(prompt).isEqualTo(at);
            assertThat(w.end()).isGreaterThan(w.start());
            at = w.end();
            again.append(w.text());
        }
        assertThat(again.toString()).isEqualTo(prompt);
    }

    @Test
    @DisplayName("reads only the beginning of a prompt of ten megabytes, and says so")
    void huge() {
        String prompt = "walks toward the camera, beautiful ".repeat(300_000);
        Understanding u = Interpreter.understand(Gold.draft(List.of(prompt)));
        assertThat(u.warnings()).extracting(Understanding.Warning::code).contains("prompt-too-long");
        assertThat(u.shot().keyframes().getFirst().prompt()).isEqualTo(prompt);
        Word last = u.keyframes().getFirst().words().getLast();
        assertThat(last.end()).isEqualTo(prompt.length());
        assertThat(last.reason()).contains("longest");
    }

    @Test
    @DisplayName("leaves out what turns the reading direction, and says so")
    void bidirectional() {
        String prompt = "medium shot, a man walks \u202E\u05E9\u05DC\u05D5\u05DD toward camera";
        Understanding u = Interpreter.understand(Gold.draft(List.of(prompt)));
        covers(prompt, u);
        assertThat(u.warnings()).extracting(Understanding.Warning::code).contains("odd-characters");
        assertThat(u.keyframes().getFirst().summary()).contains("walk toward camera");
    }

    @Test
    @DisplayName("names the nearest known word for one that is not known")
    void nearest() {
        Understanding u = Interpreter.understand(Gold.draft(List.of("medium shot, a man wlaks toward camera")));
        Word w = u.keyframes().getFirst().words().stream()
                .filter(x -> x.text().equals("wlaks"))
                .findFirst()
                .orElseThrow();
        assertThat(w.fate()).isEqualTo(Understanding.Fate.UNKNOWN);
        assertThat(w.reason()).contains("walks");
        assertThat(u.warnings())
                .anySatisfy(x -> assertThat(x.suggestions())
                        .extracting(Understanding.Suggestion::edit)
                        .contains("walks"));
    }
}
