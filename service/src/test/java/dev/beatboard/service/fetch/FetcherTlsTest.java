package dev.beatboard.service.fetch;

import static dev.beatboard.service.fetch.RawServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beatboard.service.fetch.FetchException.Reason;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// That connecting to a checked address does not weaken encryption: the certificate has to be of
/// the name in the URL, and of somebody we trust.
@Timeout(60)
class FetcherTlsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path scratch;

    private SSLContext context(String name) throws Exception {
        Path file = scratch.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS) && keytool.exitValue() == 0)
                .isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "secret".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "secret".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void theCertificateHasToBeOfTheNameAndTrusted() throws Exception {
        SSLContext own = context("media.example");
        Names names = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        FetchSettings settings = FetchSettings.standard().withSiteAddresses();
        try (RawServer server = RawServer.start(
                        own.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")),
                        (_, _, out) -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
                Fetcher trusting = new Fetcher(settings, names, own);
                Fetcher stranger = new Fetcher(settings, names, SSLContext.getDefault())) {
            String path = ":" + server.port() + "/x";
            assertThat(trusting.get("https://media.example" + path, scratch.resolve("f"), 5, LONG)
                            .bytes())
                    .isEqualTo(5);
            for (Map.Entry<String, Fetcher> bad : Map.of(
                            "https://other.example", trusting, "https://media.example", stranger)
                    .entrySet()) {
                FetchException e = catchThrowableOfType(
                        FetchException.class,
                        () -> bad.getValue().get(bad.getKey() + path, scratch.resolve("f"), 5, LONG));
                assertThat(e).as(bad.getKey()).isNotNull();
                assertThat(e.reason()).as(bad.getKey()).isEqualTo(Reason.UNREACHABLE);
                assertThat(e).hasMessageContaining("SSL");
            }
        }
    }
}
