package dev.beatboard.file.camera;

import dev.beatboard.file.Decimal;
import dev.beatboard.file.OutputFile;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import java.io.IOException;
import java.nio.file.Path;

/// Writes a camera as text in the layout of RealEstate10K, which camera-driven video models read: a
/// line of title, then one line a frame: time in microseconds, `fx fy cx cy` as shares of the
/// picture's width and height, two zeros (no distortion), and the 3x4 matrix cameraFromWorld row by
/// row. The camera looks along its +z with y down, as OpenCV has it; meters. The matrix K in
/// pixels, measured from the corner of the picture, is `fx * width, fy * height, cx * width, cy *
/// height`.
///
/// Source: google.github.io/realestate10k ("Data format").
public final class PoseFile {

    private static final int DIGITS = 9;

    private PoseFile() {}

    /// @param title the first line, where RealEstate10K has an address
    public static void write(Path target, CameraTrack camera, String title) throws IOException {
        OutputFile.write(target, text(camera, title));
    }

    static String text(CameraTrack camera, String title) {
        StringBuilder out = new StringBuilder(title.replaceAll("\\s+", " ").strip()).append('\n');
        for (int i = 0; i < camera.views().size(); i++) {
            View v = camera.views().get(i);
            // Microseconds from the clip's start, rounded down like every time of that set of data.
            long time = 1_000_000L
                    * camera.frame(i)
                    * camera.rate().denominator()
                    / camera.rate().numerator();
            out.append(time);
            double fx = 0.5 / v.tanHalfWidth();
            for (double d : new double[] {fx, fx * camera.aspect(), 0.5, 0.5, 0, 0}) {
                out.append(' ').append(Decimal.of(d, DIGITS));
            }
            Quat inverse = v.orientation().inverse();
            Vec3 moved = inverse.rotate(v.position()).negated();
            Vec3 x = inverse.rotate(Vec3.X);
            Vec3 y = inverse.rotate(Vec3.Y);
            Vec3 z = inverse.rotate(Vec3.Z);
            row(out, 1, x.x(), y.x(), z.x(), moved.x());
            row(out, -1, x.y(), y.y(), z.y(), moved.y());
            row(out, -1, x.z(), y.z(), z.z(), moved.z());
            out.append('\n');
        }
        return out.toString();
    }

    private static void row(StringBuilder out, int sign, double... numbers) {
        for (double d : numbers) {
            out.append(' ').append(Decimal.of(sign * d, DIGITS));
        }
    }
}
