package dev.beatboard.service.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that says what a test makes it say, byte by byte, right or wrong.
public final class RawServer implements AutoCloseable {

    /// What it does with each connection, after the head of a request was read.
    public interface Talk {
        void over(String head, InputStream in, OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private RawServer(ServerSocket socket) {
        this.socket = socket;
    }

    /// Listens on a free port of 127.0.0.1.
    public static RawServer start(Talk talk) throws IOException {
        return start(new ServerSocket(0, 500, InetAddress.ofLiteral("127.0.0.1")), talk);
    }

    /// Listens where the socket does.
    public static RawServer start(ServerSocket socket, Talk talk) {
        RawServer server = new RawServer(socket);
        Thread.ofVirtual().start(() -> server.accept(talk));
        return server;
    }

    private void accept(Talk talk) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                Thread.ofVirtual().start(() -> {
                    try (connection) {
                        InputStream in = connection.getInputStream();
                        talk.over(head(in), in, connection.getOutputStream());
                    } catch (Exception e) {
                        // The client went away, which is what many tests are about.
                    }
                });
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The client went away.");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /// How often somebody connected.
    public int connections() {
        return connections.get();
    }

    /// Writes text as it is.
    public static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
