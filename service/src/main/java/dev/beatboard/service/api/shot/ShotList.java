package dev.beatboard.service.api.shot;

import dev.beatboard.file.FileNumber;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.Shot;
import dev.beatboard.time.FrameRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a shot of a shot list, the table that comes with the format `edit`
/// ([dev.beatboard.file.edit.ShotListFile]), or of any table with the columns `seconds` or `frame` and
/// `prompt`. A keyframe without words is told in those of its other columns.
final class ShotList {

    /// How long the last keyframe is shown if nobody says.
    private static final double AFTER = 2;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,5}(\\.\\d{1,9})?");
    private static final Pattern FRAME = Pattern.compile("\\d{1,7}");

    private final CsvTable table;
    private final List<String> notices = new ArrayList<>();

    private ShotList(CsvTable table) {
        this.table = table;
    }

    /// What came of a table.
    ///
    /// @param shot a shot file's content, not checked
    /// @param notices what was assumed
    record Read(ObjectNode shot, List<String> notices) {}

    /// @param duration of the shot as shot files say it
    /// @throws dev.beatboard.service.problem.RefusedException if it is no shot list
    static Read of(String csv, String title, Optional<String> duration, Optional<String> fps) {
        return new ShotList(CsvTable.of(csv)).read(title, duration, fps);
    }

    private Read read(String title, Optional<String> duration, Optional<String> fps) {
        boolean timed = table.heads().contains("seconds") || table.heads().contains("frame");
        if (!timed || !table.heads().contains("prompt")) {
            throw Refusal.of(
                            Code.UNPROCESSABLE,
                            "A shot list has the columns seconds or frame, and prompt; this one has "
                                    + Refusal.quoted(String.join(", ", table.heads())) + ".")
                    .exception();
        }
        if (table.rows().size() > Shot.MOST_KEYFRAMES) {
            throw Refusal.of(
                            Code.UNPROCESSABLE,
                            "A shot has at most " + Shot.MOST_KEYFRAMES + " keyframes; the list has "
                                    + table.rows().size() + ".")
                    .exception();
        }
        String rate = fps.orElseGet(() -> rate().label());
        ObjectNode shot = JsonNodeFactory.instance.objectNode();
        shot.put("title", title);
        shot.put("duration", duration.orElseGet(this::duration));
        shot.put("fps", rate);
        ArrayNode keyframes = shot.putArray("keyframes");
        for (CsvTable.Row row : table.rows()) {
            keyframes.addObject().put("at", at(row)).put("prompt", prompt(row));
        }
        return new Read(shot, notices);
    }

    /// The rate by which frames and seconds agree best; that of film if they do not tell.
    private FrameRate rate() {
        if (!(table.heads().contains("seconds") && table.heads().contains("frame"))) {
            return FrameRate.FILM;
        }
        return FrameRate.KNOWN.stream()
                .min(Comparator.comparingDouble(this::disagreement).thenComparing(r -> !r.equals(FrameRate.FILM)))
                .orElse(FrameRate.FILM);
    }

    /// The most that frames and seconds differ, in seconds, less what comes of rounding.
    private double disagreement(FrameRate rate) {
        double most = 0;
        for (CsvTable.Row row : table.rows()) {
            Optional<Integer> n = frame(row);
            String seconds = table.cell(row, "seconds").strip();
            if (n.isPresent() && SECONDS.matcher(seconds).matches()) {
                most = Math.max(most, Math.abs(n.get() * rate.frameSeconds() - Double.parseDouble(seconds)) - 0.00051);
            }
        }
        return most;
    }

    private Optional<Integer> frame(CsvTable.Row row) {
        String cell = table.cell(row, "frame").strip();
        return FRAME.matcher(cell).matches() && Integer.parseInt(cell) >= FileNumber.FIRST
                ? Optional.of(Integer.parseInt(cell) - FileNumber.FIRST)
                : Optional.empty();
    }

    private String at(CsvTable.Row row) {
        Optional<Integer> n = frame(row);
        if (n.isPresent()) {
            return n.get() + "f";
        }
        String seconds = table.cell(row, "seconds").strip();
        if (SECONDS.matcher(seconds).matches()) {
            return seconds + "s";
        }
        throw Refusal.of(
                        Code.UNPROCESSABLE,
                        "Line " + row.line() + " does not say when: frame is "
                                + Refusal.quoted(table.cell(row, "frame"))
                                + " (frame 0 has the number " + FileNumber.FIRST + "), seconds is "
                                + Refusal.quoted(seconds) + ".")
                .exception();
    }

    private String duration() {
        double last = 0;
        for (CsvTable.Row row : table.rows()) {
            String seconds = table.cell(row, "seconds").strip();
            last = Math.max(
                    last,
                    SECONDS.matcher(seconds).matches()
                            ? Double.parseDouble(seconds)
                            : frame(row).orElse(0) * FrameRate.FILM.frameSeconds());
        }
        String seconds = String.format(Locale.ROOT, "%.3fs", Math.min(last + AFTER, longest()));
        notices.add("A shot list does not say how long the shot is; " + seconds + " was taken, "
                + String.format(Locale.ROOT, "%.0f", AFTER) + " s after the last keyframe.");
        return seconds;
    }

    private static double longest() {
        return (double) Shot.LONGEST.numerator() / Shot.LONGEST.denominator();
    }

    private String prompt(CsvTable.Row row) {
        String prompt = table.cell(row, "prompt");
        if (!prompt.isBlank()) {
            return prompt;
        }
        List<String> parts = new ArrayList<>();
        for (String head : List.of("framing", "lens", "support", "move", "performers", "light")) {
            String cell = table.cell(row, head).strip();
            if (!cell.isEmpty() && !(head.equals("lens") && parts.isEmpty())) {
                parts.add(cell);
            }
        }
        if (!parts.isEmpty()) {
            notices.add("The keyframe of line " + row.line() + " has no prompt; its other columns were taken.");
        }
        return String.join(", ", parts);
    }
}
