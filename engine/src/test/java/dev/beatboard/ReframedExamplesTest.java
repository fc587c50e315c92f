package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.beatboard.asset.Library;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.camera.CameraPlan;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.shot.Sizes;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.camera.Landmarks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples for pictures of other shapes: the same lens places, cuts and light, and faces stay in.
@Tag("assets")
class ReframedExamplesTest {

    private static final List<Sizes.Size> NARROWER = List.of(
            new Sizes.Size(1080, 1920),
            new Sizes.Size(1080, 1080),
            new Sizes.Size(1440, 1080),
            new Sizes.Size(1080, 1440));
    private static final Sizes.Size SCOPE = new Sizes.Size(1920, 822);
    /// Half a head, meters.
    private static final double HEAD = 0.09;
    /// The fastest that a reframed picture turns besides the plan's own turn, radians a frame.
    private static final double TOP_TURN = StrictMath.toRadians(2.2);

    @BeforeEach
    void needsThePeople() throws IOException {
        Examples.needPeople();
    }

    @ParameterizedTest
    @ValueSource(strings = {"corridor", "dialogue", "product", "eight", "walkthrough", "talking-head", "sixteen"})
    void facesStayInNarrowPicturesAndNothingElseChanges(String example) throws IOException {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            Take take = stage(director, example);
            CameraPlan plan = take.play().camera();
            for (Sizes.Size picture : NARROWER) {
                Take narrow = take.reframed(picture);
                CameraPlan camera = narrow.play().camera();
                assertThat(camera.cuts()).isEqualTo(plan.cuts());
                for (int n = 0; n < take.shot().frames(); n++) {
                    String where = example + " " + picture + " frame " + n;
                    assertThat(camera.view(n).position())
                            .as(where)
                            .isEqualTo(plan.view(n).position());
                    held(take, plan, camera, n, where);
                    if (n > 0 && !camera.cuts().contains(n)) {
                        double turn = turn(camera, n) - turn(plan, n);
                        assertThat(turn).as(where + " turns").isLessThan(TOP_TURN);
                    }
                }
                int middle = take.shot().frames() / 2;
                assertThat(narrow.play().scene(middle).lights())
                        .isEqualTo(take.play().scene(middle).lights());
                assertThat(narrow.play().scene(middle).exposure())
                        .isEqualTo(take.play().scene(middle).exposure());
            }
            CameraPlan scope = take.reframed(SCOPE).play().camera();
            for (int n = 0; n < take.shot().frames(); n += 10) {
                assertThat(scope.view(n).orientation()).isEqualTo(plan.view(n).orientation());
            }
        }
    }

    /// Whom a picture of one or two is of, and whoever speaks, stays in if the plan's picture has that face whole.
    private static void held(Take take, CameraPlan plan, CameraPlan camera, int n, String where) {
        double t = n * take.shot().rate().frameSeconds();
        CameraPlan.Framed framing = plan.framing(n);
        // The way to another size passes through pictures of neither.
        boolean settled = plan.framings().stream()
                .allMatch(f -> f.frame() <= n || f.arrival().equals("cut"));
        for (int a = 0; a < take.shot().cast().size(); a++) {
            int actor = a;
            boolean subject = framing.actors().contains(a)
                    && (framing.composition() == Composition.SINGLE
                            || framing.composition() == Composition.TWO_SHOT
                            || framing.composition() == Composition.OVER_SHOULDER);
            boolean speaks = framing.composition() == Composition.GROUP
                    && take.play().stage().scores().get(a).cues().stream()
                            .anyMatch(c -> c instanceof Cue.Speak s && s.start() + 0.5 < t && t < s.end() - 0.5);
            Landmarks body = take.play().performers().landmarks(actor, t);
            if ((subject || speaks) && (settled || subject) && whole(plan, n, body)) {
                assertThat(whole(camera, n, body))
                        .as(where + ": " + take.shot().cast().get(a).name())
                        .isTrue();
            }
        }
    }

    private static boolean whole(CameraPlan plan, int n, Landmarks body) {
        View v = plan.view(n);
        Vec3 aside = v.right().times(HEAD);
        return List.of(body.eyes().plus(aside), body.eyes().minus(aside), body.chin()).stream()
                .map(p -> v.project(p, plan.aspect()))
                .allMatch(p -> p.z() > 0 && p.x() > 0 && p.x() < 1 && p.y() > 0 && p.y() < 1);
    }

    private static double turn(CameraPlan plan, int n) {
        return plan.view(n).forward().distanceTo(plan.view(n - 1).forward());
    }

    private static Take stage(Director director, String example) throws IOException {
        Path file = Path.of("..", "examples", example + ".yaml");
        if (ShotReader.read(file) instanceof ShotReader.Result.Accepted read) {
            Shot shot = Director.understand(read.draft()).shot();
            assertThat(shot.cast().size()).isLessThan(9);
            return director.stage(Director.understand(read.draft()));
        }
        return fail(example + " cannot be read");
    }
}
