package dev.beatboard.motion.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.CameraSupport;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Stature;
import dev.beatboard.shot.Target;
import dev.beatboard.shot.Transition;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.camera.Landmarks;
import dev.beatboard.stage.camera.ShotMeasure;
import dev.beatboard.stage.set.FilmSet;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CameraPlannerTest {

    private static final double ASPECT = 16.0 / 9;

    @Test
    void aPushInLandsOnTheCloseUpAtRest() {
        Shot shot = shot(
                at(0, size(ShotSize.MEDIUM, Optional.of(CameraMoveKind.PUSH_IN), Transition.AUTO)),
                at(4, size(ShotSize.CLOSE_UP, Optional.empty(), Transition.AUTO)));
        CameraPlan plan = plan(shot, standing());

        assertThat(plan.cuts()).containsExactly(0);
        assertThat(measure(plan, 0).size()).isEqualTo(ShotSize.MEDIUM);
        assertThat(measure(plan, 96).size()).isEqualTo(ShotSize.CLOSE_UP);
        assertThat(plan.view(95).position().distanceTo(plan.view(96).position()))
                .isLessThan(0.002);
        assertThat(plan.view(47).position().distanceTo(plan.view(48).position()))
                .isGreaterThan(0.005);
    }

    @Test
    void nothingJumpsBetweenCuts() {
        Shot shot = shot(
                at(0, size(ShotSize.WIDE, Optional.empty(), Transition.AUTO)),
                at(3, size(ShotSize.MEDIUM, Optional.of(CameraMoveKind.ORBIT_LEFT), Transition.AUTO)),
                at(6, size(ShotSize.CLOSE_UP, Optional.empty(), Transition.CUT)));
        CameraPlan plan = plan(shot, standing());

        assertThat(plan.cuts()).containsExactly(0, 144);
        for (int n = 2; n < shot.frames(); n++) {
            if (plan.cuts().contains(n) || plan.cuts().contains(n - 1)) {
                continue;
            }
            Vec3 now = plan.view(n).position().minus(plan.view(n - 1).position());
            Vec3 before = plan.view(n - 1).position().minus(plan.view(n - 2).position());
            assertThat(now.minus(before).length()).as("frame " + n).isLessThan(0.02);
        }
    }

    @Test
    void aStaticCameraIsStaticToTheBit() {
        CameraDirection still = new CameraDirection(
                Optional.of(ShotSize.MEDIUM),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(CameraSupport.STATIC),
                Optional.empty(),
                Transition.AUTO);
        CameraPlan plan = plan(shot(at(0, still)), standing());
        for (View v : plan.views()) {
            assertThat(v).isEqualTo(plan.view(0));
        }
    }

    @Test
    void theFramingTravelsWithWhoWalks() {
        CameraPlan plan = plan(shot(at(0, size(ShotSize.MEDIUM, Optional.empty(), Transition.AUTO))), walking());
        for (int n = 24; n < 200; n += 24) {
            ShotMeasure m = ShotMeasure.of(plan.view(n), walking().landmarks(0, n / 24.0), ASPECT);
            assertThat(m.size()).isEqualTo(ShotSize.MEDIUM);
            assertThat(m.deviation()).isLessThan(0.05);
            assertThat(m.eyesFromLeft()).isCloseTo(0.5, within(0.02));
        }
    }

    private static ShotMeasure measure(CameraPlan plan, int n) {
        return ShotMeasure.of(plan.view(n), standing().landmarks(0, n / 24.0), ASPECT);
    }

    private static Bodies standing() {
        return company(0);
    }

    private static Bodies walking() {
        return company(1.3);
    }

    private static Bodies company(double speed) {
        return new Bodies() {
            @Override
            public Landmarks landmarks(int actor, double t) {
                return person(speed * t);
            }

            @Override
            public Vec3 anchor(int actor, double t) {
                return new Vec3(0, 0, speed * t);
            }
        };
    }

    private static Landmarks person(double z) {
        return new Landmarks(
                new Vec3(0, 1.75, z),
                new Vec3(0, 1.77, z - 0.02),
                new Vec3(0, 1.64, z + 0.09),
                new Vec3(0, 1.53, z + 0.08),
                new Vec3(0, 1.44, z + 0.03),
                new Vec3(0, 1.30, z),
                new Vec3(0, 1.05, z),
                new Vec3(0, 0.92, z),
                new Vec3(0, 0.50, z + 0.02),
                new Vec3(0, 0, z),
                new Vec3(0.19, 1.42, z),
                new Vec3(-0.19, 1.42, z),
                new Vec3(0.25, 0.8, z),
                new Vec3(-0.25, 0.8, z),
                Vec3.Z,
                Vec3.Z);
    }

    private static CameraPlan plan(Shot shot, Bodies company) {
        Box room = new Box(new Vec3(-6, 0, -8), new Vec3(6, 4, 30));
        FilmSet set = new FilmSet(
                SetKind.STUDIO,
                List.of(),
                List.of(),
                List.of(),
                new Sky.Uniform(Rgb.WHITE),
                List.of(room),
                new Box(new Vec3(-2, 0, -2), new Vec3(2, 2, 2)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Score score = new Score(
                0,
                Vec3.ZERO,
                0,
                List.of(new Cue.Walk(
                        -3,
                        List.of(new Vec3(0, 0, -3.9), new Vec3(0, 0, 20)),
                        1.3,
                        Cue.Style.PLAIN,
                        Optional.empty())));
        return CameraPlanner.plan(shot, set, List.of(score), company);
    }

    private static CameraDirection size(ShotSize size, Optional<CameraMoveKind> move, Transition transition) {
        return new CameraDirection(
                Optional.of(size),
                Optional.empty(),
                List.of(new Target.Person("p")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                move.map(m -> new CameraDirection.Move(m, Pace.NATURAL, Optional.empty())),
                transition);
    }

    private static Keyframe at(long seconds, CameraDirection camera) {
        return new Keyframe(
                Time.seconds(seconds),
                "",
                camera,
                List.of(),
                LightDirection.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Shot shot(Keyframe... keyframes) {
        Performer p = new Performer(
                "p",
                "",
                Sex.MALE,
                30,
                Build.AVERAGE,
                Stature.AVERAGE,
                Heritage.ASIAN,
                new Performer.Hair(HairStyle.SHORT, Optional.empty()),
                List.of());
        return new Shot(
                "test", Time.seconds(9), FrameRate.FILM, 1920, 1080, 1, SetKind.STUDIO, List.of(p), List.of(keyframes));
    }
}
