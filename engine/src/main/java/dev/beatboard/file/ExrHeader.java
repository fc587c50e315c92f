package dev.beatboard.file;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The head of an OpenEXR file: what its channels are, what its colors mean, when its frame is, and where it comes
/// from.
///
/// Source: "OpenEXR File Layout" (openexr.com); time code as in SMPTE 12M, packed for 60-field television.
final class ExrHeader {

    private static final int MAGIC = 20000630;
    private static final int VERSION = 2;
    private static final int ZIP = 3;
    /// Rec.709 primaries and D65, as x, y of red, green, blue and white.
    private static final float[] REC_709 = {0.64f, 0.33f, 0.30f, 0.60f, 0.15f, 0.06f, 0.3127f, 0.3290f};

    private final FrameRate rate;
    private final Slate slate;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ExrHeader(FrameRate rate, Slate slate) {
        this.rate = rate;
        this.slate = slate;
    }

    byte[] bytes(ExrWriter.Packed frame, List<ExrWriter.Channel> channels, int n) {
        out.writeBytes(little(8).putInt(MAGIC).putInt(VERSION).array());
        attribute("channels", "chlist", channelList(channels));
        attribute("compression", "compression", new byte[] {ZIP});
        attribute("dataWindow", "box2i", window(frame));
        attribute("displayWindow", "box2i", window(frame));
        attribute("lineOrder", "lineOrder", new byte[] {0});
        attribute("pixelAspectRatio", "float", little(4).putFloat(1).array());
        attribute("screenWindowCenter", "v2f", little(8).array());
        attribute("screenWindowWidth", "float", little(4).putFloat(1).array());
        ByteBuffer primaries = little(4 * REC_709.length);
        for (float v : REC_709) {
            primaries.putFloat(v);
        }
        attribute("chromaticities", "chromaticities", primaries.array());
        attribute(
                "framesPerSecond",
                "rational",
                little(8).putInt(rate.numerator()).putInt(rate.denominator()).array());
        attribute(
                "timeCode", "timecode", little(8).putInt(timeCode(n)).putInt(0).array());
        text("software", "Beatboard " + slate.engineVersion());
        text("beatboard.title", slate.title());
        text("beatboard.shot", slate.shotDigest());
        text("beatboard.seed", Long.toString(slate.seed()));
        text("beatboard.quality", slate.quality());
        attribute("beatboard.frame", "int", little(4).putInt(n).array());
        out.write(0);
        return out.toByteArray();
    }

    private static byte[] channelList(List<ExrWriter.Channel> channels) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (ExrWriter.Channel c : channels) {
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

    private static byte[] window(ExrWriter.Packed f) {
        return little(16)
                .putInt(0)
                .putInt(0)
                .putInt(f.width() - 1)
                .putInt(f.height() - 1)
                .array();
    }

    /// Binary-coded decimals. Above 30 frames a second two frames share a count, told apart by the field bit.
    private int timeCode(int n) {
        Timecode t = Timecode.of(n, rate);
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
