package dev.beatboard.service.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Two network namespaces of Linux, as if they were two hosts: that of a server and that of a
/// worker, joined by one link that can be cut. The test reaches the server by a link of its own.
/// The addresses are of the block for benchmarks (RFC 2544), which no network uses.
final class TwoHosts implements AutoCloseable {

    /// The server, as the worker sees it.
    static final String SERVER = "198.18.231.1";

    /// The server, as the test sees it.
    static final String SERVER_FROM_HERE = "198.18.232.1";

    private static final String WORKER = "198.18.231.2";
    private static final String HERE = "198.18.232.2";

    private final String id = Long.toString(ProcessHandle.current().pid(), 36);
    private final String server = "bb-server-" + id;
    private final String worker = "bb-worker-" + id;

    private TwoHosts() {}

    /// Skips the test where it may not make namespaces; fails it where `ip` is missing only and
    /// `CI_REQUIRE_TOOLS` is 1.
    static void need() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "network namespaces need root");
        boolean there =
                Stream.of("/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip").anyMatch(p -> Files.isExecutable(Path.of(p)));
        if (!there && "1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
            fail("ip (iproute2) is not installed, and CI_REQUIRE_TOOLS is 1");
        }
        assumeTrue(there, "ip (iproute2) is not installed");
        Process unshare = new ProcessBuilder("unshare", "-n", "true").start();
        assumeTrue(unshare.waitFor() == 0, "this machine does not allow network namespaces");
    }

    static TwoHosts start() throws IOException, InterruptedException {
        TwoHosts hosts = new TwoHosts();
        try {
            for (String name : List.of(hosts.server, hosts.worker)) {
                run("ip netns add " + name);
                run("ip -n " + name + " link set lo up");
            }
            run("ip -n " + hosts.server + " link add link0 type veth peer name link0 netns " + hosts.worker);
            run("ip -n " + hosts.server + " addr add " + SERVER + "/24 dev link0");
            run("ip -n " + hosts.worker + " addr add " + WORKER + "/24 dev link0");
            run("ip -n " + hosts.server + " link set link0 up");
            run("ip -n " + hosts.worker + " link set link0 up");
            run("ip link add bb" + hosts.id + " type veth peer name test0 netns " + hosts.server);
            run("ip -n " + hosts.server + " addr add " + SERVER_FROM_HERE + "/24 dev test0");
            run("ip addr add " + HERE + "/24 dev bb" + hosts.id);
            run("ip -n " + hosts.server + " link set test0 up");
            run("ip link set bb" + hosts.id + " up");
            return hosts;
        } catch (IOException | InterruptedException | AssertionError e) {
            hosts.close();
            throw e;
        }
    }

    /// What a command begins with to run on the server's host.
    List<String> onServer() {
        return List.of("ip", "netns", "exec", server);
    }

    /// What a command begins with to run on the worker's host.
    List<String> onWorker() {
        return List.of("ip", "netns", "exec", worker);
    }

    /// Pulls the plug between server and worker: what is sent is lost, and nobody is told.
    void cut() throws IOException, InterruptedException {
        run("ip -n " + server + " link set link0 down");
    }

    void restore() throws IOException, InterruptedException {
        run("ip -n " + server + " link set link0 up");
    }

    private static void run(String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
    }

    /// Links end with the namespaces that they are in.
    @Override
    public void close() throws IOException, InterruptedException {
        for (String name : List.of(server, worker)) {
            new ProcessBuilder("ip", "netns", "delete", name).start().waitFor();
        }
    }
}
