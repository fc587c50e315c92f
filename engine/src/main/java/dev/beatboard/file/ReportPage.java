package dev.beatboard.file;

import dev.beatboard.shot.Names;
import dev.beatboard.time.Timecode;
import java.util.Locale;

/// A report as a page that needs nothing but the pictures beside it.
final class ReportPage {

    private static final String STYLE = """
            :root{color-scheme:dark light;--paper:#16181c;--card:#1f2228;--ink:#f2f0ea;--pale:#9aa0a8;--line:#343942;
            --accent:#f0b347;--good:#6fcf8e;--bad:#ff7d6b}
            @media (prefers-color-scheme:light){:root{--paper:#f6f4ef;--card:#fff;--ink:#1d2026;--pale:#646a73;
            --line:#dcd8cf;--accent:#a8690a;--good:#1d7a41;--bad:#b3301f}}
            *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);
            font:16px/1.5 system-ui,sans-serif}main{max-width:1080px;margin:0 auto;padding:40px 24px}
            h1{font-size:34px;margin:0}h2{font-size:20px;margin:44px 0 14px}p{margin:6px 0}
            .pale{color:var(--pale)}.mono{font-family:ui-monospace,monospace;font-size:13px;overflow-wrap:break-word}
            .whole{white-space:nowrap}
            video,img{width:100%;border-radius:8px;display:block;margin:18px 0;background:#000}
            .card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:18px 20px;margin:14px 0}
            .card h3{margin:0 0 6px;font-size:17px}.card h3 b{color:var(--accent);margin-right:10px}
            .card h3 span{float:right;color:var(--pale);font-weight:400;font-size:14px}
            blockquote{margin:8px 0;padding-left:14px;border-left:3px solid var(--accent)}
            .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;margin-top:10px}
            th{color:var(--pale);font-weight:500;text-align:left}td,th{padding:6px 12px 6px 0;vertical-align:top;
            border-top:1px solid var(--line)}.holds,.begins,.finished{color:var(--good)}.missed{color:var(--bad);
            font-weight:600}.unmeasured{color:var(--pale)}.big{display:flex;gap:28px;flex-wrap:wrap;margin:18px 0}
            .big div b{font-size:26px;display:block}li{margin:4px 0}
            """;

    private final Report report;
    private final StringBuilder page = new StringBuilder();

    ReportPage(Report report) {
        this.report = report;
    }

    String html() {
        Slate slate = report.slate();
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .append(text(slate.title()))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head><body><main>\n<h1>")
                .append(text(slate.title()))
                .append("</h1>\n<p class=\"pale\">")
                .append(text(facts()))
                .append("</p>\n");
        totals();
        page.append("<video src=\"clip.mp4\" controls loop muted playsinline onerror=\"this.remove()\"></video>\n");
        page.append("<h2>Keyframes</h2>\n<img src=\"contact-sheet.png\" alt=\"All keyframes\">\n");
        for (int i = 0; i < report.moments().size(); i++) {
            moment(i, report.moments().get(i));
        }
        warnings();
        decisions();
        stages();
        page.append("<h2>Credits</h2>\n<ul class=\"pale\">");
        report.credits().forEach(c -> page.append("<li>").append(text(c)).append("</li>"));
        page.append("</ul>\n<h2>Slate</h2>\n<p class=\"mono pale\">")
                .append(text(slate.line()))
                .append("</p>\n</main></body></html>\n");
        return page.toString();
    }

    private String facts() {
        return String.format(
                Locale.ROOT,
                "%dx%d, %s frames/s, frames %d to %d of %d, %s",
                report.width(),
                report.height(),
                report.rate().label(),
                report.firstFrame(),
                report.lastFrame(),
                report.totalFrames(),
                report.slate().quality());
    }

    private void totals() {
        long seen = report.count(Report.Status.HOLDS)
                + report.count(Report.Status.BEGINS)
                + report.count(Report.Status.FINISHED);
        long missed = report.count(Report.Status.MISSED);
        page.append("<div class=\"big\">");
        number(Long.toString(seen), "facts seen on their frames", "holds");
        number(Long.toString(missed), "missed", missed > 0 ? "missed" : "pale");
        number(Integer.toString(report.warnings().size()), "warnings", "");
        number(Integer.toString(report.decisions().size()), "decided unasked", "");
        page.append("</div>\n");
    }

    private void number(String value, String what, String style) {
        page.append("<div class=\"")
                .append(style)
                .append("\"><b>")
                .append(value)
                .append("</b>")
                .append(what)
                .append("</div>");
    }

    private void moment(int i, Report.Moment m) {
        page.append("<section class=\"card\"><h3><b>")
                .append(i + 1)
                .append("</b>")
                .append(ReportWriter.seconds(report.rate().timeOf(m.frame()).toSeconds()))
                .append(" s<span>frame ")
                .append(m.frame())
                .append(" &middot; ")
                .append(Timecode.of(report.rate()).text(m.frame()))
                .append("</span></h3>\n");
        if (!m.asked().isEmpty()) {
            page.append("<blockquote dir=\"auto\">").append(text(m.asked())).append("</blockquote>\n");
        }
        page.append("<p>").append(text(m.understood())).append("</p>\n");
        m.staged()
                .forEach(s -> page.append("<p class=\"pale\">").append(text(s)).append("</p>\n"));
        if (!m.facts().isEmpty()) {
            head("Fact", "Asked", "Staged", "Measured", "On the frame");
            for (Report.Fact f : m.facts()) {
                String status = Names.of(f.status());
                page.append("<tr><td class=\"mono\">").append(slot(f.slot()));
                page.append("</td><td>").append(text(f.asked()));
                page.append("</td><td>").append(text(f.staged()));
                page.append("</td><td>").append(text(f.measured()));
                page.append("</td><td class=\"")
                        .append(status)
                        .append("\">")
                        .append(Names.words(f.state()))
                        .append("</td></tr>\n");
            }
            page.append("</table></div>");
        }
        page.append("</section>\n");
    }

    private void warnings() {
        if (report.warnings().isEmpty()) {
            return;
        }
        page.append("<h2>Warnings</h2>\n");
        head("Keyframe", "What");
        for (Report.Warning w : report.warnings()) {
            page.append("<tr><td>")
                    .append(which(w.keyframe()))
                    .append("</td><td>")
                    .append(text(w.message()))
                    .append("</td></tr>\n");
        }
        page.append("</table></div>\n");
    }

    private void decisions() {
        if (report.decisions().isEmpty()) {
            return;
        }
        page.append("<h2>Decided unasked</h2>\n");
        head("Keyframe", "What", "Chosen", "Why");
        for (Report.Decision d : report.decisions()) {
            page.append("<tr><td>").append(which(d.keyframe()));
            page.append("</td><td class=\"mono\">").append(slot(d.slot()));
            page.append("</td><td>").append(text(d.value()));
            page.append("</td><td class=\"pale\">").append(text(d.reason())).append("</td></tr>\n");
        }
        page.append("</table></div>\n");
    }

    private void stages() {
        page.append("<h2>Time</h2>\n");
        head("Stage", "Seconds");
        for (Report.Stage s : report.stages()) {
            page.append("<tr><td>").append(text(s.name())).append("</td><td>");
            page.append(String.format(Locale.ROOT, "%.2f", s.seconds())).append("</td></tr>\n");
        }
        page.append("</table></div>\n");
    }

    private void head(String... names) {
        page.append("<div class=\"scroll\"><table><tr>");
        for (String n : names) {
            page.append("<th>").append(n).append("</th>");
        }
        page.append("</tr>\n");
    }

    private static String which(int keyframe) {
        return keyframe < 0 ? "clip" : Integer.toString(keyframe + 1);
    }

    /// A dotted name that may break after its dots and nowhere else, whatever the width of the
    /// screen.
    private static String slot(String s) {
        StringBuilder parts = new StringBuilder();
        for (String part : s.split("(?<=\\.)")) {
            parts.append(parts.isEmpty() ? "" : "<wbr>")
                    .append("<span class=\"whole\">")
                    .append(text(part))
                    .append("</span>");
        }
        return parts.toString();
    }

    private static String text(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
