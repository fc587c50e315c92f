package dev.beatboard.service.fetch;

import dev.beatboard.service.fetch.FetchException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/// Gets files from, and sends messages to, addresses that strangers chose. One is enough for a
/// process; its methods block and may be called from any thread.
public final class Fetcher implements AutoCloseable {

    private static final int REDIRECTS = 3;
    private static final int ANSWER_BYTES = 4096;
    private static final int BUFFER = 16_384;

    private final FetchSettings settings;
    private final Names names;
    private final CloseableHttpClient client;
    /// Ends what takes too long: a timeout between two bytes does not bound the whole.
    private final ScheduledThreadPoolExecutor clock;

    public Fetcher(FetchSettings settings) {
        this(settings, Names.system(settings.connect()), trust());
    }

    Fetcher(FetchSettings settings, Names names, SSLContext trust) {
        this.settings = settings;
        this.names = names;
        this.client = Connections.open(settings, names, trust);
        this.clock = new ScheduledThreadPoolExecutor(
                1, work -> Thread.ofPlatform().daemon().name("fetch-clock").unstarted(work));
        clock.setRemoveOnCancelPolicy(true);
    }

    private static SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has TLS.", e);
        }
    }

    /// Whether a URL could be followed, as far as can be told without a connection.
    ///
    /// @throws FetchException if it could not
    public void check(String url) throws FetchException {
        Target.of(url, settings);
    }

    /// Brings a file, following up to three redirects.
    ///
    /// @param to a file to write over; it is gone if this fails
    /// @param most how many bytes it may have
    /// @param patience for the whole, waiting for others included
    /// @throws FetchException if it cannot be had
    /// @throws IOException if it cannot be written
    public Fetched get(String url, Path to, long most, Duration patience) throws IOException {
        boolean done = false;
        try {
            Fetched fetched = follow(Target.of(url, settings), to, most, System.nanoTime() + patience.toNanos());
            done = true;
            return fetched;
        } finally {
            if (!done) {
                Files.deleteIfExists(to);
            }
        }
    }

    private Fetched follow(Target first, Path to, long most, long end) throws IOException {
        Target target = first;
        for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
            HttpUriRequestBase request = new HttpUriRequestBase("GET", target.url());
            request.addHeader("Accept", "*/*");
            try (Exchange exchange = new Exchange(target, request, end)) {
                ClassicHttpResponse response = exchange.response();
                Header location = response.getFirstHeader("Location");
                if (response.getCode() >= 300 && response.getCode() < 400 && location != null) {
                    target = target.redirected(location.getValue(), settings);
                    continue;
                }
                if (response.getCode() != 200) {
                    throw new FetchException(
                            Reason.STATUS,
                            response.getCode(),
                            target.host() + " answered with status " + response.getCode() + ".");
                }
                return exchange.save(to, most);
            }
        }
        throw new FetchException(
                Reason.TOO_MANY_REDIRECTS, first.host() + " redirects more than " + REDIRECTS + " times.");
    }

    /// Sends a message; redirects are not followed.
    ///
    /// @param headers besides the content's type
    /// @param patience for the whole, waiting for others included
    public Answer post(String url, Map<String, String> headers, String json, Duration patience) throws FetchException {
        Target target = Target.of(url, settings);
        HttpUriRequestBase request = new HttpUriRequestBase("POST", target.url());
        headers.forEach(request::addHeader);
        request.setEntity(new ByteArrayEntity(json.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        try (Exchange exchange = new Exchange(target, request, System.nanoTime() + patience.toNanos())) {
            return exchange.answer();
        }
    }

    /// One request and its answer. Closing it drops the connection without reading what is left.
    private final class Exchange implements AutoCloseable {

        private final Target target;
        private final HttpUriRequestBase request;
        private final AtomicBoolean late = new AtomicBoolean();
        private final ScheduledFuture<?> alarm;
        private final ClassicHttpResponse response;

        Exchange(Target target, HttpUriRequestBase request, long end) throws FetchException {
            this.target = target;
            this.request = request;
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw timeout();
            }
            request.setConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.ofMilliseconds(Math.max(1, left / 1_000_000)))
                    .setResponseTimeout(Timeout.of(settings.idle()))
                    .build());
            this.alarm = clock.schedule(
                    () -> {
                        late.set(true);
                        request.cancel();
                    },
                    left,
                    TimeUnit.NANOSECONDS);
            try {
                this.response =
                        client.executeOpen(new HttpHost(target.scheme(), target.host(), target.port()), request, null);
            } catch (IOException | RuntimeException e) {
                alarm.cancel(false);
                throw explained(e);
            }
        }

        ClassicHttpResponse response() {
            return response;
        }

        Fetched save(Path to, long most) throws IOException {
            HttpEntity entity = response.getEntity();
            if (entity == null) {
                Files.write(to, new byte[0]);
                return new Fetched(to, 0, "");
            }
            if (entity.getContentLength() > most) {
                throw tooLarge(most);
            }
            long bytes = 0;
            byte[] buffer = new byte[BUFFER];
            try (OutputStream out = Files.newOutputStream(to)) {
                for (int count = read(entity, buffer); count >= 0; count = read(entity, buffer)) {
                    bytes += count;
                    if (bytes > most) {
                        throw tooLarge(most);
                    }
                    out.write(buffer, 0, count);
                }
            }
            return new Fetched(to, bytes, entity.getContentType() == null ? "" : entity.getContentType());
        }

        Answer answer() throws FetchException {
            HttpEntity entity = response.getEntity();
            byte[] body = new byte[ANSWER_BYTES];
            int length = 0;
            try {
                while (entity != null && length < body.length) {
                    int count = entity.getContent().read(body, length, body.length - length);
                    if (count < 0) {
                        break;
                    }
                    length += count;
                }
            } catch (IOException | RuntimeException e) {
                // The status alone says whether the message was taken, unless nothing more came in time.
                if (late.get() || e instanceof SocketTimeoutException) {
                    throw explained(e);
                }
            }
            return new Answer(response.getCode(), new String(body, 0, length, StandardCharsets.UTF_8));
        }

        private int read(HttpEntity entity, byte[] buffer) throws FetchException {
            try {
                InputStream content = entity.getContent();
                return content.read(buffer);
            } catch (IOException | RuntimeException e) {
                throw explained(e);
            }
        }

        private FetchException timeout() {
            return new FetchException(Reason.TIMEOUT, target.host() + " did not answer in time.");
        }

        private FetchException tooLarge(long most) {
            return new FetchException(
                    Reason.TOO_LARGE, "What " + target.host() + " sends is longer than " + most + " bytes.");
        }

        /// What the library throws, in our words: its own may name addresses.
        private FetchException explained(Exception e) {
            if (e instanceof ConnectionRequestTimeoutException) {
                return new FetchException(Reason.BUSY, "Too many other files are being fetched; try again later.");
            }
            if (late.get() || e instanceof SocketTimeoutException) {
                return timeout();
            }
            return switch (e) {
                case FetchException known -> known;
                case Reach.RefusedAddress _ -> target.refused();
                case MalformedChunkCodingException _, ConnectionClosedException _ ->
                    new FetchException(Reason.INCOMPLETE, "The answer of " + target.host() + " ended early.");
                case NoHttpResponseException _ ->
                    new FetchException(Reason.BAD_ANSWER, target.host() + " hung up without an answer.");
                case MessageConstraintException _ ->
                    new FetchException(Reason.BAD_ANSWER, "The headers of " + target.host() + " are too long.");
                case ClientProtocolException _ -> badAnswer();
                case IOException _ ->
                    new FetchException(
                            Reason.UNREACHABLE,
                            target.host() + " cannot be reached ("
                                    + e.getClass().getSimpleName() + ").");
                default -> badAnswer();
            };
        }

        private FetchException badAnswer() {
            return new FetchException(Reason.BAD_ANSWER, target.host() + " does not speak HTTP as it should.");
        }

        @Override
        public void close() {
            alarm.cancel(false);
            request.cancel();
            try {
                response.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        names.close();
        client.close(CloseMode.IMMEDIATE);
    }
}
