package dev.beatboard.file.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the top level of an MP4 file for tests.
final class Mp4Boxes {

    private Mp4Boxes() {}

    record Top(String type, int from, int size) {}

    static List<Top> top(byte[] file) {
        List<Top> boxes = new ArrayList<>();
        for (int at = 0; at < file.length; ) {
            int size = ByteBuffer.wrap(file).getInt(at);
            boxes.add(new Top(new String(file, at + 4, 4, StandardCharsets.ISO_8859_1), at, size));
            at += size;
        }
        return boxes;
    }

    static Box moov(Path clip) throws IOException {
        byte[] file = Files.readAllBytes(clip);
        Top moov = top(file).stream()
                .filter(t -> t.type().equals("moov"))
                .findFirst()
                .orElseThrow();
        return Box.parse(Arrays.copyOfRange(file, moov.from(), moov.from() + moov.size()));
    }

    static Box sampleEntry(Box moov) {
        Box at = moov;
        for (String name : List.of("trak", "mdia", "minf", "stbl", "stsd")) {
            at = at.child(name).orElseThrow();
        }
        return at.children().getFirst();
    }
}
