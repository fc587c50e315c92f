package dev.beatboard.shot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShotReaderTest {

    @Test
    void readsTheLeastThatAShotNeeds() {
        ShotDraft d = accepted("""
                duration: 10s
                keyframes: [{at: 0s, prompt: "medium shot, man in navy suit walks toward camera"}]
                """);

        assertThat(d.title()).isEqualTo("corridor");
        assertThat(d.duration()).isEqualTo(Time.seconds(10));
        assertThat(d.rate()).isEqualTo(FrameRate.FILM);
        assertThat(d.width()).isEqualTo(1920);
        assertThat(d.height()).isEqualTo(1080);
        assertThat(d.cast()).isEmpty();
        assertThat(d.keyframes())
                .containsExactly(Keyframe.words(Time.ZERO, "medium shot, man in navy suit walks toward camera"));
    }

    @Test
    void readsTheWholeForm() {
        ShotDraft d = accepted("""
                title: The offer
                duration: 20
                fps: 25
                aspect: 9:16
                seed: 7
                set: meeting-room
                cast:
                  - {name: Anna, description: "a woman of 40 in a gray suit"}
                  - {name: Ben, description: "a young man"}
                keyframes:
                  - at: 0
                    prompt: >
                      Anna and Ben at the table,
                      window light from the left
                    camera: {size: Close Up, subjects: Anna, lens: 50mm, support: locked-off}
                  - at: 96f
                    camera: {move: {kind: push-in, pace: slow}}
                    cast:
                      - name: Ben
                        posture: sitting
                        place: {relation: facing, target: Anna}
                        gaze: camera
                        expression: warm-smile
                        actions: [nod, {kind: raise-hand, side: right, anchor: hit}]
                    light: {lighting: window, from: left, kelvin: 5600}
                  - at: 00:00:08:00
                    transition: cut
                    ease: linear
                """);

        assertThat(d.title()).isEqualTo("The offer");
        assertThat(d.width()).isEqualTo(1080);
        assertThat(d.height()).isEqualTo(1920);
        assertThat(d.set()).contains(SetKind.MEETING_ROOM);
        Keyframe first = d.keyframes().get(0);
        assertThat(first.prompt()).isEqualTo("Anna and Ben at the table, window light from the left");
        assertThat(first.camera().size()).contains(ShotSize.CLOSE_UP);
        assertThat(first.camera().subjects()).containsExactly(new Target.Person("Anna"));
        assertThat(first.camera().lens()).contains(50.0);
        Keyframe second = d.keyframes().get(1);
        assertThat(second.at()).isEqualTo(new Time(96, 25));
        assertThat(second.camera().move().orElseThrow().pace()).isEqualTo(Pace.SLOW);
        PerformerDirection ben = second.cast().getFirst();
        assertThat(ben.gaze()).contains(new Target.Camera());
        assertThat(ben.place())
                .contains(new PerformerDirection.Place(PerformerDirection.Relation.FACING, new Target.Person("Anna")));
        assertThat(ben.actions()).hasSize(2);
        assertThat(ben.actions().get(1).anchor()).isEqualTo(Anchor.HIT);
        assertThat(d.keyframes().get(2).at()).isEqualTo(Time.seconds(8));
        assertThat(d.keyframes().get(2).camera().transition()).isEqualTo(Transition.CUT);
    }

    @Test
    void snapsTimesToFramesAndSaysSo() {
        ShotReader.Result r = ShotReader.read("""
                duration: 4s
                keyframes: [{at: 1.01s}, {at: 4s}]
                """, "x.yaml");

        assertThat(r).isInstanceOfSatisfying(ShotReader.Result.Accepted.class, a -> {
            assertThat(a.draft().keyframes().get(0).at()).isEqualTo(Time.seconds(1));
            assertThat(a.draft().keyframes().get(1).at()).isEqualTo(new Time(95, 24));
            assertThat(a.notices())
                    .extracting(Problem::message)
                    .containsExactly(
                            "keyframes[0].at: 1.01s snaps to frame 24 (1 s). (line 2, column 18)",
                            "keyframes[1].at: 4s is the end of the clip: its last frame 95 (3.958 s). (line 2, column 31)");
        });
    }

    @Test
    void readsJsonWithTabsAndText() {
        ShotReader.Result r = ShotReader.read(
                "{\n\t\"duration\": 2,\n\t\"keyframes\": [{\"at\": \"0s\", \"prompt\": \"\\u05d0\\u05d9\\u05e9 close-up\"}]}",
                "a.json");

        assertThat(r)
                .isInstanceOfSatisfying(
                        ShotReader.Result.Accepted.class,
                        a -> assertThat(a.draft().keyframes().getFirst().prompt())
                                .isEqualTo("איש close-up"));
    }

    @Test
    void findsEverythingAtOnceWithItsPlace() {
        ShotReader.Result r = ShotReader.read("""
                duraton: 10s
                fps: 26
                keyframes:
                  - at: 0s
                    camera: {size: medium wyde}
                    cast: [{name: Ana, expression: smille}]
                  - at: soon
                """, "x.yaml");

        assertThat(r).isInstanceOfSatisfying(ShotReader.Result.Refused.class, refused -> {
            List<String> all = refused.problems().stream().map(Problem::message).toList();
            assertThat(all).hasSize(7);
            assertThat(all.get(0))
                    .startsWith("duraton: There is no such field.")
                    .contains("\"duration\"?", "line 1");
            assertThat(all.get(1)).startsWith("fps: \"26\" is not a rate.").contains("The nearest is 25.", "line 2");
            assertThat(all.get(2)).startsWith("duration: It is missing.");
            assertThat(all.get(3))
                    .startsWith("keyframes[0].camera.size: \"medium wyde\"")
                    .contains("Did you mean \"medium-wide\"?", "(line 5, column 20)");
            assertThat(all.get(4)).startsWith("keyframes[0].cast[0].name: \"Ana\" is nobody of the cast.");
            assertThat(all.get(5)).contains("expression", "Did you mean \"smile\"?", "line 6");
            assertThat(all.get(6))
                    .startsWith("keyframes[1].at: \"soon\" is not a time.")
                    .contains("line 7");
        });
    }

    private static ShotDraft accepted(String yaml) {
        ShotReader.Result r = ShotReader.read(yaml, "corridor.yaml");
        assertThat(r).isInstanceOf(ShotReader.Result.Accepted.class);
        return ((ShotReader.Result.Accepted) r).draft();
    }
}
