package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.TestClient;
import dev.beatboard.service.api.log.Logs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Secrets that the service gives out or is given are in their answer and nowhere else: neither in
/// the log nor, except for the webhooks' that sign, in any table.
class SecretsStayTest {

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void logAsBefore() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(SecretsStayTest.class.getResource("/logback-test.xml"));
    }

    private static String[] repeatable(String key, String... headers) {
        return Stream.concat(Stream.of(headers), Stream.of("Idempotency-Key", key))
                .toArray(String[]::new);
    }

    @Test
    void noSecretIsLoggedOrKept() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Logs.json(log, true);
        List<String> secrets = new ArrayList<>(List.of(Site.OPERATOR, Site.PASSWORD, "horse battery"));
        List<String> signing = new ArrayList<>();
        String tables;
        try (Site site = new Site(folder)) {
            Site.Tenant ada = site.tenant("Ada");
            secrets.add(ada.key());
            secrets.add(ada.cookie().substring(ada.cookie().indexOf('=') + 1));
            secrets.add(secret(site.client
                    .post("/v1/sign-up/key", "{\"name\":\"x\"}", repeatable("a"))
                    .json()
                    .path("key")));
            TestClient.Reply key =
                    site.client.post("/v1/keys", Site.key("k", Scope.AUDIT_READ), repeatable("b", ada.byKey()));
            secrets.add(secret(key.json()));
            secrets.add(secret(site.client
                    .post(
                            "/v1/keys/" + Site.id(key.json(), "id") + "/rotate",
                            "{\"overlap_seconds\":60}",
                            repeatable("c", ada.byKey()))
                    .json()));
            secrets.add(site.client
                    .post(
                            "/v1/invitations",
                            "{\"email\":\"z@example.org\",\"role\":\"viewer\"}",
                            repeatable("d", ada.byKey()))
                    .json()
                    .path("token")
                    .asString());
            TestClient.Reply hook = site.client.post(
                    "/v1/webhooks", "{\"url\":\"https://hooks.example.com/\"}", repeatable("e", ada.byKey()));
            signing.add(secret(hook.json()));
            signing.add(secret(site.client
                    .post("/v1/webhooks/" + Site.id(hook.json(), "id") + "/rotate", "", repeatable("f", ada.byKey()))
                    .json()));
            String project = site.client
                    .post("/v1/projects", "{\"title\":\"p\",\"document\":{}}", ada.byKey())
                    .json()
                    .path("id")
                    .asString();
            String link = site.client
                    .post("/v1/projects/" + project + "/reviews", "{}", repeatable("h", ada.byKey()))
                    .json()
                    .path("url")
                    .asString();
            secrets.add(link.substring(link.lastIndexOf('/') + 1));
            assertThat(site.client
                            .get("/v1/reviews/by-token/" + secrets.getLast())
                            .status())
                    .isEqualTo(200);
            // What goes wrong is logged, too.
            site.client.post("/v1/sign-in/password", "{\"email\":\"a@example.org\",\"password\":\"" + Site.PASSWORD);
            site.client.post(
                    "/v1/sign-in/password", "{\"email\":1,\"password\":\"" + Site.PASSWORD + "\"}", repeatable("g"));
            site.client.post("/v1/invitations/look", "{\"token\":\"" + secrets.getLast() + "\",\"x\":1}");
            site.client.get("/v1/reviews/by-token/" + secrets.getLast() + "/nothing");
            site.client.get("/v1/account", "Authorization", "Bearer " + ada.key() + "x");
            tables = dump(site);
        }
        assertThat(secrets)
                .allSatisfy(s -> assertThat(s).hasSizeGreaterThan(10))
                .doesNotHaveDuplicates();
        // JSON may write a slash with a backslash before it.
        String logged = log.toString(StandardCharsets.UTF_8).replace("\\/", "/");
        assertThat(logged).contains("answered", "/v1/sign-in/password");
        assertThat(tables).contains("z@example.org", "idempotency").contains(signing);
        for (String secret : secrets) {
            assertThat(logged).doesNotContain(secret);
            assertThat(tables).doesNotContain(secret);
        }
        for (String secret : signing) {
            assertThat(logged).doesNotContain(secret);
            assertThat(tables.replaceAll("(?m)^webhook .*$", "")).doesNotContain(secret);
        }
    }

    private static String secret(tools.jackson.databind.JsonNode made) {
        return made.path("secret").asString();
    }

    /// All rows of all tables as text, a table on each line.
    private static String dump(Site site) {
        StringBuilder all = new StringBuilder();
        site.database.read(h -> {
            for (String table : h.createQuery(
                            "select table_name from information_schema.tables where table_schema = 'public'")
                    .mapTo(String.class)
                    .list()) {
                all.append(table)
                        .append(' ')
                        .append(h.createQuery(
                                        "select coalesce(string_agg(to_jsonb(t)::text, ' '), '') from " + table + " t")
                                .mapTo(String.class)
                                .one())
                        .append('\n');
            }
            return true;
        });
        return all.toString();
    }
}
