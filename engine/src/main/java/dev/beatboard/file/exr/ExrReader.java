package dev.beatboard.file.exr;

import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads the OpenEXR files that [ExrWriter] writes: scan lines, uncompressed, ZIP or ZIPS, in one
/// part or several. What is not of that form is refused; what is broken or larger than it claims to
/// be ends as an [IOException].
public final class ExrReader {

    private static final long LARGEST_FILE = 2_000_000_000L;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_PARTS = 256;
    private static final int LARGEST_SIDE = 16_384;

    /// @param width of the data window, as is `height`
    /// @param planes all channels of all parts, over the data window
    /// @param left of the data window within the display window, as is `top`: negative where there
    ///     is overscan
    /// @param attributes of the first part as text: numbers, strings and vectors are readable,
    ///     others hexadecimal
    public record Image(
            int width,
            int height,
            List<Plane> planes,
            int left,
            int top,
            int displayWidth,
            int displayHeight,
            Map<String, String> attributes) {

        /// The planes as a frame.
        ///
        /// @throws IllegalArgumentException if there is no picture among them
        public Frame frame() {
            return new Frame(width, height, planes);
        }
    }

    private record Value(String type, byte[] bytes) {}

    private record Header(Map<String, Value> values) {}

    private final ByteBuffer in;
    private final Path file;

    private ExrReader(Path file, ByteBuffer in) {
        this.file = file;
        this.in = in;
    }

    /// @throws IOException with a message for people that names the file
    public static Image read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException(file + " is larger than " + LARGEST_FILE / 1_000_000 + " MB.");
        }
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return new ExrReader(file, in).image();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException(file + " is broken or ends too early.", e);
        }
    }

    private Image image() throws IOException {
        if (in.remaining() < 8 || in.getInt() != 20000630) {
            throw new IOException(file + " is no OpenEXR file.");
        }
        int version = in.getInt();
        if ((version & 0xff) != 2 || (version & 0xA00) != 0) {
            throw new IOException(file + " has tiles or deep data; scan lines are read.");
        }
        boolean many = (version & 0x1000) != 0;
        List<Header> headers = new ArrayList<>();
        do {
            Header h = header();
            if (h.values().isEmpty()) {
                break;
            }
            headers.add(h);
        } while (many && headers.size() < MOST_PARTS);
        Header first = headers.getFirst();
        int[] data = box(first, "dataWindow");
        int[] display = box(first, "displayWindow");
        int width = data[2] - data[0] + 1;
        int height = data[3] - data[1] + 1;
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new IOException(
                    file + " is " + width + "x" + height + "; sides up to " + LARGEST_SIDE + " are read.");
        }
        List<Plane> planes = new ArrayList<>();
        List<long[]> tables = new ArrayList<>();
        for (Header h : headers) {
            tables.add(table(h, height));
        }
        for (int i = 0; i < headers.size(); i++) {
            planes.addAll(part(headers.get(i), tables.get(i), many, width, height, data[1]));
        }
        Map<String, String> attributes = new TreeMap<>();
        first.values().forEach((k, v) -> attributes.put(k, text(v.type(), v.bytes())));
        return new Image(
                width,
                height,
                planes,
                data[0] - display[0],
                data[1] - display[1],
                display[2] - display[0] + 1,
                display[3] - display[1] + 1,
                attributes);
    }

    private Header header() {
        Map<String, Value> values = new TreeMap<>();
        for (String name = name(); !name.isEmpty(); name = name()) {
            String type = name();
            byte[] value = new byte[length(in.getInt())];
            in.get(value);
            values.put(name, new Value(type, value));
        }
        return new Header(values);
    }

    private int length(int n) {
        if (n < 0 || n > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return n;
    }

    private String name() {
        int from = in.position();
        while (in.get() != 0) {
            if (in.position() - from > LONGEST_NAME) {
                throw new IllegalArgumentException("a name without an end");
            }
        }
        return new String(in.array(), from, in.position() - from - 1, StandardCharsets.UTF_8);
    }

    private static ByteBuffer value(Header h, String name) {
        Value v = h.values().get(name);
        if (v == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return ByteBuffer.wrap(v.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int[] box(Header h, String name) {
        ByteBuffer b = value(h, name);
        return new int[] {b.getInt(), b.getInt(), b.getInt(), b.getInt()};
    }

    private int lines(Header h) throws IOException {
        return switch (value(h, "compression").get()) {
            case 0, 2 -> 1;
            case 3 -> 16;
            default -> throw new IOException(file + " is compressed in another way than none, ZIP and ZIPS.");
        };
    }

    private long[] table(Header h, int height) throws IOException {
        int lines = lines(h);
        long[] offsets = new long[(height + lines - 1) / lines];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = in.getLong();
        }
        return offsets;
    }

    private List<Plane> part(Header h, long[] table, boolean many, int width, int height, int top) throws IOException {
        int lines = lines(h);
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < table.length; i++) {
            in.position(Math.toIntExact(table[i]) + (many ? 4 : 0));
            if (in.getInt() - top != i * lines) {
                throw new IOException(file + " has its lines in another order than from the top.");
            }
            byte[] packed = new byte[length(in.getInt())];
            in.get(packed);
            blocks.add(packed);
        }
        return PackedFrame.unpack(channels(h), blocks, width, height, lines);
    }

    private static List<Channel> channels(Header h) {
        ByteBuffer b = value(h, "channels");
        List<Channel> channels = new ArrayList<>();
        while (b.get(b.position()) != 0) {
            int from = b.position();
            while (b.get() != 0) {
                // The name's end.
            }
            String name = new String(b.array(), from, b.position() - from - 1, StandardCharsets.UTF_8);
            channels.add(new Channel(name, Channel.Sample.values()[b.getInt()]));
            b.position(b.position() + 12);
        }
        return channels;
    }

    private static String text(String type, byte[] value) {
        ByteBuffer b = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder out = new StringBuilder();
        switch (type) {
            case "string" -> out.append(new String(value, StandardCharsets.UTF_8));
            case "int" -> out.append(b.getInt());
            case "rational" -> out.append(b.getInt()).append('/').append(b.getInt());
            case "float", "v2f", "m44f", "chromaticities" -> {
                while (b.remaining() >= 4) {
                    out.append(out.isEmpty() ? "" : " ").append(b.getFloat());
                }
            }
            default -> out.append(java.util.HexFormat.of().formatHex(value));
        }
        return out.toString();
    }
}
