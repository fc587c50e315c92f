package dev.beatboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.Director;
import dev.beatboard.Explanation;
import dev.beatboard.direction.Understanding;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Shot;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExplainTest {

    @Test
    void marksWhatWasNotUnderstood() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

        new ExplainText(new Terminal(stream, stream, false, false), understanding()).print();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                Corridor  10 s, 240 frames at 24, 1920x1080, office corridor

                 1  2.5 s  frame 60
                    medium shot [?zorbing]
                    A medium shot.
                    ✓ camera  ✗ subject  ✗ light  ✗ action
                      "medium shot"  camera.size = medium

                Decided unasked
                  clip  set = office-corridor: nothing is said (or office)

                Warnings
                  1     unknown-word: "zorbing" is not known.
                          Say running: "running"
                """);
    }

    @Test
    void isOneJsonDocument() {
        JsonNode json = Explanation.of(understanding(), Director.lanes(understanding()));

        assertThat(json.propertyNames()).containsExactly("keyframes", "decisions", "warnings", "lanes", "shot");
        assertThat(json.at("/keyframes/0/at").asString()).isEqualTo("2.5s");
        assertThat(json.at("/keyframes/0/words/0/fate").asString()).isEqualTo("used");
        assertThat(json.at("/keyframes/0/words/0/slot").asString()).isEqualTo("camera.size");
        assertThat(json.at("/keyframes/0/checks/camera").asBoolean()).isTrue();
        assertThat(json.at("/warnings/0/suggestions/0/edit").asString()).isEqualTo("running");
        assertThat(json.at("/lanes/0").toString())
                .isEqualTo("{\"lane\":\"camera\",\"from\":0,\"to\":240,\"kind\":\"hold\",\"label\":\"holds\","
                        + "\"origin\":\"words\",\"share\":1.0}");
        assertThat(json.at("/shot/set").asString()).isEqualTo("office-corridor");
    }

    private static Understanding understanding() {
        Shot shot = new Shot(
                "Corridor",
                Time.seconds(10),
                FrameRate.FILM,
                1920,
                1080,
                0,
                SetKind.OFFICE_CORRIDOR,
                List.of(),
                List.of(Keyframe.words(new Time(5, 2), "medium shot zorbing")));
        return new Understanding(
                shot,
                List.of(new Understanding.Reading(
                        60,
                        "A medium shot",
                        "A medium shot.",
                        new Understanding.Checks(true, false, false, false),
                        List.of(
                                new Understanding.Word(
                                        "medium shot",
                                        0,
                                        11,
                                        Understanding.Fate.USED,
                                        Optional.of("camera.size"),
                                        Optional.of("medium"),
                                        "shot size"),
                                new Understanding.Word(
                                        " ",
                                        11,
                                        12,
                                        Understanding.Fate.IGNORED,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "blank"),
                                new Understanding.Word(
                                        "zorbing",
                                        12,
                                        19,
                                        Understanding.Fate.UNKNOWN,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "not known")))),
                List.of(new Understanding.Decision(-1, "set", "office-corridor", "nothing is said", List.of("office"))),
                List.of(new Understanding.Warning(
                        "unknown-word",
                        0,
                        12,
                        19,
                        "\"zorbing\" is not known.",
                        List.of(new Understanding.Suggestion("Say running", "running")))));
    }
}
