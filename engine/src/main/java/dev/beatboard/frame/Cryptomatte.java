package dev.beatboard.frame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Mattes by name: every pixel lists the objects that it shows with the share that each covers, as
/// pairs (id, coverage) by rank, two pairs to a layer of four channels.
///
/// Source: Friedman and Jones, "Fully automatic ID mattes with support for motion blur and
/// transparency" (SIGGRAPH 2015), and the Cryptomatte Specification 1.2.0 (Psyop).
public final class Cryptomatte {

    /// Objects per pixel that are kept.
    public static final int RANKS = 6;
    /// All objects; the name of the layer.
    public static final String OBJECTS = "CryptoObject";
    /// Performers only.
    public static final String ACTORS = "CryptoActor";

    private Cryptomatte() {}

    /// The id of a name as it stands in the planes: MurmurHash3 whose bits are those of a float
    /// that is neither infinite, nor denormal, nor no number.
    public static float id(String name) {
        return Float.intBitsToFloat(bits(name));
    }

    private static int bits(String name) {
        int bits = murmur3(name.getBytes(StandardCharsets.UTF_8));
        int exponent = bits >>> 23 & 255;
        return exponent == 0 || exponent == 255 ? bits ^ 1 << 23 : bits;
    }

    /// The first seven digits of the hash of a layer's name, under which its attributes stand.
    public static String key(String layer) {
        return hex(bits(layer)).substring(0, 7);
    }

    /// The manifest: JSON, name to id in hexadecimal digits.
    public static String manifest(List<String> names) {
        Map<String, String> sorted = new TreeMap<>();
        names.forEach(n -> sorted.put(n, hex(bits(n))));
        StringBuilder json = new StringBuilder("{");
        sorted.forEach((name, id) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(escaped(name))
                .append("\":\"")
                .append(id)
                .append('"'));
        return json.append('}').toString();
    }

    private static String escaped(String name) {
        StringBuilder out = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String hex(int bits) {
        return String.format(Locale.ROOT, "%08x", bits);
    }

    /// The names of the planes of a layer: `CryptoObject00.R` and so on, by rank.
    public static List<String> planes(String layer) {
        List<String> names = new java.util.ArrayList<>();
        for (int k = 0; k < RANKS / 2; k++) {
            for (String channel : List.of("R", "G", "B", "A")) {
                names.add(String.format(Locale.ROOT, "%s%02d.%s", layer, k, channel));
            }
        }
        return names;
    }

    /// MurmurHash3, x86, 32 bits, seed 0 (Austin Appleby, public domain).
    static int murmur3(byte[] data) {
        int h = 0;
        int whole = data.length / 4 * 4;
        for (int i = 0; i < whole; i += 4) {
            int k = data[i] & 255 | (data[i + 1] & 255) << 8 | (data[i + 2] & 255) << 16 | (data[i + 3] & 255) << 24;
            h = Integer.rotateLeft(h ^ scramble(k), 13) * 5 + 0xe6546b64;
        }
        int rest = 0;
        for (int i = data.length - 1; i >= whole; i--) {
            rest = rest << 8 | data[i] & 255;
        }
        h ^= scramble(rest) ^ data.length;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    private static int scramble(int k) {
        return Integer.rotateLeft(k * 0xcc9e2d51, 15) * 0x1b873593;
    }
}
