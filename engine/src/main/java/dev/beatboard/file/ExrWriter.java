package dev.beatboard.file;

import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.time.FrameRate;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes frames as OpenEXR: scan lines, ZIP compression, scene-linear. Color and alpha are half floats, depth and
/// other
/// data are floats, the object number is a whole number. Equal frames give equal bytes on one Java.
///
/// Source: "OpenEXR File Layout" and "Technical Introduction to OpenEXR" (openexr.com). The predictor and the split
/// into
/// even and odd bytes before Deflate are those of the reference library's zip.c.
public final class ExrWriter {

    /// Scan lines that are compressed together under ZIP.
    private static final int BLOCK = 16;
    /// Largest finite half.
    private static final float MOST = 65504;

    private final FrameRate rate;
    private final Slate slate;

    public ExrWriter(FrameRate rate, Slate slate) {
        this.rate = rate;
        this.slate = slate;
    }

    /// How a channel's samples are stored; the order is that of the file format.
    enum Sample {
        UINT(4),
        HALF(2),
        FLOAT(4);

        final int bytes;

        Sample(int bytes) {
            this.bytes = bytes;
        }
    }

    record Channel(String name, Sample sample) {}

    /// A frame's samples, packed as they stand in the file; they do not depend on the slate.
    ///
    /// @param names of the channels in alphabetical order, as the format demands
    /// @param blocks of 16 scan lines each
    public record Packed(int width, int height, List<String> names, List<byte[]> blocks) {

        public Packed {
            names = List.copyOf(names);
            blocks = List.copyOf(blocks);
        }

        /// For keeping; [#of] is the way back.
        public byte[] bytes() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(all)) {
                out.writeInt(width);
                out.writeInt(height);
                out.writeUTF(String.join("\n", names));
                for (byte[] b : blocks) {
                    out.writeInt(b.length);
                    out.write(b);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return all.toByteArray();
        }

        public static Packed of(byte[] bytes) {
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                int width = in.readInt();
                int height = in.readInt();
                List<String> names = List.of(in.readUTF().split("\n"));
                List<byte[]> blocks = new ArrayList<>();
                for (int y = 0; y < height; y += BLOCK) {
                    blocks.add(in.readNBytes(in.readInt()));
                }
                return new Packed(width, height, names, blocks);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The conventional name of frame `n` in a sequence: numbers start at 1001.
    public static String name(int n) {
        return "clip." + (1001 + n) + ".exr";
    }

    /// @param n the frame's number in the clip, for the time code
    public void write(Path target, Frame frame, int n) throws IOException {
        write(target, pack(frame), n);
    }

    public static Packed pack(Frame frame) {
        List<String> names = frame.planes().stream().map(Plane::name).sorted().toList();
        List<Channel> channels = channels(names);
        int blocks = (frame.height() + BLOCK - 1) / BLOCK;
        List<byte[]> data = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(b -> block(frame, channels, b * BLOCK))
                .toList();
        return new Packed(frame.width(), frame.height(), names, data);
    }

    /// Writes a frame that was packed before.
    public void write(Path target, Packed packed, int n) throws IOException {
        byte[] header = new ExrHeader(rate, slate).bytes(packed, channels(packed.names()), n);
        List<byte[]> data = packed.blocks();
        int blocks = data.size();
        OutputFile.write(target, part -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 18)) {
                out.write(header);
                ByteBuffer offsets = ByteBuffer.allocate(8 * blocks).order(ByteOrder.LITTLE_ENDIAN);
                long at = header.length + 8L * blocks;
                for (byte[] d : data) {
                    offsets.putLong(at);
                    at += 8 + d.length;
                }
                out.write(offsets.array());
                for (int b = 0; b < blocks; b++) {
                    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
                    head.putInt(b * BLOCK).putInt(data.get(b).length);
                    out.write(head.array());
                    out.write(data.get(b));
                }
            }
        });
    }

    private static List<Channel> channels(List<String> names) {
        return names.stream()
                .map(name -> new Channel(
                        name,
                        switch (name) {
                            case "R", "G", "B", "A" -> Sample.HALF;
                            case Frame.OBJECT -> Sample.UINT;
                            default -> Sample.FLOAT;
                        }))
                .toList();
    }

    /// The lines from `top` on: per line, channel by channel, then compressed; as they are if that does not help.
    private static byte[] block(Frame frame, List<Channel> channels, int top) {
        int bottom = Math.min(frame.height(), top + BLOCK);
        int perPixel = channels.stream().mapToInt(c -> c.sample().bytes).sum();
        ByteBuffer raw =
                ByteBuffer.allocate(perPixel * frame.width() * (bottom - top)).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = top; y < bottom; y++) {
            for (Channel c : channels) {
                float[] v = frame.plane(c.name()).values();
                int from = y * frame.width();
                for (int x = from; x < from + frame.width(); x++) {
                    switch (c.sample()) {
                        case HALF -> raw.putShort(half(v[x]));
                        case FLOAT -> raw.putFloat(v[x]);
                        case UINT -> raw.putInt((int) v[x]);
                    }
                }
            }
        }
        return ZipBlock.compress(raw.array());
    }

    /// Values that a half cannot hold become the nearest that it can; what is no number becomes 0, so that nothing
    /// spreads in a compositor.
    static short half(float v) {
        return Float.isNaN(v) ? 0 : Float.floatToFloat16(Math.max(-MOST, Math.min(MOST, v)));
    }
}
