package dev.beatboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void namesItsCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("render", "explain", "assets", "bench", "compare");
        assertThat(err()).isEmpty();
    }

    @Test
    void comparesOnlyWhatItFindsAListOf() {
        assertThat(run(
                        "compare",
                        "--crops",
                        folder.resolve("none.txt").toString(),
                        "-o",
                        folder.resolve("o").toString()))
                .isEqualTo(2);
        assertThat(err()).contains("There is no list of crops");
        assertThat(run("compare", "--samples", "3")).isEqualTo(2);
        assertThat(err()).contains("--samples is 64 to 65536, not 3.");
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --quality fine      | --quality is draft, final or reference, not "fine".
            --samples 0         | --samples is 1 to 65536, not 0.
            --samples 8         | --samples goes with --quality reference only.
            --format mov        | --format "mov" is not known. Known: mp4, hdr10, hlg, prores, png, exr, camera
            --format comp       | --format comp loads the EXR sequence: write --format exr,comp.
            --format prore      | --format "prore" is not known. Did you mean "prores"?
            --size 3x3          | --size 3x3 cannot be used.
            --size 8192x8192    | A picture of 8192x8192 needs some 44.3 GB of memory
            --aspect 99:1       | --aspect 99:1 cannot be used.
            --threads 0         | --threads is 1 to 256, not 0.
            --frames 0-48       | --frames 0-48 cannot be used. This clip has the frames 0-47
            --frames 7-3        | --frames 7-3 cannot be used.
            --layers all        | go with --format exr.
            --format exr --layers depht | --layers "depht" is not known. Did you mean "depth"?
            --format exr --color-space acesc | --color-space "acesc" is not known. Did you mean "acescg"?
            --format exr --overscan 80 | --overscan is 0 to 50 percent, not 80.0.
            --letterbox x       | --letterbox x cannot be used.
            --slate 60          | --slate is 0 to 10 seconds, not 60.0.
            --sign-key a.pem    | --sign-key and --sign-chain go together.
            --camera-name Main  | --camera-name goes with --camera.
            --extend            | --extend needs --aspect or --size
            """)
    void refusesWhatItCannotDo(String options, String expected) throws IOException {
        Path shot = shot("duration: 2s\nkeyframes: [{at: 0s, prompt: medium shot}]\n");
        Path into = folder.resolve("out");
        String[] option = options.split(" ");
        String[] args = new String[4 + option.length];
        args[0] = "render";
        args[1] = shot.toString();
        args[2] = "-o";
        args[3] = into.toString();
        System.arraycopy(option, 0, args, 4, option.length);

        assertThat(run(args)).isEqualTo(2);
        assertThat(err()).contains(expected);
        assertThat(out()).isEmpty();
        assertThat(into).doesNotExist();
    }

    @Test
    void namesEveryProblemOfABadFileAndWritesNothing() throws IOException {
        Path shot = shot("duration: 21s\nkeyframes: [{at: 0s, promt: hello}]\n");
        Path into = folder.resolve("out");

        assertThat(run("render", shot.toString(), "-o", into.toString())).isEqualTo(2);
        assertThat(err())
                .startsWith("error: " + shot + " has 2 problems:\n")
                .contains("duration: \"21s\" is too long.", "Did you mean \"prompt\"?", "(line 2, column 22)");
        assertThat(into).doesNotExist();
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThat(run("explain", folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(err()).contains("There is no such file.");
    }

    @Test
    void provesNoBooksWhereThereAreNone() {
        Path nowhere = folder.resolve("service");
        assertThat(run("audit", "--data", nowhere.toString())).isEqualTo(1);
        assertThat(err()).contains("no service was ever started there");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void asksNoServiceForItsBooksWithoutTheOperatorsToken() {
        assertThat(run("audit", "--url", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(err()).contains("BEATBOARD_OPERATOR_TOKEN");
    }

    @Test
    void knowsNoOtherCommand() {
        assertThat(run("paint")).isEqualTo(2);
        assertThat(err()).contains("paint");
    }

    private Path shot(String text) throws IOException {
        return Files.writeString(folder.resolve("shot.yaml"), text);
    }

    private int run(String... args) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
        return Main.run(terminal, args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
