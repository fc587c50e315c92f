package dev.beatboard.file.edit;

import dev.beatboard.file.OutputFile;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.io.IOException;
import java.nio.file.Path;

/// Writes an edit as FCPXML 1.10, for Final Cut Pro and DaVinci Resolve: the movie as the only
/// asset, one clip of it per set-up, a marker per keyframe with its prompt as note. All times are
/// fractions of whole frames.
///
/// Source: Apple, "FCPXML Reference" and the document type of version 1.10.
public final class FcpXmlFile {

    private final Edit edit;
    private final StringBuilder out = new StringBuilder();

    private FcpXmlFile(Edit edit) {
        this.edit = edit;
    }

    /// Final Cut Pro knows no sequences of EXR, so the edit needs a movie.
    public static void write(Path target, Edit edit) throws IOException {
        OutputFile.write(target, text(edit));
    }

    static String text(Edit edit) {
        FcpXmlFile file = new FcpXmlFile(edit);
        file.all();
        return file.out.toString();
    }

    private void all() {
        String movie =
                edit.movie().orElseThrow(() -> new IllegalArgumentException("FCPXML needs a movie; the edit has none"));
        String title = attribute(edit.shot().title());
        int first = edit.frames().first();
        String counted = edit.timecode().dropFrame() ? "DF" : "NDF";
        String length = time(edit.frames().count());
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE fcpxml>\n<fcpxml version=\"1.10\">\n");
        out.append("  <resources>\n");
        line(
                4,
                "<format id=\"r1\"" + name() + " frameDuration=\"" + time(1) + "\" width=\"" + edit.width()
                        + "\" height=\"" + edit.height() + "\" colorSpace=\"1-1-1 (Rec. 709)\"/>");
        line(
                4,
                "<asset id=\"r2\" name=\"" + title + "\" start=\"" + time(first) + "\" duration=\"" + length
                        + "\" hasVideo=\"1\" format=\"r1\" videoSources=\"1\">");
        line(6, "<media-rep kind=\"original-media\" src=\"./" + attribute(Urls.of(movie)) + "\"/>");
        line(6, "<metadata>");
        metadata("dev.beatboard.shot", edit.slate().shotDigest());
        metadata("dev.beatboard.seed", Long.toString(edit.slate().seed()));
        metadata("dev.beatboard.engine", edit.slate().engineVersion());
        line(6, "</metadata>");
        line(4, "</asset>");
        out.append("  </resources>\n  <library>\n");
        line(4, "<event name=\"Beatboard\">");
        line(6, "<project name=\"" + title + "\">");
        line(
                8,
                "<sequence format=\"r1\" duration=\"" + length + "\" tcStart=\"" + time(edit.recorded(first))
                        + "\" tcFormat=\"" + counted + "\">");
        line(10, "<spine>");
        edit.setUps().forEach(s -> clip(s, counted));
        line(10, "</spine>");
        line(8, "</sequence>");
        line(6, "</project>");
        line(4, "</event>");
        out.append("  </library>\n</fcpxml>\n");
    }

    private void clip(Edit.SetUp s, String counted) {
        line(
                12,
                "<asset-clip ref=\"r2\" offset=\"" + time(edit.recorded(s.first())) + "\" name=\""
                        + attribute(s.name()) + "\" start=\"" + time(s.first()) + "\" duration=\"" + time(s.count())
                        + "\" tcFormat=\"" + counted + "\">");
        for (int k : edit.keyframes(s)) {
            line(
                    14,
                    "<marker start=\"" + time(edit.shot().frameOf(k)) + "\" duration=\"" + time(1) + "\" value=\""
                            + Edit.name(k) + "\" note=\"" + attribute(edit.prompt(k)) + "\"/>");
        }
        line(12, "</asset-clip>");
    }

    /// The format's own name where Final Cut Pro has one for it, such as `FFVideoFormat1080p2398`.
    private String name() {
        String size = switch (edit.width() + "x" + edit.height()) {
            case "1920x1080" -> "1080p";
            case "1280x720" -> "720p";
            case "3840x2160" -> "3840x2160p";
            default -> "";
        };
        FrameRate r = edit.rate();
        String rate = switch (r.label()) {
            case "23.976" -> "2398";
            case "29.970" -> "2997";
            case "59.940" -> "5994";
            case "24", "25", "30", "50", "60" -> r.label();
            default -> "";
        };
        return size.isEmpty() || rate.isEmpty() ? "" : " name=\"FFVideoFormat" + size + rate + "\"";
    }

    private void metadata(String key, String value) {
        line(8, "<md key=\"" + key + "\" value=\"" + attribute(value) + "\" type=\"string\"/>");
    }

    private void line(int indent, String text) {
        out.repeat(' ', indent).append(text).append('\n');
    }

    /// So many frames in seconds: `1001/24000s`, or `5s`.
    private String time(long frames) {
        FrameRate r = edit.rate();
        Time t = new Time(frames * r.denominator(), r.numerator());
        return t.denominator() == 1 ? t.numerator() + "s" : t.numerator() + "/" + t.denominator() + "s";
    }

    /// Text as the value of an attribute; what XML 1.0 cannot hold becomes a replacement character.
    private static String attribute(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\r' -> out.append("&#13;");
                case '\t' -> out.append("&#9;");
                default -> {
                    boolean no = c < 0x20 || c >= 0xd800 && c <= 0xdfff || c == 0xfffe || c == 0xffff;
                    out.appendCodePoint(no ? 0xfffd : c);
                }
            }
        });
        return out.toString();
    }
}
