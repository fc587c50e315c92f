package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.api.TestClient;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The studio's page and its files over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioPageTest {

    private static final String SCRIPT = "const words = 'wide shot of an office';\n".repeat(100);

    private Path folder = Path.of("");

    private Path page;
    private Site site;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        page = folder.resolve("dist");
        Files.createDirectories(page.resolve("assets"));
        Files.createDirectories(page.resolve("examples"));
        Files.writeString(page.resolve("index.html"), "<!doctype html><title>Studio</title>");
        Files.writeString(page.resolve("assets/index-a1b2.js"), SCRIPT);
        Files.write(page.resolve("assets/inter-c3.woff2"), new byte[] {1, 2, 3});
        Files.write(page.resolve("examples/eight.jpg"), new byte[] {4, 5, 6});
        Files.writeString(folder.resolve("secret.txt"), "not for everybody");
        site = new Site(folder.resolve("data"), Map.of("BEATBOARD_HTTP_STUDIO", page.toString()));
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    @Test
    void thePageIsAskedForEachTimeAndMayLoadFromItselfOnly() {
        TestClient.Reply reply = site.client.get("/");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("<title>Studio</title>");
        assertThat(reply.header("Content-Type")).isEqualToIgnoringWhitespace("text/html; charset=utf-8");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(reply.header("Content-Security-Policy"))
                .contains(
                        "default-src 'none'",
                        "script-src 'self' 'wasm-unsafe-eval';",
                        "style-src 'self';",
                        "connect-src 'self' blob: " + Site.ORIGIN,
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        TestClient.Reply again = site.client.get("/", "If-None-Match", reply.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
    }

    @Test
    void filesWithNamesOfTheirContentAreKeptForAYear() throws Exception {
        TestClient.Reply plain = site.client.get("/assets/index-a1b2.js");
        assertThat(plain.text()).isEqualTo(SCRIPT);
        assertThat(plain.header("Content-Type")).startsWith("text/javascript");
        assertThat(plain.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(plain.header("Vary")).contains("Accept-Encoding");
        TestClient.Reply packed = site.client.get("/assets/index-a1b2.js", "Accept-Encoding", "gzip, br");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.response().body().length).isLessThan(SCRIPT.length() / 10);
        try (var in =
                new GZIPInputStream(new ByteArrayInputStream(packed.response().body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(SCRIPT);
        }
        assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(site.client.get("/assets/inter-c3.woff2").header("Content-Type"))
                .isEqualTo("font/woff2");
        TestClient.Reply picture = site.client.get("/examples/eight.jpg", "Accept-Encoding", "gzip");
        assertThat(picture.response().body()).containsExactly(4, 5, 6);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("Content-Encoding")).isEmpty();
        assertThat(picture.header("Cache-Control")).isEqualTo("public, max-age=3600");
    }

    @Test
    void headersComeWithoutTheFile() {
        TestClient.Reply head = site.client.send("HEAD", "/assets/index-a1b2.js", new byte[0]);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(SCRIPT.length()));
        assertThat(head.response().body()).isEmpty();
    }

    @Test
    void nothingOutsideOfThePageIsReached() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : new String[] {
            "/assets/../../secret.txt",
            "/assets/..%2F..%2Fsecret.txt",
            "/assets/%2e%2e/%2e%2e/secret.txt",
            "/assets/..%5c..%5csecret.txt",
            "/assets/" + folder.resolve("secret.txt"),
            "/assets/",
            "/assets/index.html",
            "/index.html",
            "/favicon.svg",
            "/secret.txt"
        }) {
            // What is no address at all, the server refuses before any of our headers is written.
            HttpResponse<String> reply = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.service.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(path).isIn(400, 404);
            assertThat(reply.body()).as(path).doesNotContain("not for everybody");
        }
        client.close();
        assertThat(site.client.get("/assets/none.js").text()).contains("The studio has no file");
    }

    @Test
    void whatIsBuiltAnewIsShownAtOnce() throws Exception {
        Files.writeString(page.resolve("assets/index-z9.js"), "let later;");
        Files.setLastModifiedTime(
                page.resolve("index.html"), FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(site.client.get("/assets/index-z9.js").text()).isEqualTo("let later;");
    }

    @Test
    void aProgramWithoutThePageSaysSo() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        try (Site without = new Site(folder.resolve("without"), Map.of("BEATBOARD_HTTP_STUDIO", empty.toString()))) {
            TestClient.Reply reply = without.client.get("/");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text()).contains("built without the studio", "/docs");
        }
    }
}
