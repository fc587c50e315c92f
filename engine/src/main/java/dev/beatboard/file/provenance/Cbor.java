package dev.beatboard.file.provenance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Writes CBOR, RFC 8949, in definite lengths and shortest form: maps (in their own order), lists, strings, byte
/// arrays,
/// whole numbers; [#NULL] is null, and [Tagged] a tag.
final class Cbor {

    static final Object NULL = new Object();

    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int LIST = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int SIMPLE_NULL = 0xf6;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Cbor() {}

    record Tagged(int tag, Object value) {}

    static byte[] encode(Object value) {
        Cbor c = new Cbor();
        c.write(value);
        return c.out.toByteArray();
    }

    private void write(Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                head(MAP, map.size());
                map.forEach((k, v) -> {
                    write(k);
                    write(v);
                });
            }
            case List<?> list -> {
                head(LIST, list.size());
                list.forEach(this::write);
            }
            case String text -> {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                head(TEXT, utf8.length);
                out.writeBytes(utf8);
            }
            case byte[] bytes -> {
                head(BYTES, bytes.length);
                out.writeBytes(bytes);
            }
            case Integer i -> number(i);
            case Long l -> number(l);
            case Tagged t -> {
                head(TAG, t.tag());
                write(t.value());
            }
            case Object o when o == NULL -> out.write(SIMPLE_NULL);
            default -> throw new IllegalArgumentException("CBOR is not written of " + value.getClass());
        }
    }

    private void number(long n) {
        if (n >= 0) {
            head(POSITIVE, n);
        } else {
            head(NEGATIVE, -1 - n);
        }
    }

    private void head(int major, long n) {
        int m = major << 5;
        if (n < 24) {
            out.write(m | (int) n);
        } else if (n < 1 << 8) {
            out.write(m | 24);
            out.write((int) n);
        } else if (n < 1 << 16) {
            out.write(m | 25);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) n).array());
        } else if (n < 1L << 32) {
            out.write(m | 26);
            out.writeBytes(ByteBuffer.allocate(4).putInt((int) n).array());
        } else {
            out.write(m | 27);
            out.writeBytes(ByteBuffer.allocate(8).putLong(n).array());
        }
    }
}
