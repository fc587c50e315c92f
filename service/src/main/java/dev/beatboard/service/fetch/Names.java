package dev.beatboard.service.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What turns a host's name into addresses.
interface Names extends AutoCloseable {

    InetAddress[] resolve(String host) throws UnknownHostException;

    @Override
    default void close() {}

    /// The system's resolver. It cannot be interrupted and would pin the few carriers that all
    /// virtual threads share, so it is asked on threads of its own, and not waited for too long.
    static Names system(Duration patience) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                16,
                16,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1024),
                work -> Thread.ofPlatform().daemon().name("names").unstarted(work));
        threads.allowCoreThreadTimeOut(true);
        return new Names() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                try {
                    Future<InetAddress[]> answer = threads.submit(() -> InetAddress.getAllByName(host));
                    return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
                    throw unknown(host, e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw unknown(host, e);
                }
            }

            @Override
            public void close() {
                threads.shutdownNow();
            }
        };
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
