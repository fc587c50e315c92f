package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.Director;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class HeadlineTest {

    private static Understanding understood(ShotReader.Result result) {
        return switch (result) {
            case ShotReader.Result.Accepted a -> Director.understand(a.draft());
            case ShotReader.Result.Refused r -> throw new AssertionError(r.problems());
        };
    }

    private static List<String> captions(Understanding u) {
        List<String> out = new ArrayList<>();
        u.keyframes().forEach(k -> out.add(k.caption()));
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"corridor", "dialogue", "eight", "product", "sixteen", "talking-head", "walkthrough"})
    void fitOnACardInWholeWords(String example) throws IOException {
        List<String> captions = captions(understood(ShotReader.read(Path.of("..", "examples", example + ".yaml"))));
        assertThat(captions).allSatisfy(c -> assertThat(c.length()).as(c).isBetween(2, Headline.LENGTH));
        assertThat(captions).allSatisfy(c -> assertThat(c).isEqualTo(c.strip()).matches("[A-Z0-9].*[a-z0-9]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A wide shot of a corridor. A man walks in.      | Wide, man walks in
            Close-up. Anna smiles.                          | Close, Anna smiles
            Slow push in.                                   | Push in
            A woman raises her right hand.                  | Raises right hand
            """)
    void tellTheMostTellingFirst(String prompt, String caption) {
        String shot = JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("prompt", prompt)
                .toString();
        String file =
                "{\"duration\":\"4s\",\"keyframes\":[{\"at\":\"0s\",\"prompt\":\"A wide shot of a corridor. A person"
                        + " stands.\"},{\"at\":\"2s\"," + shot.substring(1) + "]}";
        assertThat(captions(understood(ShotReader.read(file, "x.json"))).getLast())
                .isEqualTo(caption);
    }

    @Test
    void aKeyframeThatSaysNothingHolds() {
        String file = "{\"duration\":\"4s\",\"keyframes\":[{\"at\":\"0s\",\"prompt\":\"A man walks.\"},"
                + "{\"at\":\"2s\",\"prompt\":\"\"}]}";
        assertThat(captions(understood(ShotReader.read(file, "x.json"))).getLast())
                .isEqualTo("Holds");
    }
}
