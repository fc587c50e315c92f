package dev.beatboard.asset;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The binary form of a pack's files: big-endian numbers one after the other; an array is its length as an `int` and
/// then its elements; a text is its length in bytes and then UTF-8. Every file begins with a mark of four bytes.
final class PackFile {

    private PackFile() {}

    /// Writes one file.
    static final class Writer implements AutoCloseable {

        private final DataOutputStream out;

        Writer(Path file, int mark) throws IOException {
            Files.createDirectories(file.toAbsolutePath().getParent());
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
            out.writeInt(mark);
        }

        void number(int v) throws IOException {
            out.writeInt(v);
        }

        void text(String s) throws IOException {
            bytes(s.getBytes(StandardCharsets.UTF_8));
        }

        void bytes(byte[] a) throws IOException {
            out.writeInt(a.length);
            out.write(a);
        }

        void shorts(short[] a) throws IOException {
            ByteBuffer b = ByteBuffer.allocate(2 * a.length);
            b.asShortBuffer().put(a);
            out.writeInt(a.length);
            out.write(b.array());
        }

        void ints(int[] a) throws IOException {
            ByteBuffer b = ByteBuffer.allocate(4 * a.length);
            b.asIntBuffer().put(a);
            out.writeInt(a.length);
            out.write(b.array());
        }

        void floats(float[] a) throws IOException {
            ByteBuffer b = ByteBuffer.allocate(4 * a.length);
            b.asFloatBuffer().put(a);
            out.writeInt(a.length);
            out.write(b.array());
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /// Reads one file that lies in memory or is mapped.
    static final class Reader {

        private final ByteBuffer in;

        private Reader(ByteBuffer in) {
            this.in = in;
        }

        /// Reads a whole file; an [IOException] if it does not begin with the mark.
        static Reader of(Path file, int mark) throws IOException {
            return checked(file, mark, ByteBuffer.wrap(Files.readAllBytes(file)));
        }

        /// Maps a file, so that only what is looked at is read.
        static Reader mapped(Path file, int mark) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return checked(file, mark, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            }
        }

        private static Reader checked(Path file, int mark, ByteBuffer buffer) throws IOException {
            if (buffer.remaining() < 4 || buffer.getInt() != mark) {
                throw new IOException(file + " is not a file of this pack; delete its folder and install again");
            }
            return new Reader(buffer);
        }

        /// A reader of the same bytes that begins at `position` and moves by itself.
        Reader at(int position) {
            ByteBuffer b = in.duplicate();
            b.position(position);
            return new Reader(b);
        }

        int position() {
            return in.position();
        }

        int number() {
            return in.getInt();
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            byte[] a = new byte[in.getInt()];
            in.get(a);
            return a;
        }

        short[] shorts() {
            short[] a = new short[in.getInt()];
            in.asShortBuffer().get(a);
            in.position(in.position() + 2 * a.length);
            return a;
        }

        int[] ints() {
            int[] a = new int[in.getInt()];
            in.asIntBuffer().get(a);
            in.position(in.position() + 4 * a.length);
            return a;
        }

        float[] floats() {
            float[] a = new float[in.getInt()];
            in.asFloatBuffer().get(a);
            in.position(in.position() + 4 * a.length);
            return a;
        }
    }
}
