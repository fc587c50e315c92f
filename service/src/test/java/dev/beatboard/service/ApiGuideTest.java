package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of `docs/API.md` do what they say, as they stand there.
@Tag("heavy")
class ApiGuideTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- run: (\\w+) -->\\s*```\\w+\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private record Example(String program, String code) {}

    @Test
    void everyExampleOrdersAFilmAndGetsIt() throws Exception {
        List<Example> examples = examples();
        assertThat(examples).extracting(Example::program).containsExactly("bash", "python3", "node", "java");
        Settings settings = SettingsReader.read(
                        folder.resolve("data"), Optional.empty(), Map.of("BEATBOARD_RENDERING_THREADS", "2"))
                .withPort(0);
        try (Service service = Service.start(settings, Library.open(Library.defaultRoot()))) {
            for (Example e : examples) {
                run(e, service.url(), service.firstKey().orElseThrow());
            }
        }
    }

    private static List<Example> examples() throws IOException {
        Matcher m = EXAMPLE.matcher(Files.readString(Path.of("../docs/API.md")));
        List<Example> examples = new ArrayList<>();
        while (m.find()) {
            examples.add(new Example(m.group(1), m.group(2)));
        }
        return examples;
    }

    private void run(Example e, String url, String key) throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve(e.program()));
        String name = switch (e.program()) {
            case "node" -> "first.mjs";
            case "java" -> "First.java";
            default -> "first";
        };
        Path file = Files.writeString(place.resolve(name), e.code());
        String program = e.program().equals("java")
                ? ProcessHandle.current().info().command().orElse("java")
                : e.program();
        List<String> command = new ArrayList<>(List.of(program, file.toString()));
        if (e.program().equals("bash")) {
            command.add(1, "-eu");
        }
        Path output = place.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("BEATBOARD_URL", url);
        builder.environment().put("BEATBOARD_KEY", key);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(e.program()).isTrue();
        assertThat(process.exitValue())
                .as(e.program() + ": " + Files.readString(output))
                .isZero();
        if (!e.program().equals("node")) {
            assertThat(Files.size(place.resolve("clip.mp4"))).as(e.program()).isGreaterThan(1000);
        } else {
            assertThat(Files.readString(output)).contains("completed");
        }
    }
}
