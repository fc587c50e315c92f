package dev.beatboard.cli;

import dev.beatboard.service.Settings;
import dev.beatboard.service.SettingsReader;
import dev.beatboard.service.api.log.Logs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say where a service is and how it is set up.
final class ServiceOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of all that is kept; default: ~/.local/share/beatboard/service")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings, YAML; default: beatboard.yaml in the data folder, if it is there")
    private @Nullable Path config;

    @Option(names = "--debug", description = "log what developers want to know, too")
    private boolean debug;

    Settings settings() {
        Path folder = (data == null ? CredentialOptions.folder().resolve("service") : data).toAbsolutePath();
        try {
            return SettingsReader.read(folder, Optional.ofNullable(config), System.getenv());
        } catch (IOException e) {
            throw new WrongInput(String.valueOf(e.getMessage()));
        }
    }

    /// Logs go where messages go, one JSON object a line.
    void logs(Terminal terminal) {
        Logs.json(terminal.err(), debug);
    }
}
