package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.direction.Understanding;
import dev.beatboard.file.Report.Fact;
import dev.beatboard.file.Report.State;
import dev.beatboard.file.Report.Status;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.Side;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was staged for a fact")
class EnactmentTest {

    private static Shot shot() {
        ShotDraft draft = new ShotDraft(
                "test",
                Time.seconds(8),
                FrameRate.FILM,
                1920,
                1080,
                1,
                Optional.empty(),
                List.of(),
                List.of(
                        Keyframe.words(Time.ZERO, "Medium shot of a man in an office, he walks toward the camera"),
                        Keyframe.words(Time.seconds(2), "He smiles at the camera and waves with his right hand.")));
        Understanding understanding = Director.understand(draft);
        return understanding.shot();
    }

    private static final Score SCORE = new Score(
            0,
            Vec3.ZERO,
            0,
            List.of(
                    new Cue.Walk(-1, List.of(Vec3.ZERO, new Vec3(0, 0, 3)), 1.3, Cue.Style.PLAIN, Optional.empty()),
                    new Cue.Face(2, 2.5, Expression.SMILE, 0.9),
                    new Cue.Face(6, 6.5, Expression.SAD, 1),
                    new Cue.Gaze(2, new Cue.Focus.Lens(), Optional.empty()),
                    new Cue.Gesture(2, 4, ActionKind.WAVE, Side.RIGHT, Optional.empty(), 1)));

    private static View view(int frame) {
        return new View(new Vec3(0, 1.6, 4 - 0.01 * frame), Quat.IDENTITY, 50, 36, 3.1, 4);
    }

    private static String staged(int k, String slot, String asked) {
        List<Fact> facts = new Enactment(shot(), List.of(SCORE), EnactmentTest::view)
                .told(k, List.of(new Fact(slot, asked, "measured", Status.HOLDS)));
        assertThat(facts).singleElement().satisfies(f -> {
            assertThat(f.measured()).isEqualTo("measured");
            assertThat(f.state()).isEqualTo(State.HOLDS);
        });
        return facts.getFirst().staged();
    }

    @Test
    @DisplayName("is the part of the performance that answers it, with its frames")
    void performance() {
        assertThat(staged(1, "man.expression", "smile")).isEqualTo("smile 90 %, from frame 48 to 60");
        assertThat(staged(1, "man.action", "wave right")).isEqualTo("wave right, from frame 48 to 96");
        assertThat(staged(1, "man.action.wave.start", "seen within 3 frames"))
                .isEqualTo("wave right, from frame 48 to 96");
        assertThat(staged(0, "man.action", "walk")).isEqualTo("walks 3.0 m at 1.3 m/s, before the clip begins");
    }

    @Test
    @DisplayName("is the lens for what the camera frames, and its way for a move")
    void camera() {
        assertThat(staged(0, "camera.size", "medium")).isEqualTo("50 mm, sharp at 3.1 m");
        assertThat(staged(0, "man.in-frame", "in frame")).isEqualTo("50 mm, sharp at 3.1 m");
        assertThat(staged(0, "camera.move", "push in")).isEqualTo("0.5 m and 0 degrees, from frame 0 to 48");
    }

    @Test
    @DisplayName("is nothing where nothing of its own was made")
    void nothing() {
        assertThat(staged(0, "man.posture", "standing")).startsWith("standing, from frame 0 to ");
        assertThat(staged(1, "woman.expression", "smile")).isEmpty();
    }
}
