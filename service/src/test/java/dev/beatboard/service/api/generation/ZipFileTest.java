package dev.beatboard.service.api.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipFileTest {

    private static ZipFile.Entry entry(String name, byte[] content) {
        return new ZipFile.Entry(name, content.length, new ZipFile.Content() {
            @Override
            public InputStream open(long from, long length) {
                return new ByteArrayInputStream(content, (int) from, (int) length);
            }

            @Override
            public long crc() {
                CRC32 crc = new CRC32();
                crc.update(content);
                return crc.getValue();
            }
        });
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int at, int most) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(most, left);
            Arrays.fill(target, at, at + count, (byte) 0);
            left -= count;
            return count;
        }
    }

    @Test
    void readersFindTheContents(@TempDir Path folder) throws Exception {
        long seed = 7;
        Random chance = new Random(seed);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        List<ZipFile.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] content = new byte[i == 3 ? 0 : chance.nextInt(100_000)];
            chance.nextBytes(content);
            contents.put("exr/clip.é" + i + ".exr", content);
            entries.add(entry("exr/clip.é" + i + ".exr", content));
        }
        ZipFile zip = new ZipFile(entries);
        byte[] all = zip.open(0, zip.length()).readAllBytes();
        assertThat(all.length).isEqualTo(zip.length());
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(all))) {
            for (Map.Entry<String, byte[]> c : contents.entrySet()) {
                ZipEntry e = in.getNextEntry();
                assertThat(e.getName()).isEqualTo(c.getKey());
                assertThat(in.readAllBytes()).isEqualTo(c.getValue());
            }
            assertThat(in.getNextEntry()).isNull();
        }
        Path file = folder.resolve("a.zip");
        Files.write(file, all);
        try (java.util.zip.ZipFile read = new java.util.zip.ZipFile(file.toFile())) {
            assertThat(read.size()).isEqualTo(20);
        }
        for (int i = 0; i < 300; i++) {
            int from = chance.nextInt(all.length);
            int to = from + chance.nextInt(all.length - from) + 1;
            assertThat(zip.open(from, to - from).readAllBytes())
                    .as("seed %d, %d to %d", seed, from, to)
                    .isEqualTo(Arrays.copyOfRange(all, from, to));
        }
    }

    @Test
    void isEmptyWithoutEntries() throws IOException {
        ZipFile zip = new ZipFile(List.of());
        assertThat(zip.length()).isEqualTo(22);
        assertThat(new ZipInputStream(zip.open(0, 22)).getNextEntry()).isNull();
    }

    @Test
    void isZip64WhereItHasTo(@TempDir Path folder) throws Exception {
        long large = (1L << 32) + 10;
        ZipFile.Content zeros = new ZipFile.Content() {
            @Override
            public InputStream open(long from, long length) {
                return new Zeros(length);
            }

            @Override
            public long crc() {
                return 0x12345678L;
            }
        };
        ZipFile zip =
                new ZipFile(List.of(new ZipFile.Entry("large", large, zeros), entry("after", new byte[] {1, 2, 3})));
        Path file = folder.resolve("large.zip");
        try (var out = java.nio.channels.FileChannel.open(
                file,
                java.nio.file.StandardOpenOption.CREATE_NEW,
                java.nio.file.StandardOpenOption.WRITE,
                java.nio.file.StandardOpenOption.SPARSE)) {
            // The content itself stays a hole.
            out.write(java.nio.ByteBuffer.wrap(zip.open(0, 55).readAllBytes()), 0);
            long from = large + 55;
            out.write(
                    java.nio.ByteBuffer.wrap(zip.open(from, zip.length() - from).readAllBytes()), from);
        }
        try (java.util.zip.ZipFile read = new java.util.zip.ZipFile(file.toFile())) {
            assertThat(read.getEntry("large").getSize()).isEqualTo(large);
            assertThat(read.getInputStream(read.getEntry("after")).readAllBytes())
                    .containsExactly(1, 2, 3);
        }
        List<ZipFile.Entry> many = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            many.add(entry("e" + i, new byte[0]));
        }
        ZipFile crowd = new ZipFile(many);
        Path other = folder.resolve("many.zip");
        Files.write(other, crowd.open(0, crowd.length()).readAllBytes());
        try (java.util.zip.ZipFile read = new java.util.zip.ZipFile(other.toFile())) {
            assertThat(read.size()).isEqualTo(70_000);
        }
    }
}
