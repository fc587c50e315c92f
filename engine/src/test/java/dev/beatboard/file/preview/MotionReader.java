package dev.beatboard.file.preview;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a motion part as `docs/PREVIEW.md` describes it, by nothing else.
public final class MotionReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ByteBuffer file;
    private final int data;
    private final JsonNode header;

    public MotionReader(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (file.getInt(0) != 0x4f4d4242 || file.getInt(4) != 1) {
            throw new IllegalArgumentException("No motion of version 1");
        }
        int length = file.getInt(8);
        header = MAPPER.readTree(new String(bytes, 16, length, StandardCharsets.UTF_8));
        data = 16 + length;
    }

    public JsonNode header() {
        return header;
    }

    /// The numbers of an array at a frame.
    public double[] at(JsonNode array, int frame) {
        int width = array.path("width").asInt();
        int from = (array.path("frames").asInt() == 1 ? 0 : frame) * width;
        double[] out = new double[width];
        int offset = data + array.path("offset").asInt();
        for (int i = 0; i < width; i++) {
            out[i] = switch (array.path("type").asString()) {
                case "float32" -> file.getFloat(offset + 4 * (from + i));
                case "unorm16" -> (file.getShort(offset + 2 * (from + i)) & 0xffff) / 65535.0;
                default -> throw new IllegalArgumentException(array.toString());
            };
        }
        return out;
    }

    public Vec3 vector(JsonNode array, int frame) {
        double[] v = at(array, frame);
        return new Vec3(v[0], v[1], v[2]);
    }

    public Quat rotation(JsonNode array, int frame) {
        double[] v = at(array, frame);
        return new Quat(v[0], v[1], v[2], v[3]);
    }

    /// The turns of all joints of a person at a frame.
    public List<Quat> turns(JsonNode person, int frame) {
        JsonNode moving = person.at("/turns/moving");
        JsonNode still = person.at("/turns/still");
        List<Quat> out = new ArrayList<>();
        for (JsonNode t : person.at("/turns/tracks")) {
            int track = t.asInt();
            out.add(track >= 0 ? turn(moving, frame * moving.path("width").asInt() + track) : turn(still, -1 - track));
        }
        return out;
    }

    private Quat turn(JsonNode array, int index) {
        return turn(file.getLong(data + array.path("offset").asInt() + 8 * index));
    }

    static Quat turn(long bits) {
        double scale = 1 / (524287 * Math.sqrt(2));
        double a = ((bits & 0xfffff) - 524288) * scale;
        double b = ((bits >>> 20 & 0xfffff) - 524288) * scale;
        double c = ((bits >>> 40 & 0xfffff) - 524288) * scale;
        double d = Math.sqrt(Math.max(0, 1 - a * a - b * b - c * c));
        return switch ((int) (bits >>> 60 & 3)) {
            case 0 -> new Quat(d, a, b, c);
            case 1 -> new Quat(a, d, b, c);
            case 2 -> new Quat(a, b, d, c);
            default -> new Quat(a, b, c, d);
        };
    }
}
