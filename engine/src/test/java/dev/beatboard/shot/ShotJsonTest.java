package dev.beatboard.shot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShotJsonTest {

    @Test
    void isReadBackAsTheSameShotInBothForms() {
        for (long seed = 0; seed < 200; seed++) {
            Shot shot = new RandomShots(seed).next();
            for (String text : List.of(ShotJson.canonical(shot), ShotJson.pretty(shot))) {
                assertThat(reread(text, "shot.json")).as("seed %d", seed).contains(shot);
            }
            assertThat(reread(ShotJson.pretty(shot), "shot.yaml"))
                    .as("seed %d, as YAML", seed)
                    .contains(shot);
        }
    }

    @Test
    void hasOneTextAndOneDigest() {
        Shot shot = new Shot(
                "t",
                new Time(5, 2),
                new FrameRate(24000, 1001),
                1920,
                1080,
                3,
                SetKind.OFFICE_CORRIDOR,
                List.of(),
                List.of(Keyframe.words(new Time(1001, 24000), "medium shot")));

        assertThat(ShotJson.canonical(shot))
                .isEqualTo("{\"version\":1,\"title\":\"t\",\"duration\":\"2.5s\",\"fps\":\"24000/1001\","
                        + "\"size\":\"1920x1080\",\"seed\":3,\"set\":\"office-corridor\","
                        + "\"keyframes\":[{\"at\":\"1001/24000s\",\"prompt\":\"medium shot\"}]}");
        assertThat(ShotJson.digest(shot)).hasSize(64).isEqualTo(ShotJson.digest(shot));
    }

    private static Optional<Shot> reread(String text, String name) {
        ShotReader.Result r = ShotReader.read(text, name);
        assertThat(r).as(text).isInstanceOf(ShotReader.Result.Accepted.class);
        return ShotJson.resolved(((ShotReader.Result.Accepted) r).draft());
    }
}
