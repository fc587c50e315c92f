package dev.beatboard.service.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;

/// How connections are made.
///
/// Java's own HTTP client resolves names by itself and cannot be told to connect to an address and
/// still ask its server for a certificate of the name. Apache's asks a resolver of ours, connects
/// to just the addresses that it gives, and checks the certificate against the name.
final class Connections {

    /// So many of a host's addresses are tried.
    private static final int ADDRESSES = 3;

    /// In bytes of one header's line, and in headers.
    private static final int LONGEST_LINE = 16_384;

    private static final int MOST_HEADERS = 100;

    private Connections() {}

    static CloseableHttpClient open(FetchSettings settings, Names names, SSLContext trust) {
        Timeout connect = Timeout.of(settings.connect());
        Timeout idle = Timeout.of(settings.idle());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(settings, names))
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(idle).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(idle)
                                .build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                        .setMaxConnTotal(settings.parallel())
                        .setMaxConnPerRoute(Math.max(1, settings.parallel() / 4))
                        .build())
                // A connection is for one message: the address of each is checked.
                .setConnectionReuseStrategy((_, _, _) -> false)
                // A proxy would resolve names by itself.
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                // What is small on the way and huge when unpacked.
                .disableContentCompression()
                .setUserAgent("Beatboard")
                .build();
    }

    private record CheckedNames(FetchSettings settings, Names names) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] all = Reach.checked(
                    names.resolve(host),
                    settings.siteAddresses(),
                    settings.hosts().contains(host.toLowerCase(Locale.ROOT)));
            return Arrays.copyOf(all, Math.min(all.length, ADDRESSES));
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
