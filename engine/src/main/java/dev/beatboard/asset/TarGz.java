package dev.beatboard.asset;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Walks through the files of a gzipped tar archive (ustar, with the long names of GNU and PAX), without unpacking it
/// to disk.
final class TarGz {

    /// What is done with each file of the archive. The stream ends with the file; what is not read of it is skipped.
    @FunctionalInterface
    interface Visitor {
        void file(String name, long size, InputStream content) throws IOException;
    }

    private TarGz() {}

    static void walk(Path archive, Visitor visitor) throws IOException {
        try (InputStream in =
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16), 1 << 16)) {
            String longName = "";
            while (true) {
                byte[] header = in.readNBytes(512);
                if (header.length < 512 || header[0] == 0) {
                    return;
                }
                long size = Long.parseLong(field(header, 124, 12).trim(), 8);
                char type = (char) header[156];
                Content content = new Content(in, size);
                if (type == 'L') {
                    longName = new String(content.readAllBytes(), StandardCharsets.UTF_8).replace("\0", "");
                } else if (type == 'x') {
                    longName = paxPath(new String(content.readAllBytes(), StandardCharsets.UTF_8), longName);
                } else {
                    if (type == '0' || type == 0) {
                        visitor.file(longName.isEmpty() ? name(header) : longName, size, content);
                    }
                    longName = "";
                }
                content.finish();
                in.skipNBytes((512 - size % 512) % 512);
            }
        }
    }

    private static String name(byte[] header) {
        String prefix = field(header, 257, 5).equals("ustar") ? field(header, 345, 155) : "";
        String name = field(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String paxPath(String records, String otherwise) {
        for (String line : records.split("\n", -1)) {
            int at = line.indexOf(" path=");
            if (at >= 0) {
                return line.substring(at + 6);
            }
        }
        return otherwise;
    }

    private static String field(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static final class Content extends InputStream {

        private final InputStream in;
        private long left;

        Content(InputStream in, long size) {
            this.in = in;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            int b = in.read();
            if (b < 0) {
                throw new EOFException("The archive ends within a file");
            }
            left--;
            return b;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (left == 0) {
                return length == 0 ? 0 : -1;
            }
            int n = in.read(to, from, (int) Math.min(length, left));
            if (n < 0) {
                throw new EOFException("The archive ends within a file");
            }
            left -= n;
            return n;
        }

        void finish() throws IOException {
            in.skipNBytes(left);
            left = 0;
        }
    }
}
