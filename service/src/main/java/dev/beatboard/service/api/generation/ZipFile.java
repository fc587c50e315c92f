package dev.beatboard.service.api.generation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A ZIP file that is nowhere: its entries are objects elsewhere, kept as they are. Its length is
/// known without reading any of them, and each part of it can be read alone; what is read twice is
/// the same. Source: PKWARE APPNOTE 6.3.10; sizes and places from 4 GB and more than 65,535 entries
/// are written as ZIP64.
final class ZipFile {

    private static final long LARGE = 0xFFFFFFFFL;
    private static final int MANY = 0xFFFF;
    private static final int LOCAL = 30;
    private static final int CENTRAL = 46;
    private static final int END = 22;
    private static final int END64 = 56 + 20;
    /// 4.5, which has ZIP64; 2.0 without.
    private static final int VERSION64 = 45;

    private static final int VERSION = 20;
    /// Names are UTF-8.
    private static final int FLAGS = 0x0800;
    /// 1980-01-01 00:00, the first time that the format knows: the same bytes every time.
    private static final int DATE = 1 << 5 | 1;

    private final List<Entry> entries;
    private final List<Part> parts;
    private final long length;

    /// An object that becomes an entry.
    ///
    /// @param name of at most 65,535 bytes
    /// @param length in bytes
    record Entry(String name, long length, Content content) {

        byte[] nameBytes() {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        boolean large() {
            return length >= LARGE;
        }

        /// How long header and content are together.
        long total() {
            return LOCAL + nameBytes().length + (large() ? 20 : 0) + length;
        }
    }

    /// Where an entry's bytes come from.
    interface Content {
        InputStream open(long from, long length) throws IOException;

        /// CRC-32 of all of it, as in [java.util.zip.CRC32].
        long crc() throws IOException;
    }

    /// A piece of the file, one after the other.
    private interface Piece {
        InputStream open(long from, long length) throws IOException;
    }

    private record Part(long length, Piece piece) {}

    private interface Bytes {
        byte[] make() throws IOException;
    }

    ZipFile(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        List<Part> all = new ArrayList<>();
        long at = 0;
        for (Entry e : this.entries) {
            all.add(made(e.total() - e.length(), () -> local(e)));
            all.add(new Part(e.length(), e.content()::open));
            at += e.total();
        }
        long start = at;
        long directory = 0;
        long offset = 0;
        for (Entry e : this.entries) {
            long size = CENTRAL + e.nameBytes().length + extra(e, offset);
            long place = offset;
            all.add(made(size, () -> central(e, place)));
            offset += e.total();
            directory += size;
        }
        byte[] end = end(start, directory);
        all.add(made(end.length, () -> end));
        this.parts = List.copyOf(all);
        this.length = start + directory + end.length;
    }

    private static Part made(long length, Bytes bytes) {
        return new Part(length, (from, count) -> {
            byte[] all = bytes.make();
            return new java.io.ByteArrayInputStream(
                    all, Math.toIntExact(from), Math.toIntExact(Math.min(count, all.length - from)));
        });
    }

    /// In bytes.
    long length() {
        return length;
    }

    /// Some of its bytes.
    InputStream open(long first, long count) {
        return new Joined(parts, first, count);
    }

    private static byte[] local(Entry e) throws IOException {
        ByteBuffer b = buffer(Math.toIntExact(e.total() - e.length()));
        byte[] name = e.nameBytes();
        b.putInt(0x04034b50).putShort((short) (e.large() ? VERSION64 : VERSION)).putShort((short) FLAGS);
        b.putShort((short) 0).putShort((short) 0).putShort((short) DATE).putInt((int)
                e.content().crc());
        int size = (int) Math.min(e.length(), LARGE);
        b.putInt(size).putInt(size).putShort((short) name.length).putShort((short) (e.large() ? 20 : 0));
        b.put(name);
        if (e.large()) {
            b.putShort((short) 1).putShort((short) 16).putLong(e.length()).putLong(e.length());
        }
        return b.array();
    }

    /// How long the ZIP64 field of an entry in the directory is.
    private static int extra(Entry e, long offset) {
        int eight = (e.large() ? 2 : 0) + (offset >= LARGE ? 1 : 0);
        return eight == 0 ? 0 : 4 + 8 * eight;
    }

    private static byte[] central(Entry e, long offset) throws IOException {
        int extra = extra(e, offset);
        byte[] name = e.nameBytes();
        ByteBuffer b = buffer(CENTRAL + name.length + extra);
        int version = extra > 0 ? VERSION64 : VERSION;
        b.putInt(0x02014b50).putShort((short) version).putShort((short) version).putShort((short) FLAGS);
        b.putShort((short) 0).putShort((short) 0).putShort((short) DATE).putInt((int)
                e.content().crc());
        int size = (int) Math.min(e.length(), LARGE);
        b.putInt(size)
                .putInt(size)
                .putShort((short) name.length)
                .putShort((short) extra)
                .putShort((short) 0);
        b.putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) Math.min(offset, LARGE));
        b.put(name);
        if (extra > 0) {
            b.putShort((short) 1).putShort((short) (extra - 4));
            if (e.large()) {
                b.putLong(e.length()).putLong(e.length());
            }
            if (offset >= LARGE) {
                b.putLong(offset);
            }
        }
        return b.array();
    }

    private byte[] end(long start, long size) {
        int count = entries.size();
        boolean large = start >= LARGE || size >= LARGE || count >= MANY;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (large) {
            ByteBuffer b = buffer(END64);
            b.putInt(0x06064b50).putLong(44).putShort((short) VERSION64).putShort((short) VERSION64);
            b.putInt(0).putInt(0).putLong(count).putLong(count).putLong(size).putLong(start);
            b.putInt(0x07064b50).putInt(0).putLong(start + size).putInt(1);
            out.writeBytes(b.array());
        }
        ByteBuffer b = buffer(END);
        short number = (short) Math.min(count, MANY);
        b.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(number)
                .putShort(number);
        b.putInt((int) Math.min(size, LARGE))
                .putInt((int) Math.min(start, LARGE))
                .putShort((short) 0);
        out.writeBytes(b.array());
        return out.toByteArray();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Parts as one stream, each opened when its turn has come.
    private static final class Joined extends InputStream {

        private final List<Part> parts;
        private int next;
        private long skip;
        private long left;
        private InputStream current = InputStream.nullInputStream();
        private long currentLeft;

        Joined(List<Part> parts, long first, long count) {
            this.parts = parts;
            this.left = count;
            long from = first;
            while (next < parts.size() && from >= parts.get(next).length()) {
                from -= parts.get(next).length();
                next++;
            }
            this.skip = from;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] target, int at, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            while (left > 0) {
                if (currentLeft == 0 && !advance()) {
                    return -1;
                }
                if (currentLeft > 0) {
                    int count = current.read(target, at, (int) Math.min(most, Math.min(left, currentLeft)));
                    if (count < 0) {
                        throw new IOException("A file is shorter than it was.");
                    }
                    left -= count;
                    currentLeft -= count;
                    return count;
                }
            }
            return -1;
        }

        private boolean advance() throws IOException {
            if (next >= parts.size()) {
                return false;
            }
            current.close();
            Part part = parts.get(next++);
            long from = skip;
            skip = 0;
            currentLeft = Math.min(left, part.length() - from);
            current = currentLeft > 0 ? part.piece().open(from, currentLeft) : InputStream.nullInputStream();
            return true;
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }
}
