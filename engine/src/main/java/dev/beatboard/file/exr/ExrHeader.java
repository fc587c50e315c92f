package dev.beatboard.file.exr;

import dev.beatboard.file.provenance.Xmp;
import dev.beatboard.frame.Chromaticities;
import dev.beatboard.frame.Cryptomatte;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The head of an OpenEXR file: what its channels are, what its colors mean, when its frame is,
/// through which lens it was seen, and where it comes from.
///
/// Source: "OpenEXR File Layout" and "Standard Attributes" (openexr.com); time code as in SMPTE
/// 12M, packed for 60-field television. Matrices are for row vectors, `p * worldToCamera`, as Imath
/// has them; the camera looks along its own -z with y up, and normalized device coordinates are -1
/// to 1 over the display window, y up.
final class ExrHeader {

    private static final int MAGIC = 20000630;
    private static final int VERSION = 2;
    private static final int LONG_NAMES = 0x400;
    private static final int MULTI_PART = 0x1000;
    /// The longest name that every reader takes.
    private static final int SHORT_NAME = 31;
    /// Of [#worldToNdc], meters.
    private static final double NEAR = 0.02;
    private static final double FAR = 10_000;

    private final ExrShot shot;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ExrHeader(ExrShot shot) {
        this.shot = shot;
    }

    byte[] bytes(PackedFrame frame, ExrShot.Moment moment) {
        boolean many = frame.options().multiPart();
        boolean longNames = frame.parts().stream()
                .flatMap(p -> p.channels().stream())
                .anyMatch(c -> c.name().length() > SHORT_NAME);
        int version = VERSION | (many ? MULTI_PART : 0) | (longNames ? LONG_NAMES : 0);
        out.writeBytes(little(8).putInt(MAGIC).putInt(version).array());
        for (PackedFrame.Part p : frame.parts()) {
            structure(frame, p);
            if (many) {
                text("name", p.layer());
                text("type", "scanlineimage");
                integer("chunkCount", p.blocks().size());
            }
            describe(frame, moment);
            out.write(0);
        }
        if (many) {
            out.write(0);
        }
        return out.toByteArray();
    }

    private void structure(PackedFrame frame, PackedFrame.Part part) {
        int left = (frame.width() - shot.displayWidth()) / 2;
        int top = (frame.height() - shot.displayHeight()) / 2;
        attribute("channels", "chlist", channelList(part.channels()));
        attribute("compression", "compression", new byte[] {frame.options().compression().code});
        attribute("dataWindow", "box2i", window(-left, -top, frame.width(), frame.height()));
        attribute("displayWindow", "box2i", window(0, 0, shot.displayWidth(), shot.displayHeight()));
        attribute("lineOrder", "lineOrder", new byte[] {0});
        number("pixelAspectRatio", 1);
        attribute("screenWindowCenter", "v2f", little(8).array());
        number("screenWindowWidth", 1);
    }

    private void describe(PackedFrame frame, ExrShot.Moment moment) {
        FrameRate rate = shot.rate();
        Chromaticities space = frame.options().space().chromaticities();
        ByteBuffer primaries = little(32);
        space.list().forEach(v -> primaries.putFloat(v.floatValue()));
        attribute("chromaticities", "chromaticities", primaries.array());
        attribute(
                "framesPerSecond",
                "rational",
                little(8).putInt(rate.numerator()).putInt(rate.denominator()).array());
        attribute(
                "timeCode",
                "timecode",
                little(8).putInt(timeCode(moment.n())).putInt(0).array());
        lens(moment);
        text("software", "Beatboard " + shot.slate().engineVersion());
        text("beatboard.colorSpace", frame.options().space().label());
        text("beatboard.title", shot.slate().title());
        text("beatboard.shot", shot.slate().shotDigest());
        text("beatboard.seed", Long.toString(shot.slate().seed()));
        text("beatboard.quality", shot.slate().quality());
        integer("beatboard.frame", moment.n());
        text("xmp", Xmp.packet(shot.slate()));
        for (String layer : List.of(Cryptomatte.OBJECTS, Cryptomatte.ACTORS)) {
            boolean here = frame.parts().stream()
                    .flatMap(p -> p.channels().stream())
                    .anyMatch(c -> c.name().startsWith(layer));
            if (here) {
                mattes(layer, layer.equals(Cryptomatte.OBJECTS) ? shot.objects() : shot.actors());
            }
        }
    }

    private void mattes(String layer, List<String> names) {
        String key = "cryptomatte/" + Cryptomatte.key(layer) + "/";
        text(key + "name", layer);
        text(key + "hash", "MurmurHash3_32");
        text(key + "conversion", "uint32_to_float32");
        text(key + "manifest", Cryptomatte.manifest(names));
    }

    private void lens(ExrShot.Moment moment) {
        View v = moment.view();
        number("focus", v.focusDistance());
        if (Double.isFinite(v.fNumber())) {
            number("aperture", v.fNumber());
        }
        number("expTime", moment.shutterSeconds());
        number("nominalFocalLength", v.focalLength());
        double aspect = (double) shot.displayWidth() / shot.displayHeight();
        attribute(
                "sensorOverallDimensions",
                "v2f",
                little(8)
                        .putFloat((float) v.sensorWidth())
                        .putFloat((float) (v.sensorWidth() / aspect))
                        .array());
        double[] camera = worldToCamera(v);
        matrix("worldToCamera", camera);
        matrix("worldToNDC", times(camera, cameraToNdc(v, aspect)));
    }

    private static double[] worldToCamera(View v) {
        Quat inverse = v.orientation().inverse();
        Vec3 x = inverse.rotate(Vec3.X);
        Vec3 y = inverse.rotate(Vec3.Y);
        Vec3 z = inverse.rotate(Vec3.Z);
        Vec3 t = inverse.rotate(v.position()).times(-1);
        return new double[] {
            x.x(), x.y(), x.z(), 0, y.x(), y.y(), y.z(), 0, z.x(), z.y(), z.z(), 0, t.x(), t.y(), t.z(), 1
        };
    }

    private static double[] cameraToNdc(View v, double aspect) {
        double k = 1 / v.tanHalfWidth();
        double depth = (FAR + NEAR) / (NEAR - FAR);
        double shift = 2 * FAR * NEAR / (NEAR - FAR);
        return new double[] {k, 0, 0, 0, 0, k * aspect, 0, 0, 0, 0, depth, -1, 0, 0, shift, 0};
    }

    private static double[] times(double[] a, double[] b) {
        double[] m = new double[16];
        for (int i = 0; i < 16; i++) {
            for (int k = 0; k < 4; k++) {
                m[i] += a[i / 4 * 4 + k] * b[4 * k + i % 4];
            }
        }
        return m;
    }

    private void matrix(String name, double[] m) {
        ByteBuffer b = little(64);
        for (double v : m) {
            b.putFloat((float) v);
        }
        attribute(name, "m44f", b.array());
    }

    private static byte[] channelList(List<Channel> channels) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (Channel c : channels) {
            name(list, c.name());
            list.writeBytes(little(16)
                    .putInt(c.sample().ordinal())
                    .putInt(0)
                    .putInt(1)
                    .putInt(1)
                    .array());
        }
        list.write(0);
        return list.toByteArray();
    }

    private static byte[] window(int left, int top, int width, int height) {
        return little(16)
                .putInt(left)
                .putInt(top)
                .putInt(left + width - 1)
                .putInt(top + height - 1)
                .array();
    }

    /// Binary-coded decimals. Above 30 frames a second two frames share a count, told apart by the
    /// field bit.
    private int timeCode(int n) {
        FrameRate rate = shot.rate();
        Timecode.Label t = Timecode.of(rate).at(n);
        boolean fast = rate.numerator() > 31L * rate.denominator();
        int count = fast ? t.frames() / 2 : t.frames();
        int field = fast ? t.frames() % 2 : 0;
        return decimal(count)
                | decimal(t.seconds()) << 8
                | field << 15
                | decimal(t.minutes()) << 16
                | decimal(t.hours()) << 24;
    }

    private static int decimal(int v) {
        return v / 10 << 4 | v % 10;
    }

    private void number(String name, double value) {
        attribute(name, "float", little(4).putFloat((float) value).array());
    }

    private void integer(String name, int value) {
        attribute(name, "int", little(4).putInt(value).array());
    }

    private void text(String name, String value) {
        attribute(name, "string", value.getBytes(StandardCharsets.UTF_8));
    }

    private void attribute(String name, String type, byte[] value) {
        name(out, name);
        name(out, type);
        out.writeBytes(little(4).putInt(value.length).array());
        out.writeBytes(value);
    }

    private static void name(ByteArrayOutputStream to, String name) {
        to.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        to.write(0);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
