package dev.beatboard.file.exr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.file.Slate;
import dev.beatboard.file.Tools;
import dev.beatboard.frame.ColorChart;
import dev.beatboard.frame.ColorMatrix;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.time.FrameRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Known colors keep their values through files of every space: a gray card, a chart, and highlights
/// far brighter than white, of light and of colored light.
class ColorRoundTripTest {

    /// The largest relative error of a half that is rounded to the nearest, 2^-11, and a little for
    /// the single precision of the matrix.
    private static final double HALF = 1.01 / 2048;

    /// Half a step of the smallest halves.
    private static final double LEAST = 1e-7;

    /// Primary lamps, brighter than white by two and four stops.
    private static final double[][] LAMPS = {
        {4, 0, 0}, {0, 4, 0}, {0, 0, 4}, {16, 0, 0}, {0, 16, 0}, {0, 0, 16}, {16, 9, 4}, {4, 9, 16}
    };

    /// A config whose conversions are those that OpenColorIO has built in.
    private static final String CONFIG = """
            ocio_profile_version: 2
            search_path: ""
            strictparsing: true
            roles: {default: acescg, scene_linear: acescg, reference: acescg}
            displays:
              none:
                - !<View> {name: raw, colorspace: acescg}
            active_displays: []
            active_views: []
            colorspaces:
              - !<ColorSpace>
                name: acescg
              - !<ColorSpace>
                name: linear-rec709
                from_scene_reference: !<BuiltinTransform> {style: UTILITY - ACES-AP1_to_LINEAR-REC709_BFD}
              - !<ColorSpace>
                name: aces2065-1
                from_scene_reference: !<BuiltinTransform> {style: ACEScg_to_ACES2065-1}
            """;

    @TempDir
    Path folder;

    private static List<double[]> colors() {
        List<double[]> all = new ArrayList<>();
        for (double gray : new double[] {0.18, 1, 4, 16}) {
            all.add(new double[] {gray, gray, gray});
        }
        all.addAll(List.of(LAMPS));
        ColorChart.PATCHES.forEach(p -> all.add(p.rec709()));
        return all;
    }

    @ParameterizedTest
    @EnumSource(ColorSpace.class)
    void colorsComeBackWithinTheRoundingOfHalfFloats(ColorSpace space) throws IOException {
        assertThat(off(written(space), space.fromRec709().inverse())).isEmpty();
    }

    @Test
    void anotherSpacesMatrixIsFound() throws IOException {
        // White and gray are the same in all.
        assertThat(off(
                        written(ColorSpace.ACES2065_1),
                        ColorSpace.ACESCG.fromRec709().inverse()))
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(ColorSpace.class)
    void aGrayCardIsGray(ColorSpace space) throws IOException {
        Frame frame = written(space);
        for (String plane : List.of("R", "G", "B")) {
            // 0.18 lies between two halves that are 2^-13 apart.
            assertThat(frame.plane(plane).values()[0]).isBetween(0.18f - 1 / 16384f, 0.18f + 1 / 16384f);
            assertThat(frame.plane(plane).values()[1]).isEqualTo(1);
            assertThat(frame.plane(plane).values()[2]).isEqualTo(4);
            assertThat(frame.plane(plane).values()[3]).isEqualTo(16);
        }
    }

    /// OpenColorIO's own conversion of our Rec.709 file is our file of the other space.
    @ParameterizedTest
    @EnumSource(
            value = ColorSpace.class,
            names = {"ACESCG", "ACES2065_1"})
    void openColorIoConvertsToTheSameColors(ColorSpace space) throws IOException, InterruptedException {
        Tools.need("oiiotool");
        Frame ours = written(space);
        written(ColorSpace.LINEAR_REC709);
        Path config = Files.writeString(folder.resolve("c.ocio"), CONFIG);
        Path there = folder.resolve("converted.exr");
        Tools.output(List.of(
                "oiiotool",
                "--colorconfig",
                config.toString(),
                file(ColorSpace.LINEAR_REC709).toString(),
                "-d",
                "float",
                "--ch",
                "R,G,B",
                "--colorconvert",
                "linear-rec709",
                space.label(),
                "-o",
                there.toString()));
        Frame theirs = ExrReader.read(there).frame();
        ColorMatrix m = space.fromRec709();
        List<double[]> colors = colors();
        for (int i = 0; i < colors.size(); i++) {
            for (int c = 0; c < 3; c++) {
                String plane = "RGB".substring(c, c + 1);
                double b = theirs.plane(plane).values()[i];
                double error = Math.abs(ours.plane(plane).values()[i] - b);
                // The Rec.709 file is rounded before the conversion, ours after it.
                assertThat(error)
                        .as("%s of color %d", plane, i)
                        .isLessThan(bound(m, colors.get(i), c) + HALF * Math.abs(b) + 4e-6 * 16);
            }
        }
    }

    /// Which colors do not come back.
    private static List<String> off(Frame file, ColorMatrix back) {
        List<String> off = new ArrayList<>();
        List<double[]> colors = colors();
        for (int i = 0; i < colors.size(); i++) {
            double[] stored = {
                file.plane("R").values()[i],
                file.plane("G").values()[i],
                file.plane("B").values()[i]
            };
            double[] found = back.apply(stored);
            for (int c = 0; c < 3; c++) {
                if (Math.abs(found[c] - colors.get(i)[c]) > bound(back, stored, c)) {
                    off.add(i + " " + c + ": " + found[c] + " for " + colors.get(i)[c]);
                }
            }
        }
        return off;
    }

    /// How far row `c` of a matrix carries the rounding of three halves, and that of the floats they
    /// were before.
    private static double bound(ColorMatrix m, double[] halves, int c) {
        double bound = LEAST;
        for (int j = 0; j < 3; j++) {
            bound += Math.abs(m.at(c, j)) * (HALF * Math.abs(halves[j]) + LEAST);
        }
        return bound;
    }

    private Path file(ColorSpace space) {
        return folder.resolve(space.label() + ".exr");
    }

    private Frame written(ColorSpace space) throws IOException {
        List<double[]> colors = colors();
        int n = colors.size();
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            float[] values = new float[n];
            for (int i = 0; i < n; i++) {
                values[i] = (float) colors.get(i)[c];
            }
            planes.add(new Plane("RGB".substring(c, c + 1), n, 1, values));
        }
        ExrShot shot = new ExrShot(
                FrameRate.FILM, new Slate("Chart", "abc123", 7, "0.1.0", "final"), List.of(), List.of(), n, 1);
        View view = new View(Vec3.ZERO, Quat.about(Vec3.Y, 0), 50, 36, 4, 2.8);
        new ExrWriter(shot)
                .write(
                        file(space),
                        new Frame(n, 1, planes),
                        new ExrOptions(space, false, ExrOptions.Compression.ZIP),
                        new ExrShot.Moment(0, view, 1 / 48.0));
        return ExrReader.read(file(space)).frame();
    }
}
