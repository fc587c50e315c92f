package dev.beatboard.file;

import dev.beatboard.shot.Names;
import dev.beatboard.time.Timecode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes what goes with a clip: `report.json`, `report.html` and `credits.txt`.
public final class ReportWriter {

    private ReportWriter() {}

    /// Writes all three into `folder`. The page shows `contact-sheet.png` and `clip.mp4` from the
    /// same folder if they are there.
    public static List<Path> write(Path folder, Report report) throws IOException {
        Path json = folder.resolve("report.json");
        Path html = folder.resolve("report.html");
        Path credits = folder.resolve("credits.txt");
        OutputFile.write(json, json(report));
        OutputFile.write(html, new ReportPage(report).html());
        OutputFile.write(credits, credits(report));
        return List.of(json, html, credits);
    }

    static String credits(Report report) {
        StringBuilder text = new StringBuilder(report.slate().title())
                .append("\nMade with Beatboard ")
                .append(report.slate().engineVersion())
                .append(".\n\nWhat is seen in this clip comes from:\n");
        report.credits().forEach(c -> text.append("- ").append(c).append('\n'));
        if (report.credits().isEmpty()) {
            text.append("- nothing but Beatboard's own procedures\n");
        }
        return text.toString();
    }

    /// The report as one JSON document.
    public static String json(Report report) {
        return PrettyJson.text(tree(report));
    }

    private static ObjectNode tree(Report r) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        ObjectNode slate = o.putObject("slate");
        slate.put("title", r.slate().title());
        slate.put("shot", r.slate().shotDigest());
        slate.put("seed", r.slate().seed());
        slate.put("engine", r.slate().engineVersion());
        slate.put("quality", r.slate().quality());
        o.put("width", r.width());
        o.put("height", r.height());
        o.put("fps", r.rate().label());
        o.put("frames", r.totalFrames());
        o.put("firstFrame", r.firstFrame());
        o.put("lastFrame", r.lastFrame());
        ObjectNode totals = o.putObject("facts");
        for (Report.Status s : Report.Status.values()) {
            totals.put(Names.of(s), r.count(s));
        }
        ObjectNode states = o.putObject("states");
        for (Report.State s : Report.State.values()) {
            states.put(Names.of(s), r.count(s));
        }
        ArrayNode keyframes = o.putArray("keyframes");
        for (Report.Moment m : r.moments()) {
            ObjectNode k = keyframes.addObject();
            k.put("frame", m.frame());
            k.put("at", seconds(r.rate().timeOf(m.frame()).toSeconds()));
            k.put("timecode", Timecode.of(r.rate()).text(m.frame()));
            k.put("asked", m.asked());
            k.put("understood", m.understood());
            ArrayNode staged = k.putArray("staged");
            m.staged().forEach(staged::add);
            ArrayNode facts = k.putArray("facts");
            for (Report.Fact f : m.facts()) {
                facts.addObject()
                        .put("slot", f.slot())
                        .put("asked", f.asked())
                        .put("staged", f.staged())
                        .put("measured", f.measured())
                        .put("status", Names.of(f.status()))
                        .put("state", Names.of(f.state()));
            }
        }
        ArrayNode decisions = o.putArray("decisions");
        for (Report.Decision d : r.decisions()) {
            decisions
                    .addObject()
                    .put("keyframe", d.keyframe())
                    .put("slot", d.slot())
                    .put("value", d.value())
                    .put("reason", d.reason());
        }
        ArrayNode warnings = o.putArray("warnings");
        for (Report.Warning w : r.warnings()) {
            warnings.addObject()
                    .put("keyframe", w.keyframe())
                    .put("code", w.code())
                    .put("message", w.message());
        }
        ArrayNode stages = o.putArray("stages");
        for (Report.Stage s : r.stages()) {
            stages.addObject().put("name", s.name()).put("seconds", s.seconds());
        }
        ArrayNode credits = o.putArray("credits");
        r.credits().forEach(credits::add);
        return o;
    }

    static String seconds(double s) {
        return String.format(Locale.ROOT, "%.3f", s);
    }
}
