package dev.beatboard;

import dev.beatboard.file.Picture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// What is kept of a rendered frame: its picture, and what the report wants to know of it.
record KeptFrame(Picture picture, Coverage coverage) {

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        // Differences of neighbors have few values; to look for repetitions as well takes long and saves little.
        deflater.setStrategy(Deflater.HUFFMAN_ONLY);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(all, deflater, 1 << 16))) {
            out.writeInt(picture.width());
            out.writeInt(picture.height());
            out.writeInt(coverage.of());
            out.writeInt(coverage.pixels().size());
            for (Map.Entry<Integer, Integer> e : coverage.pixels().entrySet()) {
                out.writeInt(e.getKey());
                out.writeInt(e.getValue());
            }
            byte[] rgb = picture.rgb();
            byte[] steps = rgb.clone();
            for (int i = 3; i < rgb.length; i++) {
                steps[i] = (byte) (rgb[i] - rgb[i - 3]);
            }
            out.write(steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return all.toByteArray();
    }

    static KeptFrame of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int width = in.readInt();
            int height = in.readInt();
            int covered = in.readInt();
            int objects = in.readInt();
            Map<Integer, Integer> pixels = new TreeMap<>();
            for (int i = 0; i < objects; i++) {
                pixels.put(in.readInt(), in.readInt());
            }
            byte[] rgb = in.readNBytes(3 * width * height);
            for (int i = 3; i < rgb.length; i++) {
                rgb[i] += rgb[i - 3];
            }
            return new KeptFrame(new Picture(width, height, rgb), new Coverage(covered, pixels));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
