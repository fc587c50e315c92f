package dev.beatboard.file.provenance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Boxes of ISO/IEC 19566-5 (JUMBF) as C2PA 2.2, section 11, uses them.
final class Jumbf {

    /// Every type's identifier ends in this; it begins with four letters.
    private static final byte[] TAIL = HexFormat.of().parseHex("00110010800000aa00389b71");
    /// The box may be asked for by its label.
    private static final int REQUESTABLE_WITH_LABEL = 3;

    private Jumbf() {}

    /// A superbox: what it is, its label, and its boxes.
    ///
    /// @param type four letters, such as `c2ma`
    static byte[] superbox(String type, String label, byte[]... boxes) {
        return box("jumb", payload(type, label, boxes));
    }

    /// What a superbox holds; a reference's digest is of this, without the superbox's own head.
    static byte[] payload(String type, String label, byte[]... boxes) {
        ByteArrayOutputStream description = new ByteArrayOutputStream();
        description.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        description.writeBytes(TAIL);
        description.write(REQUESTABLE_WITH_LABEL);
        description.writeBytes(label.getBytes(StandardCharsets.UTF_8));
        description.write(0);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(box("jumd", description.toByteArray()));
        for (byte[] b : boxes) {
            all.writeBytes(b);
        }
        return all.toByteArray();
    }

    static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }
}
