package dev.beatboard.service.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// An S3 server, s3proxy over a folder, as a process of its own. Maven resolves its class path
/// (`src/test/s3proxy/pom.xml`) the first time.
public final class S3Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI endpoint;

    private S3Server(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /// Starts a server with one empty bucket, `beatboard`.
    public static S3Server start(Path folder) throws IOException, InterruptedException {
        return start(folder, List.of(), "127.0.0.1");
    }

    /// The same on another host.
    ///
    /// @param prefix what a command begins with to run there
    /// @param host its address
    public static S3Server start(Path folder, List<String> prefix, String host)
            throws IOException, InterruptedException {
        Path classPath = classPath();
        Files.createDirectories(folder.resolve("data/beatboard"));
        int port = freePort();
        URI endpoint = URI.create("http://" + host + ":" + port);
        Path settings = folder.resolve("s3proxy.conf");
        Files.writeString(settings, """
                s3proxy.endpoint=http://%s:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=identity
                s3proxy.credential=credential
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(prefix.isEmpty() ? host : "0.0.0.0", port, folder.resolve("data")));
        Path log = folder.resolve("s3proxy.log");
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                Files.readString(classPath).strip(),
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        S3Server server = new S3Server(process, endpoint);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(host, port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                server.close();
                throw new IOException("s3proxy did not start: " + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return server;
    }

    /// How to reach it.
    public StoreSettings.S3 settings() {
        return new StoreSettings.S3(
                Optional.of(endpoint),
                "us-east-1",
                "beatboard",
                true,
                Optional.of(new StoreSettings.Credentials("identity", "credential")));
    }

    private static Path classPath() throws IOException, InterruptedException {
        Path file = Path.of("target", "s3proxy.classpath").toAbsolutePath();
        Path pom = Path.of("src", "test", "s3proxy", "pom.xml").toAbsolutePath();
        if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(pom)) > 0) {
            return file;
        }
        Path log = Path.of("target", "s3proxy.classpath.log").toAbsolutePath();
        Process maven = new ProcessBuilder(List.of(
                        Path.of("..", "mvnw").toAbsolutePath().normalize().toString(),
                        "-q",
                        "-B",
                        "-f",
                        pom.toString(),
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=" + file))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!maven.waitFor(5, TimeUnit.MINUTES) || maven.exitValue() != 0) {
            maven.destroyForcibly();
            throw new IOException("Maven did not resolve s3proxy: " + Files.readString(log));
        }
        return file;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(String host, int port) {
        try (Socket _ = new Socket(host, port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
