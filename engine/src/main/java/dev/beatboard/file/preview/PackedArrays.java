package dev.beatboard.file.preview;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The arrays of a file one behind the other, each beginning at a multiple of eight bytes.
final class PackedArrays {

    private final List<byte[]> arrays = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    /// @return what the header says of it: type, where it begins, how many numbers a frame has, how many frames
    ObjectNode add(float[] numbers, int width, int frames) {
        ByteBuffer b = room(4 * numbers.length);
        b.asFloatBuffer().put(numbers);
        return added("float32", b, width, frames);
    }

    ObjectNode add(short[] numbers, int width, int frames) {
        ByteBuffer b = room(2 * numbers.length);
        b.asShortBuffer().put(numbers);
        return added("unorm16", b, width, frames);
    }

    ObjectNode add(long[] turns, int width, int frames) {
        ByteBuffer b = room(8 * turns.length);
        b.asLongBuffer().put(turns);
        return added("turn64", b, width, frames);
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes + 7 & ~7).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ObjectNode added(String type, ByteBuffer b, int width, int frames) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put("type", type).put("offset", size).put("width", width).put("frames", frames);
        arrays.add(b.array());
        size += b.capacity();
        return o;
    }

    void into(ByteBuffer out) {
        arrays.forEach(out::put);
    }
}
