package dev.beatboard.file.camera;

import dev.beatboard.file.FileNumber;
import dev.beatboard.math.RotationOrder;
import dev.beatboard.math.Vec3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads a `.chan`: lines of numbers between blanks or tabs, empty lines and those that begin with
/// `#` left out.
///
/// The frame 1001 + n is frame n of the clip, as in our own files. Where the file has no frame
/// 1001, its first frame is the clip's first. Nothing is made up for a frame that is missing.
final class ChanReader {

    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_LINES = 200_000;
    private static final double FARTHEST = 1e5;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,60})?|\\.\\d{1,60})([eE][+-]?\\d{1,3})?");
    private static final String COLUMNS = "A line is FRAME TX TY TZ RX RY RZ VFOV.";

    private final Faults faults;
    private final CameraTrack planned;

    ChanReader(Faults faults, CameraTrack planned) {
        this.faults = faults;
        this.planned = planned;
    }

    Optional<CameraFile.Moments> read(Path file, RotationOrder order) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            faults.add(
                    0, "The file has more than " + (MOST_BYTES >> 20) + " MB.", "", "Leave out what no frame needs.");
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        TreeMap<Integer, CameraFile.Moment> moments = new TreeMap<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (number > MOST_LINES) {
                faults.add(
                        number,
                        "The file has more than " + MOST_LINES + " lines.",
                        "",
                        "Leave out what no frame needs.");
                return Optional.empty();
            }
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                line(number, line.strip().split("[\\s,;]+"), order, moments);
            }
        }
        if (faults.any()) {
            return Optional.empty();
        }
        if (moments.isEmpty()) {
            faults.add(0, "The file holds no frame.", COLUMNS, "");
            return Optional.empty();
        }
        return pick(moments);
    }

    private void line(int number, String[] words, RotationOrder order, TreeMap<Integer, CameraFile.Moment> moments) {
        if (words.length != 7 && words.length != 8) {
            faults.add(number, "There are " + words.length + " numbers.", COLUMNS, "");
            return;
        }
        double[] v = new double[words.length];
        for (int i = 0; i < v.length; i++) {
            boolean plain = NUMBER.matcher(words[i]).matches();
            v[i] = plain ? Double.parseDouble(words[i]) : Double.NaN;
            if (!Double.isFinite(v[i])) {
                faults.add(number, quoted(words[i]) + " is no number.", "Allowed are finite decimal numbers.", "");
                return;
            }
        }
        if (v[0] != StrictMath.rint(v[0]) || StrictMath.abs(v[0]) > 1e8) {
            faults.add(
                    number,
                    quoted(words[0]) + " is no frame.",
                    "Frames are whole numbers.",
                    "Export one line per frame.");
            return;
        }
        for (int i = 1; i <= 6; i++) {
            if (StrictMath.abs(v[i]) > FARTHEST) {
                faults.add(
                        number,
                        quoted(words[i]) + " is too large.",
                        "Places and turns are within " + (int) FARTHEST + " meters and degrees.",
                        "Check the unit: one is a meter.");
                return;
            }
        }
        Optional<Double> lens = Optional.empty();
        if (v.length == 8) {
            if (v[7] < 0.05 || v[7] > 175) {
                faults.add(
                        number,
                        "The vertical field of view is " + words[7] + ".",
                        "Allowed are 0.05 to 175 degrees.",
                        "");
                return;
            }
            lens = Optional.of(StrictMath.tan(StrictMath.toRadians(v[7]) / 2));
        }
        CameraFile.Moment moment =
                new CameraFile.Moment(new Vec3(v[1], v[2], v[3]), order.orientation(new Vec3(v[4], v[5], v[6])), lens);
        if (moments.put((int) v[0], moment) != null) {
            faults.add(number, "Frame " + (int) v[0] + " is there twice.", "", "Remove one of them.");
        }
    }

    /// The frames of the clip out of those of the file.
    private Optional<CameraFile.Moments> pick(TreeMap<Integer, CameraFile.Moment> moments) {
        List<String> notices = new ArrayList<>();
        int zero = FileNumber.FIRST;
        if (!moments.containsKey(planned.number(0)) && !moments.containsKey(zero)) {
            zero = moments.firstKey() - planned.first();
            notices.add("The file's first frame, " + moments.firstKey() + ", is the clip's first.");
        }
        List<CameraFile.Moment> all = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < planned.views().size(); i++) {
            CameraFile.Moment m = moments.get(zero + planned.frame(i));
            if (m == null) {
                missing.add(zero + planned.frame(i));
            } else {
                all.add(m);
            }
        }
        if (!missing.isEmpty()) {
            faults.add(
                    0,
                    "Of the " + planned.views().size() + " frames of the clip, " + missing.size()
                            + " are missing in the file: " + ranges(missing) + ".",
                    "",
                    "Export every frame from " + (zero + planned.frame(0)) + " to "
                            + (zero + planned.frame(planned.views().size() - 1)) + ".");
            return Optional.empty();
        }
        if (moments.size() > all.size()) {
            notices.add(
                    (moments.size() - all.size()) + " frames of the file lie outside of the clip and are not used.");
        }
        if (all.stream().anyMatch(m -> m.tanHalfHeight().isEmpty())) {
            notices.add("The file has no field of view; the planned lens stays.");
        }
        return Optional.of(new CameraFile.Moments(all, notices));
    }

    /// Ascending numbers as ranges, such as `1003, 1007-1012`, the first ten of them.
    static String ranges(List<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); ) {
            int j = i;
            while (j + 1 < numbers.size() && numbers.get(j + 1) == numbers.get(j) + 1) {
                j++;
            }
            parts.add(i == j ? numbers.get(i).toString() : numbers.get(i) + "-" + numbers.get(j));
            i = j + 1;
        }
        return parts.size() > 10
                ? String.join(", ", parts.subList(0, 10)) + " and " + (parts.size() - 10) + " more gaps"
                : String.join(", ", parts);
    }

    private static String quoted(String word) {
        String visible = word.replaceAll("[^ -~]", "?");
        return "\"" + (visible.length() > 40 ? visible.substring(0, 40) + "..." : visible) + "\"";
    }
}
