package dev.beatboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.asset.Library;
import dev.beatboard.service.Service;
import dev.beatboard.service.SettingsReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The studio in a real browser against real services: everything under `studio/src/**/*.test.ts` and
/// `studio/test`. One service is a local install, whose owner needs no sign-in; the other has
/// accounts.
class StudioTest {

    private static final Path STUDIO = Path.of("../studio").toAbsolutePath().normalize();
    private static final long MINUTES = 40;
    /// Of the service with accounts, so that tests can give an account another plan.
    private static final String OPERATOR = "operator-of-the-studios-tests";

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> studio() throws Exception {
        require(Files.isDirectory(STUDIO.resolve("node_modules/@playwright/test")), "npm ci was not run in studio/");
        require(
                Files.isExecutable(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"))),
                "Chromium is not installed");
        Path report = folder.resolve("report.json");
        Path said = Path.of("target/studio-tests.log");
        try (Service local = service("local", Map.of());
                Service open = service("open", accounts())) {
            ProcessBuilder playwright = new ProcessBuilder("npx", "playwright", "test")
                    .directory(STUDIO.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            playwright.environment().put("BEATBOARD_URL", local.url());
            playwright.environment().put("BEATBOARD_OPEN_URL", open.url());
            playwright.environment().put("BEATBOARD_OPERATOR", OPERATOR);
            playwright.environment().put("BEATBOARD_REPORT", report.toString());
            Process running = playwright.start();
            if (!running.waitFor(MINUTES, TimeUnit.MINUTES)) {
                running.descendants().forEach(ProcessHandle::destroyForcibly);
                running.destroyForcibly();
                fail("The studio's tests did not end within " + MINUTES + " minutes:\n" + Files.readString(said));
            }
        }
        assertThat(report).as(Files.readString(said)).exists();
        List<DynamicTest> tests = new ArrayList<>();
        collect(
                "",
                JsonMapper.builder().build().readTree(Files.readString(report)).path("suites"),
                tests);
        assertThat(tests).as(Files.readString(said)).isNotEmpty();
        return tests;
    }

    private static void collect(String suite, JsonNode suites, List<DynamicTest> tests) {
        for (JsonNode s : suites) {
            String title = suite.isEmpty() ? s.path("title").asString("") : suite;
            collect(title, s.path("suites"), tests);
            for (JsonNode spec : s.path("specs")) {
                for (JsonNode test : spec.path("tests")) {
                    tests.add(DynamicTest.dynamicTest(
                            title + ": " + spec.path("title").asString(""), () -> assertPassed(test)));
                }
            }
        }
    }

    /// A browser that draws without a graphics card on a busy machine can be late once; a test that passes when it is
    /// run again is told of, and is no failure.
    private static void assertPassed(JsonNode test) {
        String status = test.path("status").asString("");
        if (status.equals("skipped")) {
            require(false, "skipped by the browser's test runner");
        }
        if (status.equals("flaky")) {
            System.out.println("Passed when it was run again: "
                    + test.path("results").path(0).path("error").path("message").asString(""));
            return;
        }
        assertThat(status).as(test.path("results").toPrettyString()).isEqualTo("expected");
    }

    private Service service(String name, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.putIfAbsent("BEATBOARD_HTTP_PORT", "0");
        environment.put("BEATBOARD_RENDERING_CACHE_GIGABYTES", "1");
        return Service.start(
                SettingsReader.read(folder.resolve(name), Optional.empty(), environment),
                Library.open(Library.defaultRoot()));
    }

    /// Passkeys belong to an address that is known before.
    private static Map<String, String> accounts() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        return Map.of(
                "BEATBOARD_ACCOUNTS_OPEN",
                "true",
                "BEATBOARD_OPERATOR_TOKEN",
                OPERATOR,
                "BEATBOARD_FETCHING_PRIVATE_ADDRESSES",
                "true",
                "BEATBOARD_HTTP_PORT",
                Integer.toString(port),
                "BEATBOARD_HTTP_ORIGIN",
                "http://localhost:" + port);
    }

    private static void require(boolean there, String remedy) {
        if (!there && "1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
            fail(remedy);
        }
        assumeTrue(there, remedy);
    }
}
