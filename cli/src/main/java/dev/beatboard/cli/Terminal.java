package dev.beatboard.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where results and messages go. Results go to `out`, everything else to `err`.
///
/// @param colors whether `out` and `err` show colors
/// @param live whether `err` is a terminal on which a line can be drawn again
record Terminal(PrintStream out, PrintStream err, boolean colors, boolean live) {

    /// The process's own, always UTF-8. Colors only on a terminal and never where `NO_COLOR` is set (no-color.org).
    static Terminal system() {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        String no = System.getenv("NO_COLOR");
        boolean colors = terminal && (no == null || no.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), colors, terminal);
    }

    private static PrintStream stream(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    /// How text looks.
    enum Style {
        BOLD("1"),
        PALE("2"),
        GOOD("32"),
        BAD("31"),
        ACCENT("33"),
        UNKNOWN("31;4");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    String styled(Style style, String text) {
        return colors ? "\u001B[" + style.code + "m" + text + "\u001B[0m" : text;
    }

    void print(String line) {
        out.println(line);
    }

    /// Something worth knowing that is no result.
    void note(String line) {
        err.println(styled(Style.PALE, line));
    }

    void warning(String line) {
        err.println(styled(Style.ACCENT, "warning: ") + line);
    }

    /// What a failure says, for people.
    static String message(Throwable e) {
        String said = e.getMessage();
        Throwable cause = e.getCause();
        if (e instanceof java.io.UncheckedIOException && cause != null) {
            return message(cause);
        }
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : said;
    }

    void error(String line) {
        err.println(styled(Style.BAD, "error: ") + line);
    }
}
