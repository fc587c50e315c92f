package dev.beatboard.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Runs one part of the benchmark in a Java process of its own with a bounded heap, started like this one otherwise.
final class BenchProcess {

    private final Terminal terminal;
    private final Path examples;

    BenchProcess(Terminal terminal, Path examples) {
        this.terminal = terminal;
        this.examples = examples;
    }

    /// The measures as `bench --json` prints them.
    ObjectNode measure(BenchCommand.Part part) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> !a.startsWith("-Xmx"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx" + part.heap, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("bench", "--part", part.name().toLowerCase(Locale.ROOT)));
        command.addAll(List.of("--examples", examples.toString()));
        Process process = new ProcessBuilder(command).start();
        Thread notes = Thread.ofVirtual().start(() -> passOn(process.errorReader(StandardCharsets.UTF_8)));
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        notes.join();
        if (code != 0) {
            throw new IOException("The process that measures " + part.name().toLowerCase(Locale.ROOT)
                    + " frames ended with code " + code + ".");
        }
        return (ObjectNode) JsonMapper.builder().build().readTree(out);
    }

    private void passOn(BufferedReader lines) {
        // Java's own line about its vector module says nothing about the measuring.
        lines.lines().filter(l -> !l.contains("incubator modules")).forEach(terminal::note);
    }
}
