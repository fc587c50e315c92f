package dev.beatboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RenderBarTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(stream(out), stream(err), false, false);

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private RenderBar bar(boolean json, String... options) {
        ProgressOptions read = new ProgressOptions();
        new CommandLine(read).parseArgs(options);
        return read.bar(terminal, json);
    }

    @Test
    void aFarmReadsWholePercentsThatGrow() {
        try (RenderBar bar = bar(false, "--progress", "openjd")) {
            bar.stage("staging");
            for (int done = 1; done <= 300; done++) {
                bar.frame(done, 300);
            }
            bar.stage("writing the report");
        }
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines[0]).isEqualTo("openjd_status: staging");
        assertThat(lines[1]).isEqualTo("openjd_progress: 0");
        assertThat(lines[101]).isEqualTo("openjd_progress: 100");
        assertThat(lines[102]).isEqualTo("openjd_status: writing the report");
        assertThat(lines).hasSize(103);
        assertThat(err.size()).isZero();
    }

    @Test
    void peopleReadItApartFromResults() {
        try (RenderBar bar = bar(false)) {
            bar.stage("staging");
            bar.frame(1, 2);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("staging", "50 %");
        assertThat(out.size()).isZero();
    }

    @Test
    void refusesWhatItCannotTell() {
        assertThatThrownBy(() -> bar(false, "--progress", "dots"))
                .isInstanceOf(WrongInput.class)
                .hasMessage("--progress is bar or openjd, not \"dots\".");
        assertThatThrownBy(() -> bar(true, "--progress", "openjd")).hasMessageContaining("standard output");
    }
}
