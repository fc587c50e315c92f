package dev.beatboard.file.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.CameraSupport;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Lighting;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Target;
import dev.beatboard.shot.Transition;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import dev.beatboard.time.Timecode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShotListFileTest {

    /// Rows of cells, as RFC 4180 has them.
    private static List<List<String>> parsed(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    rows.add(row);
                    row = new ArrayList<>();
                    i++;
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    @Test
    void hostileCellsAreTextAndComeBackWhole() {
        Edit edit = Edits.of("A", Timecode.of(new FrameRate(24000, 1001)));
        View v = new View(Vec3.ZERO, Quat.IDENTITY, 35, 36, 3, 4);
        List<List<String>> rows = parsed(ShotListFile.text(edit, Collections.nCopies(96, v)));
        assertThat(rows).hasSize(4).allMatch(r -> r.size() == 12);
        assertThat(rows.get(2).get(11)).isEqualTo("'" + Edits.NASTY);
        assertThat(rows.get(2).subList(0, 5)).containsExactly("2", "1.668", "00:00:01:16", "1041", "2");
        assertThat(rows.get(2).get(6)).isEqualTo("35 mm");
    }

    @Test
    void whatIsDirectedIsSaidInWords() {
        CameraDirection none = CameraDirection.NONE;
        CameraDirection camera = new CameraDirection(
                Optional.of(ShotSize.CLOSE_UP),
                none.composition(),
                List.of(new Target.Person("Ann")),
                none.foreground(),
                none.angle(),
                none.side(),
                Optional.of(50.0),
                none.fNumber(),
                false,
                Optional.of(CameraSupport.DOLLY),
                Optional.of(new CameraDirection.Move(CameraMoveKind.PUSH_IN, Pace.SLOW, Optional.empty())),
                Transition.AUTO);
        PerformerDirection ann = new PerformerDirection(
                "Ann",
                Optional.of(Posture.SITTING),
                Optional.of(new PerformerDirection.Place(PerformerDirection.Relation.AT, new Target.Thing("table"))),
                Optional.of(new Target.Camera()),
                Optional.of(Expression.SMILE),
                List.of(Action.of(ActionKind.RAISE_HAND).with(Side.RIGHT)));
        LightDirection light =
                new LightDirection(Optional.of(Lighting.LOW_KEY), Optional.of(Direction.LEFT), Optional.of(3200.0), -1);
        Keyframe key = new Keyframe(
                Time.ZERO,
                "Words.",
                camera,
                List.of(ann),
                light,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Edit e = Edits.of("A", Timecode.of(FrameRate.FILM));
        Shot s = e.shot();
        Shot shot = new Shot(s.title(), s.duration(), s.rate(), 1920, 1080, 7, s.set(), List.of(), List.of(key));
        Edit edit = new Edit(shot, e.slate(), 1920, 1080, e.frames(), e.cuts(), e.timecode(), e.movie(), e.sequence());
        assertThat(parsed(ShotListFile.text(edit, List.of())).get(1).subList(5, 12))
                .containsExactly(
                        "close up, on Ann",
                        "50 mm",
                        "dolly",
                        "slow push in",
                        "Ann: at table, sitting, looks at camera, smile, raise hand right",
                        "low key, from left, 3200 K, -1.0 stops",
                        "Words.");
    }
}
