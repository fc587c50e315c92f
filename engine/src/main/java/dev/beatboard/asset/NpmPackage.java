package dev.beatboard.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/// Fetches a package's archive by the ordinary npm client and checks its digest.
final class NpmPackage {

    private static final int MINUTES = 30;

    private NpmPackage() {}

    /// The archive `file` of `specification` (`name@version`) in `downloads`. One that is there already and whole is
    /// used; a partial or different one is fetched again.
    static Path fetch(String specification, String file, String sha256, Path downloads, PackSource.Progress progress)
            throws IOException, InterruptedException {
        Files.createDirectories(downloads);
        Path archive = downloads.resolve(file);
        if (Files.isRegularFile(archive) && Digests.sha256(archive).equals(sha256)) {
            return archive;
        }
        progress.at(0, "npm pack " + specification);
        Path fresh = Files.createTempDirectory(downloads, "npm-");
        try {
            run(specification, fresh);
            Path got = fresh.resolve(file);
            String digest = Files.isRegularFile(got) ? Digests.sha256(got) : "nothing";
            if (!digest.equals(sha256)) {
                throw new IOException("npm delivered " + file + " with SHA-256 " + digest + ", expected " + sha256
                        + ". Nothing was installed. Try again; if it stays so, check the registry that npm is set to"
                        + " (npm config get registry).");
            }
            Files.move(got, archive, StandardCopyOption.REPLACE_EXISTING);
            progress.at(1, file);
            return archive;
        } finally {
            Folders.delete(fresh);
        }
    }

    private static void run(String specification, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("npm.log");
        Process npm;
        try {
            npm = new ProcessBuilder("npm", "pack", specification, "--ignore-scripts", "--loglevel=error")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    specification + " is fetched by npm, and npm cannot be started (" + e.getMessage()
                            + "). Install it (Debian: apt-get install npm) and try again.",
                    e);
        }
        npm.getOutputStream().close();
        try {
            if (!npm.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(
                        "npm pack " + specification + " did not end within " + MINUTES + " minutes; try again.");
            }
        } finally {
            npm.destroy();
        }
        if (npm.exitValue() != 0) {
            String said = Files.readString(log, StandardCharsets.UTF_8).strip();
            throw new IOException("npm pack " + specification + " failed ("
                    + said.lines().limit(3).reduce("", (a, b) -> a + " " + b).strip()
                    + "). Check the network and the free space in " + folder.getParent() + ", then try again.");
        }
    }
}
