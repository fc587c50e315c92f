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
        float[] ids = frame.plane(Frame.OBJECT).values();
        // Neighbors mostly show one object: runs are counted, which is done for every frame.
        for (int from = 0, i = 1; i <= ids.length; i++) {
            if (i == ids.length || ids[i] != ids[from]) {
                counts.merge((int) ids[from], i - from, Integer::sum);
                from = i;
            }
        }
        return new Coverage(frame.width() * frame.height(), counts);
    }

    /// The share of the picture, 0 to 1.
    double share(int object) {
        return pixels.getOrDefault(object, 0) / (double) of;
    }
}
