package dev.beatboard;

import dev.beatboard.frame.Frame;
import java.util.Map;
import java.util.TreeMap;

/// How much of a picture each object covers, by its number in the id plane.
///
/// @param of pixels in all
/// @param pixels by object
record Coverage(int of, Map<Integer, Integer> pixels) {

    static Coverage of(Frame frame) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (float v : frame.plane(Frame.OBJECT).values()) {
            counts.merge((int) v, 1, Integer::sum);
        }
        return new Coverage(frame.width() * frame.height(), counts);
    }

    /// The share of the picture, 0 to 1.
    double share(int object) {
        return pixels.getOrDefault(object, 0) / (double) of;
    }
}
