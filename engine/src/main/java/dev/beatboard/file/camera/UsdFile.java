package dev.beatboard.file.camera;

import dev.beatboard.file.Decimal;
import dev.beatboard.file.FileNumber;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Slate;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Shot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Writes a camera, the people and locators before it, and the keyframes as a USD stage in text
/// (`.usda`).
///
/// The stage is in centimeters (`metersPerUnit = 0.01`): lens lengths are tenths of a scene unit,
/// so that they then are millimeters, also for programs that take them for such whatever the unit.
/// One time code is one frame, numbered as the files are. A cut is two samples close around the
/// middle between its frames, so that neither motion blur nor a slowed-down play sees anything
/// between two set-ups.
///
/// Source: openusd.org, "UsdGeomCamera" (units of `focalLength`, `horizontalAperture`,
/// `verticalAperture`; `fStop` 0 turns depth of field off; `shutter:open` and `shutter:close` in
/// frames), "UsdGeomXformOp", "USDA file format".
public final class UsdFile {

    private static final double UNITS_PER_METER = 100;
    private static final int DIGITS = 9;
    /// Nearest and farthest that is seen, meters.
    private static final double NEAR = 0.05;

    private static final double FAR = 10_000;
    /// What stands for an infinite distance of focus, meters.
    private static final double FAR_FOCUS = 100_000;
    /// How far the two samples of a cut are from its middle, frames.
    private static final double CUT = 0.001;
    /// The shutter is open for half a frame, the frame's time in its middle.
    private static final double HALF_SHUTTER = 0.25;

    private final CameraTrack camera;
    private final StringBuilder out = new StringBuilder();

    private UsdFile(CameraTrack camera) {
        this.camera = camera;
    }

    /// @param locators people, things and locators that get a transform of their own
    /// @param slate where the clip comes from
    public static void write(Path target, CameraTrack camera, Shot shot, List<Locator> locators, Slate slate)
            throws IOException {
        OutputFile.write(target, text(camera, shot, locators, slate));
    }

    static String text(CameraTrack camera, Shot shot, List<Locator> locators, Slate slate) {
        UsdFile file = new UsdFile(camera);
        file.head(shot, slate);
        file.camera();
        file.locators(locators);
        file.out.append("}\n");
        return file.out.toString();
    }

    private void head(Shot shot, Slate slate) {
        int last = camera.views().size() - 1;
        double rate = (double) camera.rate().numerator() / camera.rate().denominator();
        out.append("#usda 1.0\n(\n")
                .append("    defaultPrim = \"Shot\"\n")
                .append("    doc = ")
                .append(UsdText.quoted(slate.line()))
                .append('\n')
                .append("    endTimeCode = ")
                .append(camera.number(last))
                .append('\n')
                .append("    framesPerSecond = ")
                .append(Double.toString(rate))
                .append('\n')
                .append("    metersPerUnit = 0.01\n")
                .append("    startTimeCode = ")
                .append(camera.number(0))
                .append('\n')
                .append("    timeCodesPerSecond = ")
                .append(Double.toString(rate))
                .append('\n')
                .append("    upAxis = \"Y\"\n)\n\n")
                .append("def Xform \"Shot\" (\n    customData = {\n        dictionary beatboard = {\n");
        value("string title", UsdText.quoted(slate.title()));
        value("string shotDigest", UsdText.quoted(slate.shotDigest()));
        value("string seed", UsdText.quoted(Long.toString(slate.seed())));
        value("string engine", UsdText.quoted(slate.engineVersion()));
        out.append("            dictionary keyframes = {\n");
        for (int k = 0; k < shot.keyframes().size(); k++) {
            int n = shot.frameOf(k);
            out.append("                dictionary ")
                    .append(UsdText.padded("keyframe", k + 1))
                    .append(" = {\n");
            value("        int frame", Integer.toString(FileNumber.of(n)));
            value("        double seconds", Decimal.of(n * camera.rate().frameSeconds(), DIGITS));
            value(
                    "        string prompt",
                    UsdText.quoted(shot.keyframes().get(k).prompt()));
            out.append("                }\n");
        }
        out.append("            }\n        }\n    }\n    kind = \"group\"\n)\n{\n");
    }

    private void value(String declared, String value) {
        out.append("            ").append(declared).append(" = ").append(value).append('\n');
    }

    private void camera() {
        out.append("    def Camera \"Camera\"\n    {\n");
        out.append("        float2 clippingRange = (")
                .append(Decimal.of(NEAR * UNITS_PER_METER, DIGITS))
                .append(", ")
                .append(Decimal.of(FAR * UNITS_PER_METER, DIGITS))
                .append(")\n");
        lens("focalLength", View::focalLength);
        lens("focusDistance", v -> UNITS_PER_METER * Math.min(FAR_FOCUS, v.focusDistance()));
        lens("fStop", v -> Double.isInfinite(v.fNumber()) ? 0 : v.fNumber());
        lens("horizontalAperture", View::sensorWidth);
        out.append("        float horizontalApertureOffset = 0\n");
        out.append("        token projection = \"perspective\"\n");
        out.append("        double shutter:close = ").append(HALF_SHUTTER).append('\n');
        out.append("        double shutter:open = ").append(-HALF_SHUTTER).append('\n');
        lens("verticalAperture", v -> v.sensorWidth() / camera.aspect());
        out.append("        float verticalApertureOffset = 0\n");
        out.append("        matrix4d xformOp:transform.timeSamples = {\n");
        for (int i = 0; i < camera.views().size(); i++) {
            String matrix = matrix(camera.views().get(i));
            sample(i, matrix, i == 0 ? matrix : matrix(camera.views().get(i - 1)), true);
        }
        out.append("        }\n        uniform token[] xformOpOrder = [\"xformOp:transform\"]\n    }\n");
    }

    /// A value of the lens: one if it stays, else a sample per frame.
    private void lens(String name, ToDoubleFunction<View> of) {
        List<String> values = camera.views().stream()
                .map(v -> Decimal.of(of.applyAsDouble(v), DIGITS))
                .toList();
        out.append("        float ").append(name);
        samples(values, true);
    }

    /// @param cut whether the value jumps where the camera does
    private void samples(List<String> values, boolean cut) {
        if (new HashSet<>(values).size() == 1) {
            out.append(" = ").append(values.getFirst()).append('\n');
            return;
        }
        out.append(".timeSamples = {\n");
        for (int i = 0; i < values.size(); i++) {
            sample(i, values.get(i), values.get(Math.max(0, i - 1)), cut);
        }
        out.append("        }\n");
    }

    private void sample(int i, String value, String before, boolean cut) {
        if (cut && i > 0 && camera.begins(i)) {
            line(Decimal.of(camera.number(i) - 0.5 - CUT, DIGITS), before);
            line(Decimal.of(camera.number(i) - 0.5 + CUT, DIGITS), value);
        }
        line(Integer.toString(camera.number(i)), value);
    }

    private void line(String time, String value) {
        out.append("            ").append(time).append(": ").append(value).append(",\n");
    }

    /// worldFromCamera as USD has it: rows are the images of the axes, the last is the place.
    private static String matrix(View v) {
        Vec3 back = v.forward().negated();
        return "( " + row(v.right(), 0) + ", " + row(v.up(), 0) + ", " + row(back, 0) + ", "
                + row(v.position().times(UNITS_PER_METER), 1) + " )";
    }

    private static String row(Vec3 v, int last) {
        return "(" + point(v) + ", " + last + ")";
    }

    private static String point(Vec3 v) {
        return Decimal.of(v.x(), DIGITS) + ", " + Decimal.of(v.y(), DIGITS) + ", " + Decimal.of(v.z(), DIGITS);
    }

    private void locators(List<Locator> locators) {
        Set<String> taken = new HashSet<>(Set.of("Camera"));
        for (Locator m : locators) {
            if (m.positions().size() != 1
                    && m.positions().size() != camera.views().size()) {
                throw new IllegalArgumentException(
                        "The locator \"" + m.name() + "\" has " + m.positions().size() + " places, the camera "
                                + camera.views().size() + " views");
            }
            out.append("\n    def Xform \"")
                    .append(UsdText.identifier(m.name(), taken))
                    .append("\" (\n")
                    .append("        customData = {\n            string name = ")
                    .append(UsdText.quoted(m.name()))
                    .append("\n        }\n    )\n    {\n");
            List<String> places = new ArrayList<>();
            m.positions().forEach(p -> places.add("(" + point(p.times(UNITS_PER_METER)) + ")"));
            out.append("        double3 xformOp:translate");
            samples(places, false);
            out.append("        uniform token[] xformOpOrder = [\"xformOp:translate\"]\n    }\n");
        }
    }
}
