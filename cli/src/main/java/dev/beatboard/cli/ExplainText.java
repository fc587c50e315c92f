package dev.beatboard.cli;

import dev.beatboard.cli.Terminal.Style;
import dev.beatboard.direction.Understanding;
import dev.beatboard.direction.Understanding.Fate;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Shot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An understanding for people to read in a terminal. Words that were not understood are marked, words that were
/// ignored are pale.
final class ExplainText {

    /// Longer stretches of words push their line to the right instead of all lines.
    private static final int WIDEST = 32;

    private final Terminal terminal;
    private final Understanding understanding;

    ExplainText(Terminal terminal, Understanding understanding) {
        this.terminal = terminal;
        this.understanding = understanding;
    }

    void print() {
        Shot shot = understanding.shot();
        terminal.print(terminal.styled(Style.BOLD, shot.title()) + "  "
                + pale(number(shot.duration().toSeconds()) + " s, " + shot.frames() + " frames at "
                        + shot.rate().label() + ", " + shot.width() + "x" + shot.height() + ", "
                        + Names.of(shot.set()).replace('-', ' ')));
        for (int i = 0; i < understanding.keyframes().size(); i++) {
            keyframe(i, understanding.keyframes().get(i));
        }
        if (!understanding.decisions().isEmpty()) {
            terminal.print("");
            terminal.print(terminal.styled(Style.BOLD, "Decided unasked"));
            understanding.decisions().forEach(this::decision);
        }
        if (!understanding.warnings().isEmpty()) {
            terminal.print("");
            terminal.print(terminal.styled(Style.BOLD, "Warnings"));
            understanding.warnings().forEach(this::warning);
        }
    }

    private void keyframe(int i, Understanding.Reading r) {
        double at = understanding.shot().rate().timeOf(r.frame()).toSeconds();
        terminal.print("");
        terminal.print(terminal.styled(Style.ACCENT, String.format(Locale.ROOT, "%2d", i + 1)) + "  "
                + terminal.styled(Style.BOLD, number(at) + " s") + pale("  frame " + r.frame()));
        String prompt = r.words().stream().map(this::word).collect(Collectors.joining());
        if (!prompt.isBlank()) {
            prompt.lines().forEach(l -> terminal.print("    " + l.strip()));
        }
        terminal.print("    " + r.summary());
        terminal.print("    " + checks(r.checks()));
        for (String line : used(r.words())) {
            terminal.print("      " + pale(line));
        }
    }

    private String word(Understanding.Word w) {
        // What turns the reading direction would turn the rest of the line with it.
        String text = w.text().replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "");
        if (w.fate() == Fate.UNKNOWN) {
            return terminal.colors() ? terminal.styled(Style.UNKNOWN, text) : "[?" + text + "]";
        }
        return w.fate() == Fate.IGNORED ? pale(text) : text;
    }

    private String checks(Understanding.Checks c) {
        List<String> all = new ArrayList<>();
        all.add(check("camera", c.camera()));
        all.add(check("subject", c.subject()));
        all.add(check("light", c.light()));
        all.add(check("action", c.action()));
        return String.join("  ", all);
    }

    private String check(String name, boolean there) {
        return there ? terminal.styled(Style.GOOD, "\u2713 " + name) : pale("\u2717 " + name);
    }

    /// What each used word filled, in columns.
    private static List<String> used(List<Understanding.Word> words) {
        List<Understanding.Word> filled = words.stream()
                .filter(w -> w.fate() == Fate.USED
                        && w.slot().isPresent()
                        && w.value().isPresent())
                .toList();
        int widest =
                filled.stream().mapToInt(w -> w.text().strip().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Understanding.Word w : filled) {
            String text = "\"" + w.text().strip() + "\"";
            lines.add(text + " ".repeat(Math.max(0, Math.min(widest, WIDEST) + 2 - text.length())) + "  "
                    + w.slot().orElseThrow() + " = " + w.value().orElseThrow());
        }
        return lines;
    }

    private void decision(Understanding.Decision d) {
        String or = d.alternatives().isEmpty() ? "" : " (or " + String.join(", ", d.alternatives()) + ")";
        terminal.print("  " + which(d.keyframe()) + d.slot() + " = " + d.value() + pale(": " + d.reason() + or));
    }

    private void warning(Understanding.Warning w) {
        terminal.print("  " + which(w.keyframe()) + terminal.styled(Style.ACCENT, w.code()) + ": " + w.message());
        for (Understanding.Suggestion s : w.suggestions()) {
            terminal.print("          " + s.label() + (s.edit().isEmpty() ? "" : ": \"" + s.edit() + "\""));
        }
    }

    /// Where a warning belongs, for a line of its own.
    static String place(Understanding.Warning w) {
        return w.keyframe() < 0 ? "" : "keyframe " + (w.keyframe() + 1) + ": ";
    }

    private String which(int keyframe) {
        return terminal.styled(
                Style.ACCENT,
                String.format(Locale.ROOT, "%-5s ", keyframe < 0 ? "clip" : Integer.toString(keyframe + 1)));
    }

    private String pale(String text) {
        return terminal.styled(Style.PALE, text);
    }

    private static String number(double v) {
        return String.format(Locale.ROOT, "%.3f", v).replaceAll("\\.?0+$", "");
    }
}
