package dev.beatboard.file;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes pictures as PNG: 8-bit RGB, marked as sRGB.
///
/// Source: PNG specification, third edition, sections 5, 7, 9 and 11. Every row takes the Sub filter, which does well
/// on
/// smooth pictures and needs no search.
public final class PngWriter {

    private static final int LEVEL = 5;
    private static final int SUB = 1;

    private PngWriter() {}

    public static void write(Path target, Picture picture) throws IOException {
        OutputFile.write(target, encode(picture));
    }

    /// @param xmp a packet that goes along as an `iTXt` chunk
    public static void write(Path target, Picture picture, String xmp) throws IOException {
        OutputFile.write(target, encode(picture, xmp));
    }

    /// The picture as the bytes of a PNG file.
    public static byte[] encode(Picture picture) throws IOException {
        return encode(picture, "");
    }

    private static byte[] encode(Picture picture, String xmp) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.rgb().length / 2 + 1024);
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream h = new DataOutputStream(header);
        h.writeInt(picture.width());
        h.writeInt(picture.height());
        h.write(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "sRGB", new byte[] {0});
        if (!xmp.isEmpty()) {
            // Keyword, not compressed, no language, no translated keyword: XMP specification, part 3, section 1.1.5.
            chunk(out, "iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + xmp).getBytes(StandardCharsets.UTF_8));
        }
        chunk(out, "IDAT", rows(picture));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] rows(Picture p) throws IOException {
        Deflater deflater = new Deflater(LEVEL);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(p.rgb().length / 2);
            try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
                int stride = 3 * p.width();
                byte[] row = new byte[1 + stride];
                row[0] = SUB;
                for (int y = 0; y < p.height(); y++) {
                    int from = y * stride;
                    for (int i = 0; i < stride; i++) {
                        row[1 + i] = (byte) (p.rgb()[from + i] - (i < 3 ? 0 : p.rgb()[from + i - 3]));
                    }
                    out.write(row);
                }
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
