package dev.beatboard.service.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One process of the crash test, which can be killed and started again.
public final class Part implements AutoCloseable {

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;
    private String said;

    private Part(List<String> command, Map<String, String> environment, Path log) throws IOException {
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.process = launch();
        this.said = await();
    }

    /// Starts a part and waits until it is ready.
    ///
    /// @param log where its messages go
    public static Part start(Path log, Map<String, String> environment, String... arguments) throws IOException {
        return start(List.of(), log, environment, arguments);
    }

    /// The same where `prefix` runs it: on another core, say, or on another host.
    ///
    /// @param prefix what the command begins with
    public static Part start(List<String> prefix, Path log, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1200m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Role.class.getName()));
        command.addAll(List.of(arguments));
        return new Part(command, environment, log);
    }

    private Process launch() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String await() throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ready ")) {
                return line.substring(6);
            }
        }
        throw new IOException("It ended before it was ready; see " + log);
    }

    /// What it said when it was ready.
    public String said() {
        return said;
    }

    /// The number of its process.
    public long pid() {
        return process.pid();
    }

    /// Kills it without warning, as a lack of memory or a power cut would.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Starts it again; tries again if it ends at once, such as while the database is away.
    void restart() throws IOException, InterruptedException {
        for (int i = 0; ; i++) {
            process = launch();
            try {
                said = await();
                return;
            } catch (IOException e) {
                if (i >= 20) {
                    throw e;
                }
                Thread.sleep(500);
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
