package dev.beatboard.service;

import dev.beatboard.service.credit.Audit;
import dev.beatboard.service.credit.Finding;
import dev.beatboard.service.credit.Report;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Proves the books of a service, whether it runs or not (`beatboard audit`). Nothing is changed, so
/// the tables have to be of this version.
public final class Auditor {

    private static final int CONNECTIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Auditor() {}

    /// The books that the settings name: those of a database elsewhere; of the built-in one that a
    /// service on this machine runs at the moment; or of one that is stopped, which is started for it.
    ///
    /// @throws IOException with a message for people
    public static Report run(Settings settings) throws IOException {
        if (settings.database().isPresent()) {
            return audited(settings.database().get());
        }
        if (!EmbeddedServer.isIn(settings.data())) {
            throw new IOException("There are no books in " + settings.data()
                    + ": no service was ever started there. Name its folder with --data, its database in the settings,"
                    + " or its address with --url.");
        }
        Optional<Database.Place> running = EmbeddedServer.running(settings.data(), CONNECTIONS);
        if (running.isPresent()) {
            return audited(running.get());
        }
        try (EmbeddedServer server = EmbeddedServer.start(settings.data(), 0)) {
            return audited(server.place(CONNECTIONS));
        }
    }

    private static Report audited(Database.Place place) throws IOException {
        try (Database database = Database.visit(place)) {
            boolean there = database.read(h -> h.createQuery("select to_regclass('posting') is not null")
                    .mapTo(boolean.class)
                    .one());
            if (!there) {
                throw new IOException("There are no books in this database: no service was ever started on it.");
            }
            return Audit.run(database);
        } catch (RuntimeException e) {
            throw new IOException(
                    "The books cannot be read; the tables have to be of this very version. " + e.getMessage(), e);
        }
    }

    /// The books of a running service, asked by HTTP.
    ///
    /// @param service its address, such as `https://beatboard.example`
    /// @param token the operator's
    /// @throws IOException with a message for people
    public static Report ask(URI service, String token) throws IOException, InterruptedException {
        URI uri;
        HttpRequest request;
        try {
            uri = URI.create(service.toString().replaceFirst("/+$", "") + "/v1/operator/audit");
            request = HttpRequest.newBuilder(uri)
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IOException("That is no address or no token: " + e.getMessage(), e);
        }
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            JsonNode json = JsonMapper.shared().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IOException(uri + " answers " + response.statusCode() + ": "
                        + json.path("detail").asString("it is no Beatboard."));
            }
            return report(json);
        } catch (JacksonException e) {
            throw new IOException(uri + " does not answer as a Beatboard does.", e);
        }
    }

    private static Report report(JsonNode json) {
        List<Finding> findings = new ArrayList<>();
        json.path("findings")
                .forEach(f -> findings.add(new Finding(
                        f.path("check").asString(""),
                        Optional.of(f.path("account").asString(""))
                                .filter(a -> a.length() == 36)
                                .map(UUID::fromString),
                        f.path("subject").asString(""),
                        f.path("detail").asString(""))));
        return new Report(numbers(json.path("totals")), List.copyOf(findings), numbers(json.path("counts")));
    }

    private static SequencedMap<String, Long> numbers(JsonNode object) {
        SequencedMap<String, Long> numbers = new LinkedHashMap<>();
        object.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().asLong(0)));
        return numbers;
    }
}
