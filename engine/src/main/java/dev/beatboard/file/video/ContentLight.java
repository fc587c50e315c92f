package dev.beatboard.file.video;

import java.nio.ByteBuffer;

/// How bright a clip gets, CTA-861.3 annex P: a channel's highest value in nits of BT.2020.
///
/// @param brightest MaxCLL: of any pixel of any frame
/// @param brightestMean MaxFALL: of any frame's mean over its pixels
public record ContentLight(int brightest, int brightestMean) {

    /// What the encoder is told before the light is known; later replaced. Two numbers that no clip of ours has.
    static final ContentLight PLACEHOLDER = new ContentLight(0x5a3c, 0x4b2d);

    private static final int MOST = 0xffff;

    public ContentLight {
        if (brightest < 0 || brightestMean < 0 || brightest > MOST || brightestMean > MOST) {
            throw new IllegalArgumentException("Content light has two 16-bit numbers");
        }
    }

    /// The box of the sample entry, ISO/IEC 14496-12, section 12.1.6.
    Box box() {
        return Box.leaf("clli", numbers());
    }

    private byte[] numbers() {
        return ByteBuffer.allocate(4)
                .putShort((short) brightest)
                .putShort((short) brightestMean)
                .array();
    }

    /// The supplemental message in the stream, with the last two bytes of the length before it: ITU-T H.265, sections
    /// 7.3.1, D.2.35. The same in samples and in the decoder's configuration.
    byte[] message() {
        byte[] n = numbers();
        return new byte[] {0, 9, 0x4e, 1, (byte) 0x90, 4, n[0], n[1], n[2], n[3], (byte) 0x80};
    }

    /// The nearest that is written in as many bytes as the placeholder: H.265 forbids two zeros and a small number in
    /// a row, and would want a byte between them. One nit is less than anybody measures.
    ContentLight writable() {
        boolean zeros = (brightest & 0xff) == 0 && brightestMean <= 3 || brightest == 0;
        return zeros ? new ContentLight(brightest + 1, brightestMean) : this;
    }
}
