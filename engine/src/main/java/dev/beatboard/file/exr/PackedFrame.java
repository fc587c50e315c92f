package dev.beatboard.file.exr;

import dev.beatboard.frame.ColorMatrix;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A frame's samples, packed as they stand in a file; they do not depend on the slate, the time
/// code or the lens.
public final class PackedFrame {

    /// Largest finite half.
    private static final float MOST = 65504;
    /// The exponent of halves that are infinite or no number.
    private static final int INFINITE = 0x7c00;

    private final int width;
    private final int height;
    private final ExrOptions options;
    private final List<Part> parts;

    /// @param layer its name in a file of several parts
    /// @param channels in alphabetical order, as the format demands
    /// @param blocks of scan lines
    record Part(String layer, List<Channel> channels, List<byte[]> blocks) {

        Part {
            channels = List.copyOf(channels);
            blocks = List.copyOf(blocks);
        }
    }

    private PackedFrame(int width, int height, ExrOptions options, List<Part> parts) {
        this.width = width;
        this.height = height;
        this.options = options;
        this.parts = List.copyOf(parts);
    }

    /// Packs those planes of a frame whose names are wanted, converted to the options' color space.
    public static PackedFrame of(Frame frame, ExrOptions options, Predicate<String> wanted) {
        Map<String, List<String>> layers = new LinkedHashMap<>();
        frame.planes().stream()
                .map(Plane::name)
                .filter(wanted)
                .forEach(n -> layers.computeIfAbsent(
                                options.multiPart() ? Channel.layer(n) : "rgba", l -> new ArrayList<>())
                        .add(n));
        List<Part> parts = new ArrayList<>();
        layers.forEach((layer, names) -> parts.add(part(frame, options, layer, names)));
        return new PackedFrame(frame.width(), frame.height(), options, parts);
    }

    /// Packs all planes.
    public static PackedFrame of(Frame frame, ExrOptions options) {
        return of(frame, options, n -> true);
    }

    private static Part part(Frame frame, ExrOptions options, String layer, List<String> names) {
        List<Channel> channels = names.stream().sorted().map(Channel::of).toList();
        List<Source> sources =
                channels.stream().map(c -> Source.of(frame, c, options.space())).toList();
        int lines = options.compression().lines;
        int blocks = (frame.height() + lines - 1) / lines;
        int perLine = perPixel(sources) * frame.width();
        Queue<ZipBlock> idle = new ConcurrentLinkedQueue<>();
        List<byte[]> data = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(b -> {
                    ZipBlock zip = Objects.requireNonNullElseGet(idle.poll(), () -> new ZipBlock(lines * perLine));
                    byte[] packed = block(frame, sources, b * lines, lines, zip);
                    idle.add(zip);
                    return packed;
                })
                .toList();
        idle.forEach(ZipBlock::close);
        return new Part(layer, channels, data);
    }

    /// What the samples of a channel come from: its plane, or a mixture of three.
    ///
    /// @param noisy see [Channel#noisy]
    private record Source(
            Channel.Sample sample, boolean noisy, float[] r, float[] g, float[] b, float kr, float kg, float kb) {

        /// Whether the samples are those of one plane as they are.
        boolean own() {
            return kg == 0 && kb == 0 && kr == 1;
        }

        /// Whether all samples are the same.
        boolean constant(int from, int until) {
            return constant(r, from, until) && (own() || constant(g, from, until) && constant(b, from, until));
        }

        private static boolean constant(float[] values, int from, int until) {
            int first = Float.floatToRawIntBits(values[from]);
            for (int x = from + 1; x < until; x++) {
                if (Float.floatToRawIntBits(values[x]) != first) {
                    return false;
                }
            }
            return true;
        }

        short half(int x) {
            return PackedFrame.half(own() ? r[x] : kr * r[x] + kg * g[x] + kb * b[x]);
        }

        static Source of(Frame frame, Channel channel, ColorSpace space) {
            String name = channel.name();
            String layer = Channel.layer(name);
            int color = "RGB".indexOf(name.charAt(name.length() - 1));
            float[] own = frame.plane(name).values();
            if (color < 0 || !Channel.colored(layer) || space == ColorSpace.LINEAR_REC709) {
                return new Source(channel.sample(), channel.noisy(), own, own, own, 1, 0, 0);
            }
            String before = name.substring(0, name.length() - 1);
            ColorMatrix m = space.fromRec709();
            return new Source(
                    channel.sample(),
                    channel.noisy(),
                    frame.plane(before + "R").values(),
                    frame.plane(before + "G").values(),
                    frame.plane(before + "B").values(),
                    (float) m.at(color, 0),
                    (float) m.at(color, 1),
                    (float) m.at(color, 2));
        }
    }

    /// The lines from `top` on: per line, channel by channel, then compressed.
    private static byte[] block(Frame frame, List<Source> sources, int top, int lines, ZipBlock zip) {
        int width = frame.width();
        int bottom = Math.min(frame.height(), top + lines);
        byte[] evens = new byte[2 * width];
        byte[] odds = new byte[2 * width];
        zip.start(perPixel(sources) * width * (bottom - top));
        for (int y = top; y < bottom; y++) {
            int from = y * width;
            for (Source s : sources) {
                add(s, from, from + width, evens, odds, zip);
            }
        }
        return zip.packed();
    }

    private static int perPixel(List<Source> sources) {
        return sources.stream().mapToInt(s -> s.sample().bytes).sum();
    }

    private static void add(Source s, int from, int until, byte[] evens, byte[] odds, ZipBlock zip) {
        int n = s.sample().bytes / 2 * (until - from);
        boolean half = s.sample() == Channel.Sample.HALF;
        boolean constant = s.constant(from, until);
        if (constant && half) {
            short v = s.half(from);
            zip.constant((byte) v, (byte) (v >> 8), n);
        } else if (constant && Float.floatToRawIntBits(s.r()[from]) == 0) {
            // Of other floats the even bytes are by turns the first and the third.
            zip.constant((byte) 0, (byte) 0, n);
        } else {
            if (half) {
                halves(s, from, until, evens, odds);
            } else {
                floats(s.r(), from, until, evens, odds);
            }
            zip.add(evens, odds, n, s.noisy());
        }
    }

    private static void halves(Source s, int from, int until, byte[] evens, byte[] odds) {
        for (int x = from; x < until; x++) {
            short v = s.half(x);
            evens[x - from] = (byte) v;
            odds[x - from] = (byte) (v >> 8);
        }
    }

    private static void floats(float[] values, int from, int until, byte[] evens, byte[] odds) {
        int at = 0;
        for (int x = from; x < until; x++) {
            int v = Float.floatToRawIntBits(values[x]);
            evens[at] = (byte) v;
            odds[at++] = (byte) (v >> 8);
            evens[at] = (byte) (v >> 16);
            odds[at++] = (byte) (v >> 24);
        }
    }

    /// Values that a half cannot hold become the nearest that it can; what is no number becomes 0,
    /// so that nothing spreads in a compositor.
    static short half(float v) {
        short h = Float.floatToFloat16(v);
        return (h & INFINITE) == INFINITE ? beyond(v) : h;
    }

    private static short beyond(float v) {
        return Float.isNaN(v) ? 0 : Float.floatToFloat16(v > 0 ? MOST : -MOST);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    ExrOptions options() {
        return options;
    }

    List<Part> parts() {
        return parts;
    }

    /// The frame that the samples are of, in the space in which they were packed.
    public Frame frame() {
        List<Plane> planes = new ArrayList<>();
        try {
            for (Part p : parts) {
                planes.addAll(unpack(p.channels(), p.blocks(), width, height, options.compression().lines));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Frame(width, height, planes);
    }

    /// The planes of blocks of so many lines.
    static List<Plane> unpack(List<Channel> channels, List<byte[]> blocks, int width, int height, int lines)
            throws IOException {
        List<Plane> planes = new ArrayList<>();
        for (Channel c : channels) {
            planes.add(new Plane(c.name(), width, height, new float[width * height]));
        }
        int perLine = width * channels.stream().mapToInt(c -> c.sample().bytes).sum();
        for (int b = 0; b < blocks.size(); b++) {
            int until = Math.min(height, (b + 1) * lines);
            ByteBuffer raw = ByteBuffer.wrap(ZipBlock.decompress(blocks.get(b), perLine * (until - b * lines)))
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (int y = b * lines; y < until; y++) {
                for (int i = 0; i < channels.size(); i++) {
                    float[] to = planes.get(i).values();
                    for (int x = y * width; x < (y + 1) * width; x++) {
                        to[x] = switch (channels.get(i).sample()) {
                            case HALF -> Float.float16ToFloat(raw.getShort());
                            case FLOAT -> raw.getFloat();
                            case UINT -> raw.getInt();
                        };
                    }
                }
            }
        }
        return planes;
    }

    /// For keeping; [#of(byte\[\], ExrOptions)] is the way back.
    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(all)) {
            out.writeInt(width);
            out.writeInt(height);
            out.writeInt(parts.size());
            for (Part p : parts) {
                out.writeUTF(p.layer());
                out.writeUTF(String.join(
                        "\n", p.channels().stream().map(Channel::name).toList()));
                for (byte[] b : p.blocks()) {
                    out.writeInt(b.length);
                    out.write(b);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    /// What [#bytes] gave for a frame that was packed with the same options.
    public static PackedFrame of(byte[] bytes, ExrOptions options) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int width = in.readInt();
            int height = in.readInt();
            int count = in.readInt();
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String layer = in.readUTF();
                List<Channel> channels = in.readUTF().lines().map(Channel::of).toList();
                List<byte[]> blocks = new ArrayList<>();
                for (int y = 0; y < height; y += options.compression().lines) {
                    blocks.add(in.readNBytes(in.readInt()));
                }
                parts.add(new Part(layer, channels, blocks));
            }
            return new PackedFrame(width, height, options, parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
