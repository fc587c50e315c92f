package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The tables of docs/DIRECTING.md are made from the lexicon: run `main` to write them again.
@DisplayName("The directing guide")
class DirectingDocTest {

    private static final Path GUIDE = Path.of("..", "docs", "DIRECTING.md");
    private static final String BEGIN = "<!-- tables: generated from the lexicon -->";
    private static final String END = "<!-- end of tables -->";

    private static final Map<Slot, String> TITLES = titles();

    private static Map<Slot, String> titles() {
        Map<Slot, String> t = new LinkedHashMap<>();
        t.put(Slot.SIZE, "Shot sizes");
        t.put(Slot.COMPOSITION, "What the frame is built around");
        t.put(Slot.ANGLE, "Angles");
        t.put(Slot.VIEW_SIDE, "From which side");
        t.put(Slot.LENS_WORD, "Lenses by name (or write `50mm`)");
        t.put(Slot.APERTURE_WORD, "Apertures by name (or write `f/2.8`)");
        t.put(Slot.SUPPORT, "What carries the camera");
        t.put(Slot.MOVE, "Camera moves");
        t.put(Slot.CUT, "Cuts");
        t.put(Slot.PACE, "Paces");
        t.put(Slot.LIGHT, "Light");
        t.put(Slot.SET, "Places");
        t.put(Slot.ACTION, "Actions");
        t.put(Slot.EXPRESSION, "Faces");
        t.put(Slot.POSTURE, "Postures");
        t.put(Slot.AGE, "Ages (or write `45-year-old`)");
        t.put(Slot.BUILD, "Builds");
        t.put(Slot.HERITAGE, "Heritage");
        t.put(Slot.HAIR, "Hair");
        t.put(Slot.HAIR_COLOR, "Hair colors");
        t.put(Slot.FACIAL_HAIR, "Beards");
        t.put(Slot.GARMENT, "Clothes");
        t.put(Slot.COLOR, "Colors of clothes");
        t.put(Slot.THING, "Things");
        t.put(Slot.UNSUPPORTED, "Understood, but not filmed yet (a warning says so)");
        return t;
    }

    private static String tables() {
        StringBuilder b = new StringBuilder();
        TITLES.forEach((slot, title) -> {
            b.append("\n### ").append(title).append("\n\n| what it becomes | words |\n|---|---|\n");
            for (Lexicon.Row row : Lexicon.standard().rows()) {
                if (row.slot() == slot) {
                    List<String> phrases = row.phrases().stream()
                            .map(p -> p.startsWith("~") ? "*" + p.substring(1) + "*" : p)
                            .toList();
                    String value = slot == Slot.COLOR
                            ? "#" + row.value()
                            : row.value()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' ')
                                    .replaceAll(":[0-9a-f]{6}", "");
                    b.append("| ")
                            .append(value)
                            .append(" | ")
                            .append(String.join(", ", phrases))
                            .append(" |\n");
                }
            }
        });
        return b.toString();
    }

    private static String filled(String guide) {
        int from = guide.indexOf(BEGIN) + BEGIN.length();
        return guide.substring(0, from) + "\n" + tables() + "\n" + guide.substring(guide.indexOf(END));
    }

    @Test
    @DisplayName("lists exactly what the lexicon knows")
    void same() throws IOException {
        assumeThat(GUIDE).as("docs are beside the engine in the repository").exists();
        String guide = Files.readString(GUIDE);
        assertThat(guide).isEqualTo(filled(guide));
    }

    public static void main(String[] args) throws IOException {
        Path guide = Path.of(args[0]);
        Files.writeString(guide, filled(Files.readString(guide)));
    }
}
