package dev.beatboard.stage.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.ShotSize;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramingSolverTest {

    private static Landmarks standing(double height) {
        double k = height / 1.75;
        return new Landmarks(
                new Vec3(0, 1.75 * k, 0),
                new Vec3(0, 1.77 * k, -0.02),
                new Vec3(0, 1.64 * k, 0.09),
                new Vec3(0, 1.53 * k, 0.08),
                new Vec3(0, 1.44 * k, 0.03),
                new Vec3(0, 1.30 * k, 0),
                new Vec3(0, 1.05 * k, 0),
                new Vec3(0, 0.92 * k, 0),
                new Vec3(0, 0.50 * k, 0.02),
                new Vec3(0, 0, 0),
                new Vec3(0.19 * k, 1.42 * k, 0),
                new Vec3(-0.19 * k, 1.42 * k, 0),
                new Vec3(0.25, 0.8 * k, 0),
                new Vec3(-0.25, 0.8 * k, 0),
                Vec3.Z,
                Vec3.Z);
    }

    @Test
    void everySizeFromEverySidePutsTheBodyRangeOnItsHeights() {
        for (double height : new double[] {1.75, 1.6, 1.1}) {
            Landmarks body = standing(height);
            for (ShotSize size : ShotSize.values()) {
                SizeDefinition wanted = SizeDefinition.of(size);
                for (CameraSide side : CameraSide.values()) {
                    for (CameraAngle angle : List.of(CameraAngle.EYE_LEVEL, CameraAngle.LOW, CameraAngle.HIGH)) {
                        for (double aspect : new double[] {16.0 / 9, 1, 9.0 / 16, 2.39}) {
                            View view = new FramingSolver(Surroundings.OPEN, aspect)
                                    .solve(Framing.of(size, angle, side), body)
                                    .orElseThrow()
                                    .view();
                            String what = size + " " + side + " " + angle + " " + aspect + " " + height;
                            assertThat(view.project(wanted.top(body), aspect).y())
                                    .as(what)
                                    .isCloseTo(wanted.topAt(), within(1e-6));
                            assertThat(view.project(wanted.bottom(body), aspect).y())
                                    .as(what)
                                    .isCloseTo(wanted.bottomAt(), within(1e-6));
                        }
                    }
                }
            }
        }
    }

    @Test
    void eyesLieWherePracticeHasThemAndInTheMiddleForALookToTheLens() {
        Landmarks body = standing(1.75);
        assertThat(eyes(ShotSize.MEDIUM, CameraSide.FRONT, body).y()).isBetween(0.20, 0.26);
        assertThat(eyes(ShotSize.MEDIUM_CLOSE_UP, CameraSide.FRONT, body).y()).isBetween(0.25, 0.32);
        assertThat(eyes(ShotSize.CLOSE_UP, CameraSide.FRONT, body).y()).isBetween(0.32, 0.40);
        assertThat(eyes(ShotSize.CLOSE_UP, CameraSide.FRONT, body).x()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aProfileHasRoomBeforeTheNoseAndItsMirrorImageIsMirrored() {
        Landmarks body = standing(1.75);
        double fromLeft = eyes(ShotSize.MEDIUM, CameraSide.PROFILE_LEFT, body).x();
        double fromRight = eyes(ShotSize.MEDIUM, CameraSide.PROFILE_RIGHT, body).x();
        assertThat(fromLeft).isCloseTo(0.6, within(1e-9));
        assertThat(fromRight).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void aShortRoomGetsAShorterLensAndTheSameSize() {
        Box room = new Box(new Vec3(-2, 0, -2), new Vec3(2, 3, 2));
        Surroundings small = new Surroundings(List.of(room), List.of(), (a, b) -> true, Optional.empty());
        Landmarks body = standing(1.75);
        Framed framed = new FramingSolver(small, 16.0 / 9)
                .solve(Framing.of(ShotSize.MEDIUM_WIDE, CameraAngle.EYE_LEVEL, CameraSide.FRONT), body)
                .orElseThrow();
        assertThat(framed.lensChanged()).isTrue();
        assertThat(room.grownBy(-0.25).contains(framed.view().position())).isTrue();
        assertThat(framed.view().project(body.hair(), 16.0 / 9).y()).isCloseTo(0.08, within(1e-6));
    }

    @Test
    void aPillarInFrontIsGoneRound() {
        Box pillar = new Box(new Vec3(-0.05, 0, 0.6), new Vec3(0.05, 3, 0.7));
        Surroundings place = new Surroundings(List.of(), List.of(pillar), (a, b) -> true, Optional.empty());
        Framed framed = new FramingSolver(place, 16.0 / 9)
                .solve(Framing.of(ShotSize.MEDIUM, CameraAngle.EYE_LEVEL, CameraSide.FRONT), standing(1.75))
                .orElseThrow();
        assertThat(framed.hidden()).isFalse();
        assertThat(framed.turned()).isNotZero();
    }

    @Test
    void aChairBackAcrossTheWholeFrontIsLookedOver() {
        // As wide as all turns, so high that it hides the chest but not the eyes from a lens at chest height.
        Box back = new Box(new Vec3(-4, 0, 1.0), new Vec3(4, 1.45, 1.1));
        Surroundings place = new Surroundings(List.of(), List.of(back), (a, b) -> true, Optional.empty());
        Landmarks body = standing(1.75);
        Framed framed = new FramingSolver(place, 16.0 / 9)
                .solve(Framing.of(ShotSize.FULL, CameraAngle.EYE_LEVEL, CameraSide.FRONT), body)
                .orElseThrow();
        Vec3 lens = framed.view().position();
        assertThat(framed.hidden()).isFalse();
        assertThat(place.see(lens, body.chin())).isTrue();
        assertThat(place.see(lens, body.neck())).isTrue();
        assertThat(framed.view().project(body.hair(), 16.0 / 9).y()).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void aCloseUpStaysAtEyeLevelWhateverStandsInBetween() {
        Box wall = new Box(new Vec3(-4, 0, 0.5), new Vec3(4, 1.68, 0.6));
        Surroundings place = new Surroundings(List.of(), List.of(wall), (a, b) -> true, Optional.empty());
        Landmarks body = standing(1.75);
        Framed framed = new FramingSolver(place, 16.0 / 9)
                .solve(Framing.of(ShotSize.CLOSE_UP, CameraAngle.EYE_LEVEL, CameraSide.FRONT), body)
                .orElseThrow();
        assertThat(framed.view().position().y()).isCloseTo(body.eyes().y(), within(1e-9));
    }

    @Test
    void aSolvedPictureMeasuresAsTheSizeAsked() {
        Landmarks body = standing(1.75);
        for (ShotSize size : ShotSize.values()) {
            View view = new FramingSolver(Surroundings.OPEN, 16.0 / 9)
                    .solve(Framing.of(size, CameraAngle.EYE_LEVEL, CameraSide.THREE_QUARTER_LEFT), body)
                    .orElseThrow()
                    .view();
            ShotMeasure measure = ShotMeasure.of(view, body, 16.0 / 9);
            assertThat(measure.size()).isEqualTo(size);
            assertThat(measure.inside()).isTrue();
        }
    }

    private static Vec3 eyes(ShotSize size, CameraSide side, Landmarks body) {
        return new FramingSolver(Surroundings.OPEN, 16.0 / 9)
                .solve(Framing.of(size, CameraAngle.EYE_LEVEL, side), body)
                .orElseThrow()
                .view()
                .project(body.eyes(), 16.0 / 9);
    }
}
