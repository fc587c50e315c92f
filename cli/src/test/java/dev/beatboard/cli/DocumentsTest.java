package dev.beatboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.beatboard.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// What the documents say can be typed is understood, and what they point at is there.
@DisplayName("README and docs")
class DocumentsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern OPTION = Pattern.compile("`(?!apt)[^`\n]*?(--[a-z][a-z-]+)");
    private static final Pattern FORMAT = Pattern.compile("--format ([a-z0-9]+(?:,[a-z0-9]+)*)");

    static List<Path> documents() throws IOException {
        List<Path> all = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(p -> p.toString().endsWith(".md")).sorted().forEach(all::add);
        }
        return all;
    }

    private static CommandLine commandLine() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new CommandLine(new Main(), new Commands(new Terminal(nowhere, nowhere, false, false)));
    }

    /// The lines in blocks of code that call the program, without comments.
    private static List<String> commands(Path document) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(document)) {
            if (line.startsWith("```")) {
                code = !code;
            } else if (code && line.startsWith("./beatboard ")) {
                lines.add(line.replaceFirst("\\s#.*", "").strip());
            }
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commandsAreUnderstood(Path document) throws IOException {
        for (String command : commands(document)) {
            String[] words = command.substring("./beatboard ".length()).split("\\s+");
            assertThatCode(() -> commandLine().parseArgs(words)).as(command).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void optionsAndFormatsExist(Path document) throws IOException {
        Set<String> known = new HashSet<>();
        commandLine().getSubcommands().values().forEach(c -> {
            known.addAll(c.getCommandSpec().optionsMap().keySet());
            known.addAll(c.getCommandSpec().negatedOptionsMap().keySet());
            c.getSubcommands()
                    .values()
                    .forEach(s -> known.addAll(s.getCommandSpec().optionsMap().keySet()));
        });
        String text = Files.readString(document);
        assertThat(OPTION.matcher(text).results().map(m -> m.group(1))).isSubsetOf(known);
        for (MatchResult m : FORMAT.matcher(text).results().toList()) {
            for (String label : m.group(1).split(",")) {
                assertThat(Format.of(label)).as(m.group()).isPresent();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) throws IOException {
        LINK.matcher(Files.readString(document))
                .results()
                .map(m -> m.group(1))
                .filter(l -> !l.startsWith("http"))
                .forEach(l -> assertThat(document.resolveSibling(l))
                        .as("in " + document)
                        .exists());
    }

    @Test
    void theReadmeNamesEveryFormatWithItsFiles() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        for (String label : Format.labels()) {
            assertThat(lines).as(label).anyMatch(l -> l.startsWith("| `" + label + "` |"));
        }
    }
}
