package dev.beatboard.file.camera;

import dev.beatboard.file.Decimal;
import dev.beatboard.file.OutputFile;
import dev.beatboard.math.RotationOrder;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import java.io.IOException;
import java.nio.file.Path;

/// Writes a camera as Nuke's `.chan`: one line a frame, `FRAME TX TY TZ RX RY RZ VFOV`, meters and
/// degrees, y up, turns in the order ZXY (Nuke's own), the vertical field of view of the picture.
/// Curves are smooth but for cuts.
///
/// Source: the columns are those of Nuke's Axis and Camera nodes ("Import chan file") and of
/// Blender's add-on "Nuke Animation Format", which reads the same.
public final class ChanFile {

    /// The order in which the turns of a `.chan` are meant unless somebody says otherwise.
    public static final RotationOrder ORDER = RotationOrder.ZXY;

    private static final int DIGITS = 9;

    private ChanFile() {}

    public static void write(Path target, CameraTrack camera) throws IOException {
        OutputFile.write(target, text(camera));
    }

    static String text(CameraTrack camera) {
        StringBuilder out = new StringBuilder();
        Vec3 turns = Vec3.ZERO;
        for (int i = 0; i < camera.views().size(); i++) {
            View v = camera.views().get(i);
            turns = ORDER.degrees(v.orientation(), camera.begins(i) ? Vec3.ZERO : turns);
            out.append(camera.number(i));
            numbers(out, v.position());
            numbers(out, turns);
            double fov = 2 * StrictMath.toDegrees(StrictMath.atan(camera.tanHalfHeight(i)));
            out.append('\t').append(Decimal.of(fov, DIGITS)).append('\n');
        }
        return out.toString();
    }

    private static void numbers(StringBuilder out, Vec3 v) {
        for (double d : new double[] {v.x(), v.y(), v.z()}) {
            out.append('\t').append(Decimal.of(d, DIGITS));
        }
    }
}
