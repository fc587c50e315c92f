package dev.beatboard.scene;

import dev.beatboard.math.Sha256;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The SHA-256 of all that a scene says. Records are read component by component, whatever components they have, so
/// that nothing which is added to a scene can be forgotten here; a kind of value that is not known is an error.
///
/// What is immutable and used by many frames (worlds, surfaces' triangles, textures) is read once per object. For one
/// thread.
public final class SceneDigest {

    private static final int CHUNK = 1 << 16;

    private final Map<Object, byte[]> known = new IdentityHashMap<>();

    /// @param more what else the picture depends on, such as the quality: records, numbers, texts
    /// @return 64 hexadecimal digits
    public String of(Scene scene, Object... more) {
        Sink sink = new Sink();
        value(sink, scene);
        for (Object o : more) {
            value(sink, o);
        }
        return HexFormat.of().formatHex(sink.digest());
    }

    /// The digest of anything that a scene is made of, or that is made of the same.
    ///
    /// @return 64 hexadecimal digits
    public String of(List<?> values) {
        Sink sink = new Sink();
        value(sink, values);
        return HexFormat.of().formatHex(sink.digest());
    }

    /// Every value is preceded by its kind or its length, so that no two different scenes say the same bytes.
    private void value(Sink sink, Object value) {
        switch (value) {
            case Float v -> sink.number(Float.floatToIntBits(v));
            case Double v -> sink.number(Double.doubleToLongBits(v));
            case Integer v -> sink.number(v);
            case Long v -> sink.number(v);
            case Boolean v -> sink.number(v ? 1 : 0);
            case String v -> {
                byte[] text = v.getBytes(StandardCharsets.UTF_8);
                sink.number(text.length);
                sink.bytes(text);
            }
            case Enum<?> v -> value(sink, v.name());
            case float[] v -> sink.floats(v);
            case int[] v -> sink.ints(v);
            case short[] v -> sink.shorts(v);
            case List<?> v -> {
                sink.number(v.size());
                v.forEach(o -> value(sink, o));
            }
            case World v ->
                once(sink, v, s -> {
                    value(s, v.name());
                    value(s, v.shapes());
                    value(s, v.objects());
                    value(s, v.low());
                    value(s, v.high());
                });
            case Topology v ->
                once(sink, v, s -> {
                    s.number(v.vertexCount());
                    s.ints(v.triangles());
                    s.floats(v.uvs());
                });
            case Texture v ->
                once(sink, v, s -> {
                    s.number(v.width());
                    s.number(v.height());
                    s.bytes(v.rgba());
                });
            case Sky.Panorama v -> once(sink, v, s -> components(s, v));
            case Record v -> components(sink, v);
            default -> throw new IllegalArgumentException("No digest is known of " + value.getClass());
        }
    }

    private void components(Sink sink, Record record) {
        value(sink, record.getClass().getName());
        for (RecordComponent c : record.getClass().getRecordComponents()) {
            try {
                value(sink, c.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Cannot read " + record.getClass() + "." + c.getName(), e);
            }
        }
    }

    private interface Content {
        void into(Sink sink);
    }

    private void once(Sink sink, Object object, Content content) {
        byte[] digest = known.get(object);
        if (digest == null) {
            Sink own = new Sink();
            content.into(own);
            digest = own.digest();
            known.put(object, digest);
        }
        sink.bytes(digest);
    }

    /// Collects numbers into chunks for the hash.
    private static final class Sink {

        private final MessageDigest sha = Sha256.begin();
        private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);

        void number(long v) {
            room(8);
            chunk.putLong(v);
        }

        void bytes(byte[] v) {
            flush();
            sha.update(v);
        }

        void floats(float[] v) {
            number(v.length);
            for (int from = 0; from < v.length; from += CHUNK / 4) {
                flush();
                int count = Math.min(CHUNK / 4, v.length - from);
                chunk.asFloatBuffer().put(v, from, count);
                chunk.position(4 * count);
            }
        }

        void shorts(short[] v) {
            number(v.length);
            for (int from = 0; from < v.length; from += CHUNK / 2) {
                flush();
                int count = Math.min(CHUNK / 2, v.length - from);
                chunk.asShortBuffer().put(v, from, count);
                chunk.position(2 * count);
            }
        }

        void ints(int[] v) {
            number(v.length);
            for (int from = 0; from < v.length; from += CHUNK / 4) {
                flush();
                int count = Math.min(CHUNK / 4, v.length - from);
                chunk.asIntBuffer().put(v, from, count);
                chunk.position(4 * count);
            }
        }

        byte[] digest() {
            flush();
            return sha.digest();
        }

        private void room(int bytes) {
            if (chunk.remaining() < bytes) {
                flush();
            }
        }

        private void flush() {
            sha.update(chunk.array(), 0, chunk.position());
            chunk.clear();
        }
    }
}
