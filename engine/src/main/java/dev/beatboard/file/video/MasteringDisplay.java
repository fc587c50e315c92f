package dev.beatboard.file.video;

import dev.beatboard.frame.Chromaticities;
import dev.beatboard.frame.HdrLook;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

/// The display that a clip was made for, SMPTE ST 2086.
///
/// @param highest in nits
/// @param lowest in nits
record MasteringDisplay(Chromaticities color, double highest, double lowest) {

    /// What HDR is usually graded on, at the peak of our look.
    static final MasteringDisplay REFERENCE = new MasteringDisplay(Chromaticities.P3_D65, HdrLook.PEAK, 0.005);

    private static final double XY_UNIT = 50_000;
    private static final double NIT_UNIT = 10_000;

    /// x, y of green, blue, red, white in the units of HEVC's message and of the `mdcv` box, which also share this
    /// order.
    private List<Long> xy() {
        List<Double> c = color.list();
        return List.of(2, 3, 4, 5, 0, 1, 6, 7).stream()
                .map(i -> Math.round(c.get(i) * XY_UNIT))
                .toList();
    }

    String x265() {
        Object[] n = java.util.stream.Stream.concat(
                        xy().stream(),
                        java.util.stream.Stream.of(Math.round(highest * NIT_UNIT), Math.round(lowest * NIT_UNIT)))
                .toArray();
        return String.format(Locale.ROOT, "G(%d,%d)B(%d,%d)R(%d,%d)WP(%d,%d)L(%d,%d)", n);
    }

    /// The box of the sample entry, ISO/IEC 14496-12, section 12.1.6.
    Box box() {
        ByteBuffer b = ByteBuffer.allocate(24);
        xy().forEach(v -> b.putShort(v.shortValue()));
        b.putInt((int) Math.round(highest * NIT_UNIT)).putInt((int) Math.round(lowest * NIT_UNIT));
        return Box.leaf("mdcv", b.array());
    }
}
