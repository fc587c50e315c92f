package dev.beatboard.file.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A box of an ISO base media file (ISO/IEC 14496-12, section 4.2) that is held in memory.
///
/// @param head what stands before the children; of a box without children, its whole content
record Box(String type, byte[] head, List<Box> children) {

    private static final Set<String> PARENTS = Set.of("moov", "trak", "mdia", "minf", "stbl", "stsd");
    /// Sample entries: what VisualSampleEntry holds before its boxes.
    private static final Set<String> PICTURES = Set.of("avc1", "hvc1", "ap4h");

    private static final int PICTURE_HEAD = 78;
    /// Version, flags and count of `stsd`.
    private static final int DESCRIPTIONS_HEAD = 8;

    static Box leaf(String type, byte[] content) {
        return new Box(type, content, List.of());
    }

    /// The box that fills these bytes.
    ///
    /// @throws IllegalArgumentException if the sizes in it do not fit
    static Box parse(byte[] bytes) {
        List<Box> boxes = list(ByteBuffer.wrap(bytes));
        if (boxes.size() != 1) {
            throw new IllegalArgumentException("One box was expected, not " + boxes.size());
        }
        return boxes.getFirst();
    }

    private static List<Box> list(ByteBuffer in) {
        List<Box> boxes = new ArrayList<>();
        while (in.remaining() >= 8) {
            int size = in.getInt();
            byte[] type = new byte[4];
            in.get(type);
            if (size < 8 || size - 8 > in.remaining()) {
                throw new IllegalArgumentException("A box of " + size + " bytes does not fit");
            }
            ByteBuffer content = in.slice(in.position(), size - 8);
            in.position(in.position() + size - 8);
            boxes.add(read(new String(type, StandardCharsets.ISO_8859_1), content));
        }
        if (in.hasRemaining()) {
            // QuickTime ends some lists with four zeros.
            byte[] rest = new byte[in.remaining()];
            in.get(rest);
            boxes.add(leaf("", rest));
        }
        return boxes;
    }

    private static Box read(String type, ByteBuffer content) {
        boolean picture = PICTURES.contains(type);
        boolean parent = picture || PARENTS.contains(type);
        int before = picture ? PICTURE_HEAD : type.equals("stsd") ? DESCRIPTIONS_HEAD : 0;
        byte[] head = new byte[parent ? before : content.remaining()];
        content.get(head);
        return new Box(type, head, parent ? list(content) : List.of());
    }

    int size() {
        return (type.isEmpty() ? 0 : 8)
                + head.length
                + children.stream().mapToInt(Box::size).sum();
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(size());
        write(out);
        return out.array();
    }

    private void write(ByteBuffer out) {
        if (!type.isEmpty()) {
            out.putInt(size()).put(type.getBytes(StandardCharsets.ISO_8859_1));
        }
        out.put(head);
        children.forEach(c -> c.write(out));
    }

    /// The first child of that type.
    Optional<Box> child(String name) {
        return children.stream().filter(c -> c.type.equals(name)).findFirst();
    }

    /// The same with every box that `change` applies to changed, innermost first.
    Box map(java.util.function.UnaryOperator<Box> change) {
        return change.apply(
                new Box(type, head, children.stream().map(c -> c.map(change)).toList()));
    }

    /// The same with one more child, right after those of type `after`, or last.
    Box with(Box child, String after) {
        List<Box> all = new ArrayList<>(children);
        int at = all.size();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).type.equals(after)) {
                at = i + 1;
            }
        }
        all.add(at, child);
        return new Box(type, head, all);
    }
}
