package dev.beatboard.file.video;

import dev.beatboard.math.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a file of the encoder into its final form: the index in front, so that it plays while it loads; light metadata
/// where it is HDR; XMP and Content Credentials where asked.
///
/// Order: `ftyp`, `uuid` (C2PA), `moov`, `uuid` (XMP), `mdat`.
final class Mp4File {

    private static final byte[] XMP_ID = java.util.HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
    private static final long LARGEST_INDEX = 1 << 28;
    private static final int BLOCK = 1 << 20;
    /// Above this, chunk offsets take 64 bits; the index itself has its place below what 32 bits can say.
    private static final long SHORT_OFFSETS = (1L << 32) - LARGEST_INDEX;

    private Mp4File() {}

    /// A box of the file, by place.
    private record Span(String type, long from, long size) {}

    /// What is added.
    ///
    /// @param light for HDR: replaces the placeholder in the stream, and goes into the container
    /// @param xmp a packet; empty for none
    record Additions(Optional<ContentLight> light, Optional<byte[]> xmp, Optional<Seal> seal) {}

    static void write(Path from, Path to, Additions additions) throws IOException {
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        to,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            List<Span> spans = spans(in);
            Span media = only(spans, "mdat");
            byte[] type = read(in, only(spans, "ftyp"));
            Box moov = Box.parse(read(in, only(spans, "moov")));
            Optional<ContentLight> light = additions.light().map(ContentLight::writable);
            if (light.isPresent()) {
                moov = lit(moov, light.get());
            }
            boolean large = media.from() + media.size() > SHORT_OFFSETS;
            if (large) {
                moov = moov.map(Mp4File::wide);
            }
            byte[] xmp = additions.xmp().map(x -> uuid(XMP_ID, x)).orElse(new byte[0]);
            byte[] seal =
                    additions.seal().isPresent() ? sealed(additions.seal().get().manifest(new byte[32])) : new byte[0];
            long place = type.length + seal.length + moov.size() + xmp.length;
            Box moved = moov.map(b -> moved(b, place - media.from()));
            put(out, type, seal, moved.bytes(), xmp);
            copy(in, media, out, light);
            if (additions.seal().isPresent()) {
                byte[] signed = sealed(additions.seal().get().manifest(digest(out)));
                if (signed.length != seal.length) {
                    throw new IOException("the Content Credentials changed their size");
                }
                out.position(type.length);
                put(out, signed);
            }
        }
    }

    private static Span only(List<Span> spans, String type) throws IOException {
        List<Span> found = spans.stream().filter(s -> s.type().equals(type)).toList();
        if (found.size() != 1) {
            throw new IOException("the encoder's file has " + found.size() + " boxes of type " + type);
        }
        return found.getFirst();
    }

    private static List<Span> spans(FileChannel in) throws IOException {
        List<Span> spans = new ArrayList<>();
        long at = 0;
        while (at + 8 <= in.size()) {
            ByteBuffer b = ByteBuffer.allocate(16);
            in.read(b, at);
            b.flip();
            long size = b.getInt() & 0xffffffffL;
            byte[] type = new byte[4];
            b.get(type);
            size = size == 1 ? b.getLong() : size == 0 ? in.size() - at : size;
            if (size < 8 || at + size > in.size()) {
                throw new IOException("the encoder's file is cut off");
            }
            spans.add(new Span(new String(type, StandardCharsets.ISO_8859_1), at, size));
            at += size;
        }
        return spans;
    }

    private static byte[] read(FileChannel in, Span span) throws IOException {
        if (span.size() > LARGEST_INDEX) {
            throw new IOException("the index of the encoder's file is too large");
        }
        ByteBuffer b = ByteBuffer.allocate((int) span.size());
        while (b.hasRemaining() && in.read(b, span.from() + b.position()) >= 0) {}
        return b.array();
    }

    /// The sample entry gets the boxes, the decoder's configuration the message.
    private static Box lit(Box moov, ContentLight light) {
        return moov.map(b -> switch (b.type()) {
            case "hvcC" -> Box.leaf("hvcC", replaced(b.head(), light));
            case "hvc1" -> b.with(MasteringDisplay.REFERENCE.box(), "colr").with(light.box(), "mdcv");
            default -> b;
        });
    }

    private static byte[] replaced(byte[] bytes, ContentLight light) {
        byte[] to = bytes.clone();
        replace(to, to.length, light);
        return to;
    }

    /// The placeholder's messages become the light's. How many there were.
    private static int replace(byte[] bytes, int length, ContentLight light) {
        byte[] old = ContentLight.PLACEHOLDER.message();
        int count = 0;
        for (int i = 0; i + old.length <= length; i++) {
            if (bytes[i] == old[0] && java.util.Arrays.equals(bytes, i, i + old.length, old, 0, old.length)) {
                System.arraycopy(light.message(), 0, bytes, i, old.length);
                count++;
            }
        }
        return count;
    }

    private static Box wide(Box b) {
        if (!b.type().equals("stco")) {
            return b;
        }
        ByteBuffer in = ByteBuffer.wrap(b.head());
        int flags = in.getInt();
        int count = in.getInt();
        ByteBuffer out = ByteBuffer.allocate(8 + 8 * count).putInt(flags).putInt(count);
        for (int i = 0; i < count; i++) {
            out.putLong(in.getInt() & 0xffffffffL);
        }
        return Box.leaf("co64", out.array());
    }

    /// Chunk offsets `by` bytes further on.
    private static Box moved(Box b, long by) {
        boolean large = b.type().equals("co64");
        if (!large && !b.type().equals("stco")) {
            return b;
        }
        ByteBuffer out = ByteBuffer.wrap(b.head().clone());
        int count = out.getInt(4);
        for (int i = 0; i < count; i++) {
            if (large) {
                out.putLong(8 + 8 * i, out.getLong(8 + 8 * i) + by);
            } else {
                out.putInt(8 + 4 * i, (int) ((out.getInt(8 + 4 * i) & 0xffffffffL) + by));
            }
        }
        return Box.leaf(b.type(), out.array());
    }

    private static byte[] uuid(byte[] id, byte[] content) {
        byte[] all = java.util.Arrays.copyOf(id, id.length + content.length);
        System.arraycopy(content, 0, all, id.length, content.length);
        return Box.leaf("uuid", all).bytes();
    }

    /// C2PA 2.2, section A.5.1: version and flags, purpose, offset of the first Merkle box (none).
    private static byte[] sealed(byte[] manifest) {
        byte[] purpose = "manifest\0".getBytes(StandardCharsets.US_ASCII);
        return uuid(
                Seal.box(),
                ByteBuffer.allocate(4 + purpose.length + 8 + manifest.length)
                        .putInt(0)
                        .put(purpose)
                        .putLong(0)
                        .put(manifest)
                        .array());
    }

    private static void put(FileChannel out, byte[]... parts) throws IOException {
        for (byte[] part : parts) {
            ByteBuffer b = ByteBuffer.wrap(part);
            while (b.hasRemaining()) {
                out.write(b);
            }
        }
    }

    private static void copy(FileChannel in, Span media, FileChannel out, Optional<ContentLight> light)
            throws IOException {
        int overlap = ContentLight.PLACEHOLDER.message().length - 1;
        byte[] block = new byte[BLOCK];
        int kept = 0;
        int messages = 0;
        long at = media.from();
        long end = media.from() + media.size();
        while (at < end) {
            ByteBuffer b = ByteBuffer.wrap(block, kept, (int) Math.min(BLOCK - kept, end - at));
            int n = in.read(b, at);
            if (n < 0) {
                throw new IOException("the encoder's file is cut off");
            }
            at += n;
            int length = kept + n;
            messages += light.isPresent() ? replace(block, length, light.get()) : 0;
            // The end of a block may hold the beginning of a message.
            kept = at < end ? Math.min(overlap, length) : 0;
            put(out, java.util.Arrays.copyOf(block, length - kept));
            System.arraycopy(block, length - kept, block, 0, kept);
        }
        if (light.isPresent() && messages == 0) {
            throw new IOException("the encoder wrote no content light into the stream");
        }
    }

    /// What the Content Credentials bind: every box but `ftyp` and themselves, each after its place in the file.
    /// C2PA 2.2, section 18.7 (`c2pa.hash.bmff.v3`).
    private static byte[] digest(FileChannel file) throws IOException {
        MessageDigest sha = Sha256.begin();
        for (Span s : spans(file)) {
            if (s.type().equals("ftyp") || credentials(file, s)) {
                continue;
            }
            sha.update(ByteBuffer.allocate(8).putLong(s.from()).flip());
            ByteBuffer b = ByteBuffer.allocate(BLOCK);
            for (long at = s.from(); at < s.from() + s.size(); at += b.limit()) {
                b.clear().limit((int) Math.min(BLOCK, s.from() + s.size() - at));
                while (b.hasRemaining() && file.read(b, at + b.position()) >= 0) {}
                sha.update(b.flip());
            }
        }
        return sha.digest();
    }

    private static boolean credentials(FileChannel file, Span s) throws IOException {
        if (!s.type().equals("uuid")) {
            return false;
        }
        ByteBuffer id = ByteBuffer.allocate(16);
        file.read(id, s.from() + 8);
        return java.util.Arrays.equals(id.array(), Seal.box());
    }
}
