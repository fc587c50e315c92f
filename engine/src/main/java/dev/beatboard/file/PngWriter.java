package dev.beatboard.file;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes pictures as PNG: 8-bit RGB, marked as sRGB; and data of 16 bits, gray or RGB.
///
/// Source: PNG specification, third edition, sections 5, 7, 9 and 11. Every row takes the Sub
/// filter, which does well on smooth pictures and needs no search.
public final class PngWriter {

    private static final int LEVEL = 5;
    private static final int SUB = 1;
    private static final int GRAY = 0;
    private static final int RGB = 2;

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

    /// Writes numbers of 16 bits as a PNG of one channel (gray) or three (RGB), without a color
    /// space: they are data.
    ///
    /// @param samples from the top left, the channels of a pixel together; read as 0 to 65535
    /// @throws IllegalArgumentException if their number is neither one nor three a pixel
    public static void write16(Path target, int width, int height, short[] samples) throws IOException {
        int channels = samples.length / Math.max(1, width * height);
        if (channels != 1 && channels != 3 || samples.length != channels * width * height) {
            throw new IllegalArgumentException(samples.length + " samples for " + width + "x" + height + " pixels");
        }
        byte[] bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) (samples[i] >> 8);
            bytes[2 * i + 1] = (byte) samples[i];
        }
        OutputFile.write(target, encode(width, height, 16, channels, bytes, ""));
    }

    private static byte[] encode(Picture picture, String xmp) throws IOException {
        return encode(picture.width(), picture.height(), 8, 3, picture.rgb(), xmp);
    }

    private static byte[] encode(int width, int height, int bits, int channels, byte[] samples, String xmp)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(samples.length / 2 + 1024);
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream h = new DataOutputStream(header);
        h.writeInt(width);
        h.writeInt(height);
        h.write(new byte[] {(byte) bits, (byte) (channels == 3 ? RGB : GRAY), 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        if (bits == 8) {
            chunk(out, "sRGB", new byte[] {0});
        }
        if (!xmp.isEmpty()) {
            // Keyword, not compressed, no language, no translated keyword: XMP specification, part 3, section 1.1.5.
            chunk(out, "iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + xmp).getBytes(StandardCharsets.UTF_8));
        }
        chunk(out, "IDAT", rows(height, channels * bits / 8, samples));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] rows(int height, int pixel, byte[] samples) throws IOException {
        Deflater deflater = new Deflater(LEVEL);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(samples.length / 2);
            try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
                int stride = samples.length / height;
                byte[] row = new byte[1 + stride];
                row[0] = SUB;
                for (int y = 0; y < height; y++) {
                    int from = y * stride;
                    for (int i = 0; i < stride; i++) {
                        row[1 + i] = (byte) (samples[from + i] - (i < pixel ? 0 : samples[from + i - pixel]));
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
