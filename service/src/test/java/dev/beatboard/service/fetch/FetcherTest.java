package dev.beatboard.service.fetch;

import static dev.beatboard.service.fetch.RawServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beatboard.service.fetch.FetchException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FetcherTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    /// Own servers may be reached, and patience is short.
    private static final FetchSettings HOME =
            FetchSettings.standard().withSiteAddresses().withPatience(SECOND, SECOND);

    @TempDir
    Path scratch;

    private Path file() {
        return scratch.resolve("file");
    }

    private FetchException failure(FetchSettings settings, String url, long most, Duration patience) {
        try (Fetcher fetcher = new Fetcher(settings)) {
            return failure(fetcher, url, most, patience);
        }
    }

    private FetchException failure(Fetcher fetcher, String url, long most, Duration patience) {
        FetchException e = catchThrowableOfType(FetchException.class, () -> fetcher.get(url, file(), most, patience));
        assertThat(e).as(url).isNotNull();
        assertThat(file()).doesNotExist();
        return e;
    }

    private Reason reason(RawServer.Talk talk, long most, Duration patience) throws IOException {
        try (RawServer server = RawServer.start(talk)) {
            return failure(HOME, server.url("/x.png"), most, patience).reason();
        }
    }

    @Test
    void bringsAFile() throws IOException {
        try (RawServer server = RawServer.start((head, _, out) -> {
                    assertThat(head)
                            .startsWith("GET /a%20b.png?x=1&y HTTP/1.1\r\n")
                            .contains("Host: 127.0.0.1:");
                    say(out, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 5\r\n\r\nhello");
                });
                Fetcher fetcher = new Fetcher(HOME)) {
            Fetched fetched = fetcher.get(server.url("/a%20b.png?x=1&y#z"), file(), 5, LONG);
            assertThat(fetched).isEqualTo(new Fetched(file(), 5, "image/png"));
            assertThat(file()).hasContent("hello");
        }
    }

    @Test
    void bringsChunksAndWhatEndsWithTheConnection() throws IOException {
        for (String answer : List.of(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\n\r\nhello")) {
            try (RawServer server = RawServer.start((_, _, out) -> say(out, answer));
                    Fetcher fetcher = new Fetcher(HOME)) {
                assertThat(fetcher.get(server.url("/"), file(), 5, LONG).bytes())
                        .isEqualTo(5);
            }
        }
    }

    @Test
    void privateAddressesAreRefusedWithoutAConnection() throws IOException {
        try (RawServer server = RawServer.start((_, _, out) -> say(out, "HTTP/1.1 200 OK\r\n\r\nsecret"))) {
            FetchSettings open = new FetchSettings(false, Set.of(), Set.of(server.port()), SECOND, SECOND, 8);
            for (String host : List.of(
                    "127.0.0.1",
                    "localhost",
                    "LOCALHOST.",
                    "2130706433",
                    "0x7f000001",
                    "127.1",
                    "0",
                    "0.0.0.0",
                    "[::1]",
                    "[::ffff:127.0.0.1]",
                    "[::ffff:7f00:1]",
                    "[::]",
                    "10.0.0.1",
                    "169.254.169.254",
                    "[fe80::1]",
                    "[64:ff9b::7f00:1]",
                    "[2002:7f00:1::]")) {
                FetchException e = failure(open, "http://" + host + ":" + server.port() + "/", 100, LONG);
                assertThat(e.reason()).as(host).isIn(Reason.REFUSED_ADDRESS, Reason.UNREACHABLE, Reason.INVALID_URL);
            }
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aListedHostIsReachedThoughPrivate() throws IOException {
        try (RawServer server = RawServer.start((_, _, out) -> say(out, "HTTP/1.1 200 OK\r\n\r\nours"));
                Fetcher fetcher = new Fetcher(FetchSettings.standard().withHosts(Set.of("127.0.0.1")))) {
            assertThat(fetcher.get(server.url("/"), file(), 10, LONG).bytes()).isEqualTo(4);
            assertThat(failure(fetcher, "http://localhost:" + server.port() + "/", 10, LONG)
                            .reason())
                    .isEqualTo(Reason.REFUSED_PORT);
            assertThat(failure(fetcher, "http://localhost/", 10, LONG).reason()).isEqualTo(Reason.REFUSED_ADDRESS);
        }
    }

    @Test
    void metadataOfCloudsStaysRefusedWithinASite() {
        assertThat(failure(HOME, "http://169.254.169.254/latest/meta-data", 100, LONG)
                        .reason())
                .isEqualTo(Reason.REFUSED_ADDRESS);
    }

    /// A name that resolves as the test says, each time otherwise.
    private static Names names(List<List<String>> answers, AtomicInteger asked) {
        return _ -> {
            List<String> answer = answers.get(Math.min(asked.getAndIncrement(), answers.size() - 1));
            InetAddress[] addresses = new InetAddress[answer.size()];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = InetAddress.ofLiteral(answer.get(i));
            }
            return addresses;
        };
    }

    @Test
    void oneBadAddressAmongManyIsRefused() throws NoSuchAlgorithmException {
        AtomicInteger asked = new AtomicInteger();
        try (Fetcher fetcher = new Fetcher(
                FetchSettings.standard(),
                names(List.of(List.of("192.0.2.1", "127.0.0.1")), asked),
                SSLContext.getDefault())) {
            assertThat(failure(fetcher, "http://evil.example/", 10, LONG).reason())
                    .isEqualTo(Reason.REFUSED_ADDRESS);
            assertThat(failure(fetcher, "https://evil.example/", 10, LONG).reason())
                    .isEqualTo(Reason.REFUSED_ADDRESS);
        }
    }

    @Test
    void aNameIsAskedOnceAndItsAnswerConnectedTo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer server = RawServer.start((_, _, out) -> say(out, "HTTP/1.1 200 OK\r\n\r\nours"));
                Fetcher fetcher = new Fetcher(
                        HOME,
                        names(List.of(List.of("127.0.0.1"), List.of("169.254.169.254")), asked),
                        SSLContext.getDefault())) {
            String url = "http://rebind.example:" + server.port() + "/";
            assertThat(fetcher.get(url, file(), 10, LONG).bytes()).isEqualTo(4);
            assertThat(asked).hasValue(1);
            Files.delete(file());
            assertThat(failure(fetcher, url, 10, LONG).reason()).isEqualTo(Reason.REFUSED_ADDRESS);
        }
    }

    @Test
    void followsThreeRedirectsNotFour() throws IOException {
        try (RawServer server = RawServer.start((head, _, out) -> {
                    int left = Integer.parseInt(head.substring(5, head.indexOf(' ', 5)));
                    say(
                            out,
                            left == 0
                                    ? "HTTP/1.1 200 OK\r\n\r\nend"
                                    : "HTTP/1.1 302 Found\r\nLocation: " + (left - 1)
                                            + "\r\nContent-Length: 0\r\n\r\n");
                });
                Fetcher fetcher = new Fetcher(HOME)) {
            assertThat(fetcher.get(server.url("/3"), file(), 10, LONG).bytes()).isEqualTo(3);
            Files.delete(file());
            assertThat(failure(fetcher, server.url("/4"), 10, LONG).reason()).isEqualTo(Reason.TOO_MANY_REDIRECTS);
        }
    }

    @Test
    void aRedirectIsCheckedLikeAnyOtherUrl() throws IOException {
        try (RawServer inside = RawServer.start((_, _, out) -> say(out, "HTTP/1.1 200 OK\r\n\r\nsecret"))) {
            for (Map.Entry<String, Reason> bad : Map.of(
                            "http://127.0.0.2/",
                            Reason.REFUSED_ADDRESS,
                            "http://127.0.0.2:" + inside.port() + "/",
                            Reason.REFUSED_PORT,
                            "//169.254.169.254/latest",
                            Reason.REFUSED_ADDRESS,
                            "http://localhost/",
                            Reason.REFUSED_ADDRESS,
                            "file:///etc/passwd",
                            Reason.INVALID_URL,
                            "gopher://example.com/",
                            Reason.INVALID_URL,
                            "http://a:b@example.com/",
                            Reason.CREDENTIALS_IN_URL,
                            "http://a b/",
                            Reason.BAD_ANSWER)
                    .entrySet()) {
                try (RawServer server = RawServer.start((_, _, out) ->
                        say(out, "HTTP/1.1 307 Go\r\nLocation: " + bad.getKey() + "\r\nContent-Length: 0\r\n\r\n"))) {
                    FetchSettings settings = FetchSettings.standard().withHosts(Set.of("127.0.0.1"));
                    assertThat(failure(settings, server.url("/"), 100, LONG).reason())
                            .as(bad.getKey())
                            .isEqualTo(bad.getValue());
                }
            }
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void badUrlsAreRefused() {
        Map<String, Reason> bad = Map.ofEntries(
                Map.entry("", Reason.INVALID_URL),
                Map.entry("picture.png", Reason.INVALID_URL),
                Map.entry("http://", Reason.INVALID_URL),
                Map.entry("http:///x", Reason.INVALID_URL),
                Map.entry("http:example.com", Reason.INVALID_URL),
                Map.entry("ftp://example.com/x", Reason.INVALID_URL),
                Map.entry("file:///etc/passwd", Reason.INVALID_URL),
                Map.entry("data:image/png;base64,AAAA", Reason.INVALID_URL),
                Map.entry("http://exa mple.com/", Reason.INVALID_URL),
                Map.entry("http://bücher.example/", Reason.INVALID_URL),
                Map.entry("http://example.com/\r\nX: y", Reason.INVALID_URL),
                Map.entry("http://example.com/" + "x".repeat(5000), Reason.INVALID_URL),
                Map.entry("http://me:secret@example.com/", Reason.CREDENTIALS_IN_URL),
                Map.entry("http://127.0.0.1@example.com/", Reason.CREDENTIALS_IN_URL),
                Map.entry("http://example.com:22/", Reason.REFUSED_PORT),
                Map.entry("https://example.com:6379/", Reason.REFUSED_PORT),
                Map.entry("http://127.0.0.1/", Reason.REFUSED_ADDRESS),
                Map.entry("https://[::1]/", Reason.REFUSED_ADDRESS));
        try (Fetcher fetcher = new Fetcher(FetchSettings.standard())) {
            bad.forEach((url, reason) -> {
                FetchException e = catchThrowableOfType(FetchException.class, () -> fetcher.check(url));
                assertThat(e).as(url).isNotNull();
                assertThat(e.reason()).as(url).isEqualTo(reason);
                assertThat(e).hasMessageNotContaining("secret");
            });
        }
    }

    @Test
    void whatHangsEndsInTime() throws IOException {
        assertThat(reason((_, in, _) -> in.read(), 100, LONG)).isEqualTo(Reason.TIMEOUT);
        assertThat(reason(
                        (_, in, out) -> {
                            say(out, "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello");
                            in.read();
                        },
                        100,
                        LONG))
                .isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void aSlowDripIsBoundedAsAWhole() throws IOException {
        long start = System.nanoTime();
        for (String beginning : List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX-Slow: ",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9999\r\n")) {
            assertThat(reason(
                            (_, _, out) -> {
                                say(out, beginning);
                                while (true) {
                                    say(out, "x");
                                    Thread.sleep(100);
                                }
                            },
                            100_000,
                            Duration.ofMillis(1500)))
                    .as(beginning)
                    .isEqualTo(Reason.TIMEOUT);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aHangingHandshakeEndsInTime() throws IOException {
        try (RawServer server = RawServer.start((_, in, _) -> in.read())) {
            long start = System.nanoTime();
            assertThat(failure(HOME, "https://127.0.0.1:" + server.port() + "/", 100, LONG)
                            .reason())
                    .isEqualTo(Reason.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void whatNeverEndsIsCutOff() throws IOException {
        for (String head : List.of(
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")) {
            assertThat(reason(
                            (_, _, out) -> {
                                say(out, head);
                                String piece = "x".repeat(4096);
                                while (true) {
                                    say(out, head.contains("chunked") ? "1000\r\n" + piece + "\r\n" : piece);
                                }
                            },
                            1_000_000,
                            LONG))
                    .as(head)
                    .isEqualTo(Reason.TOO_LARGE);
        }
    }

    @Test
    void answersThatAreWrongAreNamed() throws IOException {
        Map<String, Reason> answers = Map.ofEntries(
                Map.entry("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello", Reason.INCOMPLETE),
                Map.entry("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhel", Reason.INCOMPLETE),
                Map.entry("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\nhel", Reason.INCOMPLETE),
                Map.entry("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello", Reason.BAD_ANSWER),
                Map.entry("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nhello", Reason.BAD_ANSWER),
                Map.entry("HTTP/1.1 200 OK\r\nX: " + "y".repeat(20_000) + "\r\n\r\nhello", Reason.BAD_ANSWER),
                Map.entry("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(101) + "\r\nhello", Reason.BAD_ANSWER),
                Map.entry("SSH-2.0-OpenSSH_9.2\r\n".repeat(50), Reason.BAD_ANSWER),
                Map.entry("", Reason.BAD_ANSWER),
                Map.entry("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", Reason.STATUS),
                Map.entry("HTTP/1.1 206 Part\r\nContent-Length: 0\r\n\r\n", Reason.STATUS),
                Map.entry("HTTP/1.1 304 Same\r\n\r\n", Reason.STATUS),
                Map.entry("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", Reason.STATUS));
        for (Map.Entry<String, Reason> answer : answers.entrySet()) {
            assertThat(reason((_, _, out) -> say(out, answer.getKey()), 100, LONG))
                    .as(answer.getKey())
                    .isEqualTo(answer.getValue());
        }
    }

    @Test
    void headersForEverAreCutOff() throws IOException {
        assertThat(reason(
                        (_, _, out) -> {
                            say(out, "HTTP/1.1 200 OK\r\n");
                            while (true) {
                                say(out, "X: y\r\n".repeat(100));
                            }
                        },
                        100,
                        LONG))
                .isEqualTo(Reason.BAD_ANSWER);
        assertThat(reason(
                        (_, _, out) -> {
                            while (true) {
                                say(out, "HTTP/1.1 102 Wait\r\n\r\n");
                            }
                        },
                        100,
                        Duration.ofSeconds(2)))
                .isIn(Reason.TIMEOUT, Reason.BAD_ANSWER);
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        RawServer gone = RawServer.start((_, _, _) -> {});
        gone.close();
        assertThat(failure(HOME, gone.url("/"), 100, LONG).reason()).isEqualTo(Reason.UNREACHABLE);
        Names none = host -> {
            throw new UnknownHostException(host);
        };
        try (Fetcher fetcher = new Fetcher(HOME, none, SSLContext.getDefault())) {
            assertThat(failure(fetcher, "http://nobody.example/", 100, LONG).reason())
                    .isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void sendsAMessageAndHearsTheAnswer() throws IOException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (RawServer server = RawServer.start((head, in, out) -> {
                    int length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1"));
                    heard.add(head + new String(in.readNBytes(length), StandardCharsets.UTF_8));
                    say(out, "HTTP/1.1 202 Ok\r\nContent-Length: 10000\r\n\r\n" + "x".repeat(10_000));
                });
                Fetcher fetcher = new Fetcher(HOME)) {
            Answer answer = fetcher.post(server.url("/hook?a=b"), Map.of("webhook-id", "m1"), "{\"ü\":1}", LONG);
            assertThat(answer.accepted()).isTrue();
            assertThat(answer.body()).hasSize(4096);
            assertThat(heard.poll())
                    .startsWith("POST /hook?a=b HTTP/1.1\r\n")
                    .contains("webhook-id: m1\r\n")
                    .containsIgnoringCase("content-type: application/json")
                    .endsWith("\r\n\r\n{\"ü\":1}");
        }
    }

    @Test
    void aMessageIsNotRedirected() throws IOException {
        try (RawServer other = RawServer.start((_, _, out) -> say(out, "HTTP/1.1 200 OK\r\n\r\n"));
                RawServer server = RawServer.start((_, _, out) ->
                        say(out, "HTTP/1.1 307 Go\r\nLocation: " + other.url("/") + "\r\nContent-Length: 0\r\n\r\n"));
                Fetcher fetcher = new Fetcher(HOME)) {
            assertThat(fetcher.post(server.url("/"), Map.of(), "{}", LONG).status())
                    .isEqualTo(307);
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void hundredsAtOnceExhaustNothing() throws Exception {
        try (RawServer good = RawServer.start((_, _, out) -> {
                    Thread.sleep(20);
                    say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000));
                });
                RawServer bad = RawServer.start((_, in, _) -> in.read());
                Fetcher fetcher = new Fetcher(new FetchSettings(true, Set.of(), Set.of(), SECOND, SECOND, 64));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = Thread.activeCount();
            List<Future<Reason>> hanging = new ArrayList<>();
            List<Future<Long>> coming = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Path to = scratch.resolve("f" + i);
                coming.add(callers.submit(
                        () -> fetcher.get(good.url("/"), to, 100_000, LONG).bytes()));
                if (i % 10 == 0) {
                    hanging.add(callers.submit(() -> catchThrowableOfType(
                                    FetchException.class,
                                    () -> fetcher.get(
                                            "http://127.0.0.2:" + bad.port() + "/", to.resolveSibling("h"), 1, LONG))
                            .reason()));
                }
            }
            for (Future<Long> each : coming) {
                assertThat(each.get()).isEqualTo(100_000);
            }
            for (Future<Reason> each : hanging) {
                assertThat(each.get()).isIn(Reason.UNREACHABLE, Reason.TIMEOUT);
            }
            assertThat(Thread.activeCount() - before).isLessThan(40);
            try (InputStream in = Files.newInputStream(scratch.resolve("f399"))) {
                assertThat(in.read()).isEqualTo('x');
            }
        }
    }

    @Test
    void whoWaitsTooLongForOthersIsToldSo() throws Exception {
        try (RawServer slow = RawServer.start((_, in, _) -> in.read());
                Fetcher fetcher = new Fetcher(new FetchSettings(true, Set.of(), Set.of(), SECOND, LONG, 1));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<FetchException> first = callers.submit(() -> catchThrowableOfType(
                    FetchException.class, () -> fetcher.get(slow.url("/"), file(), 1, Duration.ofSeconds(3))));
            while (slow.connections() == 0) {
                Thread.sleep(10);
            }
            assertThat(failure(fetcher, slow.url("/"), 1, SECOND).reason()).isIn(Reason.BUSY, Reason.TIMEOUT);
            assertThat(first.get().reason()).isEqualTo(Reason.TIMEOUT);
        }
    }
}
