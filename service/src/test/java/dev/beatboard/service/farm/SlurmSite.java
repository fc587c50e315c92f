package dev.beatboard.service.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.service.crash.Jobs;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Slurm of two nodes on this machine, of Debian's packages `slurm-wlm` and `munge`: every daemon
/// a child of this process, with all files in one folder, on ports that are free. Nothing of it is
/// left when it is closed.
final class SlurmSite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PROGRAMS =
            List.of("munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo", "scancel", "scontrol");

    private final Path folder;
    private final Path settings;
    private final List<Process> daemons = new ArrayList<>();

    private SlurmSite(Path folder) {
        this.folder = folder;
        this.settings = folder.resolve("slurm.conf");
    }

    /// Skips the test where Slurm is not installed; fails it where `CI_REQUIRE_TOOLS` is 1.
    static void need() {
        for (String program : PROGRAMS) {
            boolean there = Stream.of("/usr/sbin", "/usr/bin")
                    .anyMatch(f -> Files.isExecutable(Path.of(f).resolve(program)));
            if (!there && "1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
                fail(program + " is not installed (slurm-wlm, munge), and CI_REQUIRE_TOOLS is 1");
            }
            assumeTrue(there, program + " is not installed (slurm-wlm, munge)");
        }
    }

    static SlurmSite start(Path folder) throws IOException, InterruptedException {
        SlurmSite site = new SlurmSite(Files.createDirectories(folder));
        try {
            site.munge();
            site.configure();
            site.daemon("slurmctld", "slurmctld", "-D", "-f", site.settings.toString());
            for (String node : List.of("node1", "node2")) {
                site.daemon(node, "slurmd", "-D", "-N", node, "-f", site.settings.toString());
            }
            site.await("two idle nodes", "sinfo -h -N -o %T", "idle\nidle\n");
            return site;
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            site.close();
            throw e;
        }
    }

    private void munge() throws IOException, InterruptedException {
        Path key = Files.createFile(
                folder.resolve("munge.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] bits = new byte[128];
        new java.security.SecureRandom().nextBytes(bits);
        Files.write(key, bits);
        daemon(
                "munged",
                "munged",
                "--foreground",
                "--force",
                "--key-file=" + key,
                "--socket=" + socket(),
                "--pid-file=" + folder.resolve("munged.pid"),
                "--seed-file=" + folder.resolve("munged.seed"),
                "--log-file=" + folder.resolve("munged.own.log"));
        for (int i = 0; !Files.exists(socket()); i++) {
            assertThat(i).as("munged is there after 10 s").isLessThan(100);
            Thread.sleep(100);
        }
    }

    private Path socket() {
        return folder.resolve("munge.socket");
    }

    /// One job on each node. What is queued again waits 5 s (`cred_expire`), not 2 minutes.
    private void configure() throws IOException {
        String user = System.getProperty("user.name");
        Files.writeString(settings, """
                ClusterName=beatboard-test
                SlurmctldHost=%1$s(127.0.0.1)
                SlurmctldPort=%2$d
                SlurmUser=%3$s
                SlurmdUser=%3$s
                AuthType=auth/munge
                AuthInfo=socket=%4$s,cred_expire=5
                StateSaveLocation=%5$s/state
                SlurmdSpoolDir=%5$s/%%n
                SlurmctldPidFile=%5$s/slurmctld.pid
                SlurmdPidFile=%5$s/%%n.pid
                SlurmctldLogFile=%5$s/slurmctld.own.log
                SlurmdLogFile=%5$s/%%n.own.log
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                MpiDefault=none
                JobAcctGatherType=jobacct_gather/none
                SelectType=select/cons_tres
                SelectTypeParameters=CR_CPU
                SchedulerParameters=sched_interval=2,batch_sched_delay=1
                SlurmdParameters=config_overrides
                ReturnToService=2
                KillWait=30
                MinJobAge=300
                NodeName=node1 NodeHostname=%1$s NodeAddr=127.0.0.1 Port=%6$d CPUs=1
                NodeName=node2 NodeHostname=%1$s NodeAddr=127.0.0.1 Port=%7$d CPUs=1
                PartitionName=all Nodes=node1,node2 Default=YES State=UP MaxTime=INFINITE
                """.formatted(
                        InetAddress.getLocalHost().getHostName().replaceFirst("\\..*", ""),
                        Jobs.port(),
                        user,
                        socket(),
                        folder,
                        Jobs.port(),
                        Jobs.port()));
        Files.createDirectories(folder.resolve("state"));
    }

    private void daemon(String name, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(command));
        all.set(0, Path.of("/usr/sbin", command[0]).toString());
        ProcessBuilder builder = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SLURM_CONF", settings.toString());
        daemons.add(builder.start());
    }

    /// What a command says, which has to succeed.
    String run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().put("SLURM_CONF", settings.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
        return said;
    }

    String run(String command) throws IOException, InterruptedException {
        return run(Map.of(), List.of(command.split(" ")));
    }

    /// Waits until a command says something.
    void await(String what, String command, String expected) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String said;
            try {
                said = run(command);
            } catch (AssertionError e) {
                said = String.valueOf(e.getMessage());
            }
            if (said.equals(expected)) {
                return;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("Not " + what + " after " + PATIENCE + ", but: " + said);
            }
            Thread.sleep(300);
        }
    }

    /// Ends what still runs, then the daemons.
    @Override
    public void close() throws IOException, InterruptedException {
        try {
            if (daemons.size() == 4) {
                run("scancel --user=" + System.getProperty("user.name"));
                await("no job", "squeue -h", "");
            }
        } finally {
            for (Process daemon : daemons.reversed()) {
                daemon.destroy();
                if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
                    daemon.destroyForcibly().waitFor();
                }
            }
        }
    }
}
