package dev.beatboard.file.edit;

import dev.beatboard.file.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes an edit as CMX3600 edit decision list: one event per set-up, its clip's name, a locator
/// per keyframe and the whole prompt in comments below it. Such a list is ASCII in lines of at most
/// 80 characters; marks on letters are left out and other characters become question marks. It does
/// not say its rate.
///
/// Source: SMPTE 258M and the manual of the CMX 3600 (reels of at most 8 letters and digits, titles
/// of at most 70 characters, 999 events); `* FROM CLIP NAME:` and `* LOC:` as Avid's list tool
/// writes them.
public final class EdlFile {

    private static final int LINE = 80;
    private static final int TITLE = 70;
    private static final int REEL = 8;
    private static final int MOST_EVENTS = 999;
    private static final String END = "\r\n";

    private EdlFile() {}

    public static void write(Path target, Edit edit) throws IOException {
        OutputFile.write(target, text(edit).getBytes(StandardCharsets.US_ASCII));
    }

    static String text(Edit edit) {
        List<Edit.SetUp> setUps = edit.setUps();
        if (setUps.size() > MOST_EVENTS) {
            throw new IllegalArgumentException(
                    "A CMX3600 list has at most " + MOST_EVENTS + " events, not " + setUps.size());
        }
        String reel = reel(edit.shot().title());
        StringBuilder out = new StringBuilder();
        out.append("TITLE: ").append(cut(ascii(edit.shot().title()), TITLE)).append(END);
        out.append(edit.timecode().dropFrame() ? "FCM: DROP FRAME" : "FCM: NON-DROP FRAME")
                .append(END)
                .append(END);
        int event = 1;
        for (Edit.SetUp s : setUps) {
            out.append(String.format(
                    Locale.ROOT,
                    "%03d  %-8s V     C        %s %s %s %s",
                    event++,
                    reel,
                    edit.source(s.first()),
                    edit.source(s.last() + 1),
                    edit.recordedAt(s.first()),
                    edit.recordedAt(s.last() + 1)));
            out.append(END);
            out.append(cut("* FROM CLIP NAME: " + ascii(s.name()), LINE)).append(END);
            for (int k : edit.keyframes(s)) {
                String at = edit.recordedAt(edit.shot().frameOf(k));
                String prompt = ascii(edit.prompt(k));
                out.append(cut("* LOC: " + at + " YELLOW  " + (Edit.name(k) + " " + prompt).strip(), LINE))
                        .append(END);
                for (String line : wrapped(prompt, LINE - 2)) {
                    out.append("* ").append(line).append(END);
                }
            }
        }
        return out.toString();
    }

    /// The first eight letters and digits of a title.
    static String reel(String title) {
        String plain = ascii(title).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return plain.isEmpty() ? "AX" : plain.substring(0, Math.min(REEL, plain.length()));
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .replaceAll("[^ -~]", "?")
                .strip();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }

    private static List<String> wrapped(String text, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > most) {
            int blank = rest.lastIndexOf(' ', most);
            int end = blank > 0 ? blank : most;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }
}
