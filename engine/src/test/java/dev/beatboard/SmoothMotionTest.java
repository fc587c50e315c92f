package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.asset.Library;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.track.Pose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No bone of anybody jumps from one frame to the next; eyes and lids may, it is what they do. Fingers and toes go with
/// hands and feet.
@Tag("assets")
class SmoothMotionTest {

    /// Fastest turn of a bone, degrees a frame at 24 frames a second: a hand that opens, a wave.
    private static final double FASTEST = 28;
    /// Greatest change of that from frame to frame; feet strike the floor.
    private static final double JERKIEST = 11;

    private static final double FOOT_JERKIEST = 16;

    @ParameterizedTest
    @ValueSource(strings = {"corridor", "dialogue", "talking-head", "eight", "sixteen"})
    void noBoneJumps(String example) throws IOException {
        Library library = Library.open(Library.defaultRoot());
        if (!library.hasPeople()) {
            String remedy = "the people are not installed: ./beatboard assets install";
            if ("1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
                fail(remedy);
            }
            assumeTrue(false, remedy);
        }
        try (Director director = new Director(library, 1)) {
            Take take = stage(director, example);
            for (Actor a : take.play().stage().actors()) {
                follow(take, a);
            }
        }
    }

    private static void follow(Take take, Actor a) {
        List<Integer> cuts = take.play().camera().cuts();
        int bones = a.rig().count();
        Pose last = take.play().pose(a.index(), 0);
        Vec3[] before = null;
        for (int n = 1; n < take.shot().frames(); n++) {
            Pose pose = take.play().pose(a.index(), n);
            // What eyes are on may change with the lens at a cut, unseen.
            Vec3[] turns = cuts.contains(n) ? null : new Vec3[bones];
            for (int b = 0; turns != null && b < bones; b++) {
                String bone = a.rig().bones().get(b);
                if (bone.matches("(eye|orbicularis|finger|metacarpal|toe).*")) {
                    continue;
                }
                turns[b] = turn(last.rotations().get(b), pose.rotations().get(b));
                String where = String.format(
                        Locale.ROOT, "%s, frame %d, %s", a.performer().name(), n, bone);
                assertThat(turns[b].length()).as(where).isLessThan(FASTEST);
                if (before != null) {
                    boolean foot = bone.startsWith("foot") || bone.startsWith("toe") || bone.startsWith("lowerleg");
                    assertThat(turns[b].distanceTo(before[b])).as(where).isLessThan(foot ? FOOT_JERKIEST : JERKIEST);
                }
            }
            before = turns;
            last = pose;
        }
    }

    /// As a rotation vector in degrees.
    private static Vec3 turn(Quat from, Quat to) {
        Quat q = to.times(from.inverse());
        Vec3 x = q.rotate(Vec3.X);
        Vec3 y = q.rotate(Vec3.Y);
        Vec3 z = q.rotate(Vec3.Z);
        Vec3 axis = new Vec3(y.z() - z.y(), z.x() - x.z(), x.y() - y.x());
        double angle = StrictMath.toDegrees(StrictMath.atan2(axis.length() / 2, (x.x() + y.y() + z.z() - 1) / 2));
        return axis.length() < 1e-12 ? Vec3.ZERO : axis.normalized().times(angle);
    }

    private static Take stage(Director director, String example) throws IOException {
        Path file = Path.of("..", "examples", example + ".yaml");
        return switch (ShotReader.read(file)) {
            case ShotReader.Result.Accepted a -> director.stage(Director.understand(a.draft()));
            case ShotReader.Result.Refused r -> throw new AssertionError(r.problems());
        };
    }
}
