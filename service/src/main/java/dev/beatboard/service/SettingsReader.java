package dev.beatboard.service;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.store.StoreSettings;
import dev.beatboard.shot.Nearest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads [Settings] from a YAML file, in which everything may be left out, and from the
/// environment, which wins: `BEATBOARD_DATABASE_URL` says `database.url`, and so on. All that is
/// wrong is said at once.
public final class SettingsReader {

    private static final long LARGEST_FILE = 1 << 20;
    private static final int LEAST_TOKEN = 24;
    private static final List<String> NAMES = List.of(
            "database.url",
            "database.user",
            "database.password",
            "database.connections",
            "store.kind",
            "store.folder",
            "store.endpoint",
            "store.region",
            "store.bucket",
            "store.path_style",
            "store.access_key",
            "store.secret_key",
            "http.host",
            "http.port",
            "http.origin",
            "http.proxies",
            "http.cors",
            "http.metrics_token",
            "http.local_owner",
            "http.studio",
            "accounts.open",
            "accounts.sign_ups_per_address",
            "operator.token",
            "rendering.workers",
            "rendering.threads",
            "rendering.chunk_frames",
            "rendering.cache_gigabytes",
            "rendering.share",
            "rendering.watermark",
            "rendering.rehearse",
            "fetching.private_addresses",
            "fetching.hosts",
            "tracing.endpoint",
            "plans");

    private final Path data;
    private final JsonNode file;
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    private SettingsReader(Path data, JsonNode file, Map<String, String> environment) {
        this.data = data;
        this.file = file;
        this.environment = environment;
    }

    /// @param data the folder of everything that is kept
    /// @param config the file; empty for `beatboard.yaml` in the data folder, if it is there
    /// @throws IOException with all that is wrong, for people
    public static Settings read(Path data, Optional<Path> config, Map<String, String> environment) throws IOException {
        Path own = data.resolve("beatboard.yaml");
        Optional<Path> found = config.isPresent() ? config : Optional.of(own).filter(Files::exists);
        YAMLMapper yaml = YAMLMapper.builder().build();
        JsonNode tree = yaml.createObjectNode();
        if (found.isPresent()) {
            Path path = found.get();
            if (!Files.isRegularFile(path)) {
                throw new IOException("There is no settings file " + path + ".");
            }
            if (Files.size(path) > LARGEST_FILE) {
                throw new IOException(path + " is larger than 1 MB: it cannot be a settings file.");
            }
            try {
                JsonNode read = yaml.readTree(Files.readAllBytes(path));
                tree = read.isObject() ? read : tree;
            } catch (JacksonException e) {
                throw new IOException(path + " is no YAML: " + e.getOriginalMessage(), e);
            }
        }
        SettingsReader reader = new SettingsReader(data, tree, environment);
        reader.checkNames("", tree);
        Settings settings = reader.settings();
        if (!reader.problems.isEmpty()) {
            throw new IOException(found.map(p -> p + ":\n").orElse("") + String.join("\n", reader.problems));
        }
        return settings;
    }

    private void checkNames(String prefix, JsonNode node) {
        Set<String> groups = new TreeSet<>();
        NAMES.forEach(n -> groups.add(n.contains(".") ? n.substring(0, n.indexOf('.')) : n));
        node.properties().forEach(e -> {
            String name = prefix + e.getKey();
            if (NAMES.contains(name)) {
                return;
            }
            if (prefix.isEmpty() && groups.contains(name) && e.getValue().isObject()) {
                checkNames(name + ".", e.getValue());
                return;
            }
            List<String> known = prefix.isEmpty() ? List.copyOf(groups) : NAMES;
            problems.add(name + " is not a setting. " + Nearest.hint(name, known) + " Known: "
                    + String.join(", ", known) + ".");
        });
    }

    private Settings settings() {
        int processors = Runtime.getRuntime().availableProcessors();
        boolean s3 = text("store.kind").orElse("folder").equals("s3");
        return new Settings(
                data,
                text("database.url")
                        .map(url -> new Database.Place(
                                url,
                                text("database.user").orElse(""),
                                text("database.password").orElse(""),
                                number("database.connections", 20, 2, 500))),
                number("database.connections", 20, 2, 500),
                store(),
                new Settings.Http(
                        text("http.host").orElse("127.0.0.1"),
                        number("http.port", 8080, 0, 65_535),
                        text("http.origin"),
                        list("http.proxies"),
                        new LinkedHashSet<>(list("http.cors")),
                        text("http.metrics_token"),
                        truth("http.local_owner", true),
                        text("http.studio").map(Path::of)),
                new Settings.Accounts(
                        truth("accounts.open", false),
                        number("accounts.sign_ups_per_address", 20, 1, 1_000_000),
                        operatorToken()),
                new Settings.Rendering(
                        number("rendering.workers", 1, 0, 64),
                        number("rendering.threads", processors, 1, 256),
                        number("rendering.chunk_frames", 24, 1, 10_000),
                        number("rendering.cache_gigabytes", 4, 0, 100_000) * 1_000_000_000L,
                        truth("rendering.share", s3),
                        text("rendering.watermark").orElse("Beatboard"),
                        truth("rendering.rehearse", true)),
                new Settings.Fetching(
                        truth("fetching.private_addresses", false), new LinkedHashSet<>(list("fetching.hosts"))),
                text("plans").map(Path::of),
                this.<URI>parsed(
                        "tracing.endpoint",
                        "the address of a collector, such as http://collector:4318",
                        SettingsReader::collector));
    }

    private Optional<String> operatorToken() {
        Optional<String> token = text("operator.token");
        if (token.isPresent() && token.get().length() < LEAST_TOKEN) {
            problems.add("operator.token has " + token.get().length()
                    + " characters; it opens every account, so it has " + LEAST_TOKEN + " at least, at random.");
        }
        return token;
    }

    private StoreSettings store() {
        String kind = text("store.kind").orElse("folder");
        if (kind.equals("s3")) {
            Optional<StoreSettings.Credentials> credentials = text("store.access_key")
                    .map(k -> new StoreSettings.Credentials(
                            k, text("store.secret_key").orElse("")));
            if (text("store.bucket").isEmpty()) {
                problems.add("store.bucket is missing: with store.kind s3 it names the bucket.");
            }
            return new StoreSettings.S3(
                    text("store.endpoint").flatMap(this::uri),
                    text("store.region").orElse("us-east-1"),
                    text("store.bucket").orElse(""),
                    truth("store.path_style", text("store.endpoint").isPresent()),
                    credentials);
        }
        if (!kind.equals("folder")) {
            problems.add("store.kind is " + kind + "; it is folder or s3.");
        }
        return new StoreSettings.Folder(text("store.folder").map(Path::of).orElse(data.resolve("objects")));
    }

    private Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            problems.add("store.endpoint is no address: " + text + ". It is like https://s3.example:9000.");
            return Optional.empty();
        }
    }

    private static Optional<URI> collector(String text) {
        try {
            return Optional.of(URI.create(text))
                    .filter(u ->
                            List.of("http", "https").contains(String.valueOf(u.getScheme())) && u.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What the environment or the file says.
    private Optional<String> text(String name) {
        String variable = "BEATBOARD_" + name.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
        String said = environment.get(variable);
        if (said != null && !said.isBlank()) {
            return Optional.of(said);
        }
        JsonNode node = file.at("/" + name.replace('.', '/'));
        return node.isMissingNode() || node.isNull() || node.isContainer()
                ? Optional.empty()
                : Optional.of(node.asString());
    }

    private <T> Optional<T> parsed(String name, String allowed, Function<String, Optional<T>> parse) {
        return text(name).flatMap(t -> {
            Optional<T> value = parse.apply(t);
            if (value.isEmpty()) {
                problems.add(name + " is \"" + t + "\"; it is " + allowed + ".");
            }
            return value;
        });
    }

    private int number(String name, int otherwise, int least, int most) {
        return this.<Integer>parsed(
                        name,
                        "a whole number from " + least + " to " + most,
                        t -> t.matches("\\d{1,9}")
                                ? Optional.of(Integer.parseInt(t)).filter(v -> v >= least && v <= most)
                                : Optional.empty())
                .orElse(otherwise);
    }

    private boolean truth(String name, boolean otherwise) {
        return this.<Boolean>parsed(
                        name,
                        "true or false",
                        t -> t.equals("true") || t.equals("false") ? Optional.of(t.equals("true")) : Optional.empty())
                .orElse(otherwise);
    }

    private List<String> list(String name) {
        JsonNode node = file.at("/" + name.replace('.', '/'));
        Optional<String> said = text(name);
        if (said.isPresent()) {
            return List.of(said.get().split("\\s*,\\s*"));
        }
        List<String> all = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(n -> all.add(n.asString("")));
        }
        return all;
    }
}
