package dev.beatboard.file.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.file.Tools;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChanFileTest {

    @TempDir
    Path folder;

    private static CameraFile.Result.Accepted accepted(CameraFile.Result r) {
        assertThat(r).isInstanceOf(CameraFile.Result.Accepted.class);
        return (CameraFile.Result.Accepted) r;
    }

    @Test
    void aKnownCameraGivesTheKnownLine() {
        // 36 x 20.25 mm behind 20.25 / 2 mm: the vertical field is a right angle.
        View v = new View(new Vec3(1, 1.5, -2), Quat.about(Vec3.Y, StrictMath.toRadians(90)), 10.125, 36, 3, 4);
        CameraTrack track = new CameraTrack(List.of(v, v), List.of(0), Cameras.FILM_NTSC, 1920, 1080, 5);
        assertThat(ChanFile.text(track)).isEqualTo("1006\t1\t1.5\t-2\t0\t90\t0\t90\n1007\t1\t1.5\t-2\t0\t90\t0\t90\n");
    }

    @Test
    void whatWasWrittenIsFollowed() throws IOException {
        CameraTrack track = Cameras.moving(48);
        Path file = folder.resolve("camera.chan");
        ChanFile.write(file, track);
        CameraFile.Result.Accepted read = accepted(CameraFile.read(file, track, CameraFile.Wanted.ANY));
        assertThat(read.cuts()).isEqualTo(track.cuts());
        assertThat(read.notices()).isEmpty();
        Vec3 point = new Vec3(0.2, 1.3, -0.4);
        for (int n = 0; n < 48; n++) {
            View a = track.views().get(n);
            View b = read.views().get(n);
            assertThat(a.position().distanceTo(b.position())).isLessThan(1e-5);
            double turn = a.orientation()
                    .inverse()
                    .times(b.orientation())
                    .toRotationVector()
                    .length();
            assertThat(StrictMath.toDegrees(turn)).isLessThan(1e-4);
            assertThat(b.focusDistance()).isCloseTo(a.focusDistance(), within(1e-5));
            assertThat(b.fNumber()).isEqualTo(a.fNumber());
            Vec3 seen = b.project(point, track.aspect());
            assertThat(seen.distanceTo(a.project(point, track.aspect()))).isLessThan(1e-7);
        }
    }

    @Test
    void curvesDoNotJumpButAtCuts() {
        String[] lines = ChanFile.text(Cameras.moving(60)).split("\n");
        for (int n = 1; n < lines.length; n++) {
            for (int c = 4; c < 7; c++) {
                double step = Double.parseDouble(lines[n].split("\t")[c])
                        - Double.parseDouble(lines[n - 1].split("\t")[c]);
                assertThat(n == 20 || StrictMath.abs(step) < 30)
                        .as("frame %d", n)
                        .isTrue();
            }
        }
    }

    @Test
    void blenderPutsItsCameraWhereOursIs() throws IOException, InterruptedException {
        Tools.need("blender");
        CameraTrack track = Cameras.moving(24);
        Path chan = folder.resolve("camera.chan");
        ChanFile.write(chan, track);
        Path script = folder.resolve("read.py");
        // The add-on writes what is drawn at each frame: Blender's z up turned back, points projected by Blender.
        Files.writeString(script, """
                import bpy, sys, addon_utils
                from mathutils import Vector, Matrix
                from math import radians
                from bpy_extras.object_utils import world_to_camera_view
                addon_utils.enable("io_anim_nuke_chan")
                scene = bpy.context.scene
                camera = scene.camera
                bpy.context.view_layer.objects.active = camera
                camera.rotation_mode = "QUATERNION"
                scene.render.resolution_x, scene.render.resolution_y = 1920, 1080
                bpy.ops.import_scene.import_chan(filepath=sys.argv[-1], rotation_order="ZXY", z_up=True,
                    sensor_width=36, sensor_height=20.25)
                up = Matrix.Rotation(radians(90), 4, "X")
                for frame in range(1001, 1025):
                    scene.frame_set(frame)
                    p = world_to_camera_view(scene, camera, up @ Vector((0.2, 1.3, -0.4)))
                    print("SEEN", frame, p.x, 1 - p.y, p.z)
                """);
        String said = Tools.output(List.of(
                "blender",
                "-b",
                "--factory-startup",
                "--python-exit-code",
                "3",
                "-P",
                script.toString(),
                "--",
                chan.toString()));
        List<String> seen = said.lines().filter(l -> l.startsWith("SEEN")).toList();
        assertThat(seen).hasSize(24);
        for (int n = 0; n < 24; n++) {
            String[] words = seen.get(n).split(" ");
            Vec3 ours = track.views().get(n).project(new Vec3(0.2, 1.3, -0.4), track.aspect());
            String where = String.format(Locale.ROOT, "frame %d", n);
            // A tenth of a pixel.
            assertThat(1920 * StrictMath.abs(Double.parseDouble(words[2]) - ours.x()))
                    .as(where)
                    .isLessThan(0.1);
            assertThat(1080 * StrictMath.abs(Double.parseDouble(words[3]) - ours.y()))
                    .as(where)
                    .isLessThan(0.1);
        }
    }
}
