package dev.beatboard.file.gltf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A picture with holes in few colors: the box of colors that is most spread out is cut at its median until there are
/// enough (Heckbert 1982), alpha being one of four axes. Colors of what cannot be seen do not count.
///
/// @param colors 0xAARRGGBB, at most 256
/// @param pixels numbers of colors
record Palette(int[] colors, byte[] pixels) {

    private static final int[] SHIFTS = {0, 8, 16, 24};
    /// Below this alpha there is nothing to see: 10 of 255.
    private static final int CLEAR = 10;

    /// Colors of a box: `from` to `until` of the sorted pixels, which are named by their places in the picture.
    private record Box(int from, int until, int axis, long spread) {}

    static Palette of(int[] argb, int count) {
        int[] seen = new int[argb.length];
        long[] mean = new long[4];
        for (int p : argb) {
            if (p >>> 24 >= CLEAR) {
                for (int c = 0; c < 3; c++) {
                    mean[c] += p >>> SHIFTS[c] & 255;
                }
                mean[3]++;
            }
        }
        int clear = 0;
        for (int c = 0; c < 3 && mean[3] > 0; c++) {
            clear |= (int) (mean[c] / mean[3]) << SHIFTS[c];
        }
        for (int i = 0; i < argb.length; i++) {
            seen[i] = argb[i] >>> 24 < CLEAR ? clear : argb[i];
        }
        int[] sorted = new int[seen.length];
        Arrays.setAll(sorted, i -> i);
        List<Box> boxes = new ArrayList<>(List.of(box(seen, sorted, 0, sorted.length)));
        while (boxes.size() < count) {
            int widest = 0;
            for (int i = 1; i < boxes.size(); i++) {
                widest = boxes.get(i).spread() > boxes.get(widest).spread() ? i : widest;
            }
            Box b = boxes.get(widest);
            if (b.spread() == 0) {
                break;
            }
            int cut = split(seen, sorted, b);
            boxes.set(widest, box(seen, sorted, b.from(), cut));
            boxes.add(box(seen, sorted, cut, b.until()));
        }
        int[] colors = new int[boxes.size()];
        byte[] pixels = new byte[seen.length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = mean(seen, sorted, boxes.get(i));
            for (int k = boxes.get(i).from(); k < boxes.get(i).until(); k++) {
                pixels[sorted[k]] = (byte) i;
            }
        }
        return new Palette(colors, pixels);
    }

    private static Box box(int[] seen, int[] sorted, int from, int until) {
        int axis = 0;
        long spread = 0;
        for (int c = 0; c < 4; c++) {
            int low = 255;
            int high = 0;
            for (int i = from; i < until; i++) {
                int v = seen[sorted[i]] >>> SHIFTS[c] & 255;
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
            // Wide boxes first, and of those the ones that many pixels are in.
            long s = (long) (high - low) * (high - low) * (until - from);
            if (s > spread) {
                axis = c;
                spread = s;
            }
        }
        return new Box(from, until, axis, spread);
    }

    /// Sorts a box along its axis and finds where to cut it: at the median, moved so that equal colors stay together.
    private static int split(int[] seen, int[] sorted, Box b) {
        int shift = SHIFTS[b.axis()];
        long[] keyed = new long[b.until() - b.from()];
        for (int i = 0; i < keyed.length; i++) {
            int at = sorted[b.from() + i];
            keyed[i] = (long) (seen[at] >>> shift & 255) << 32 | at;
        }
        Arrays.sort(keyed);
        for (int i = 0; i < keyed.length; i++) {
            sorted[b.from() + i] = (int) keyed[i];
        }
        int middle = keyed.length / 2;
        long level = keyed[middle] >>> 32;
        int cut = middle;
        while (cut > 0 && keyed[cut - 1] >>> 32 == level) {
            cut--;
        }
        if (cut == 0) {
            cut = middle;
            while (keyed[cut] >>> 32 == level) {
                cut++;
            }
        }
        return b.from() + cut;
    }

    private static int mean(int[] seen, int[] sorted, Box b) {
        int out = 0;
        for (int shift : SHIFTS) {
            long sum = 0;
            for (int i = b.from(); i < b.until(); i++) {
                sum += seen[sorted[i]] >>> shift & 255;
            }
            int n = b.until() - b.from();
            out |= (int) ((sum + n / 2) / n) << shift;
        }
        return out;
    }
}
