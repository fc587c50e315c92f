package dev.beatboard.file.video;

import dev.beatboard.file.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The ffmpeg program with x264 and x265, which comes inside a jar: unpacked once into the cache folder and run as a
/// process of
/// its own, so that its license stays its own.
///
/// @param folder where the programs and their libraries are
public record Ffmpeg(Path folder) {

    private static final String INSIDE = "org/bytedeco/ffmpeg/linux-x86_64-gpl/";
    /// Sound and window libraries that the program is linked against for capturing, which we never do. A bare
    /// machine lacks them, and the program would not start. Any library will do in their place: none of their
    /// functions is called.
    private static final List<String> NEVER_CALLED =
            List.of("libpulse.so.0", "libasound.so.2", "libxcb.so.1", "libxcb-shm.so.0");
    private static final String STAND_IN = "libdrm.so.2";
    private static final String VERSION = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    /// The program, unpacked below `cache` if it is not there yet. Two processes may do so at once.
    ///
    /// @throws IOException with a message for people
    public static Ffmpeg installed(Path cache) throws IOException {
        URL program = Ffmpeg.class.getClassLoader().getResource(INSIDE + "ffmpeg");
        if (program == null || !(program.openConnection() instanceof JarURLConnection jar)) {
            throw new IOException("The video encoder is not on the class path (org.bytedeco:ffmpeg, classifier"
                    + " linux-x86_64-gpl). Build again with ./mvnw package; MP4 needs Linux on x86-64.");
        }
        // A shared jar would be closed under the class loader.
        jar.setUseCaches(false);
        try (JarFile file = jar.getJarFile()) {
            Path target = cache.resolve("ffmpeg-" + version(file));
            if (!Files.isExecutable(target.resolve("ffmpeg"))) {
                unpack(file, target);
            }
            return new Ffmpeg(target);
        } catch (IOException e) {
            throw OutputFile.failure(cache.resolve("ffmpeg"), e);
        }
    }

    private static String version(JarFile file) throws IOException {
        JarEntry entry = file.getJarEntry(VERSION);
        Properties properties = new Properties();
        if (entry != null) {
            try (InputStream in = file.getInputStream(entry)) {
                properties.load(in);
            }
        }
        return properties.getProperty("version", "unknown") + "-gpl";
    }

    /// Into a folder of another name, which is then renamed: the final name never holds a part of it.
    private static void unpack(JarFile file, Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path part = Files.createTempDirectory(parent, ".ffmpeg");
        try {
            List<JarEntry> entries = file.stream()
                    .filter(e -> e.getName().startsWith(INSIDE) && !e.isDirectory())
                    .filter(e -> !e.getName().substring(INSIDE.length()).startsWith("libjni"))
                    .toList();
            for (JarEntry e : entries) {
                Path to = part.resolve(e.getName().substring(INSIDE.length()));
                try (InputStream in = file.getInputStream(e)) {
                    Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
                }
                if (!to.toFile().setExecutable(true)) {
                    throw new IOException("the file system does not let programs run");
                }
            }
            for (String library : NEVER_CALLED) {
                Files.copy(part.resolve(STAND_IN), part.resolve(library));
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster; its copy is the same.
            if (!Files.isExecutable(target.resolve("ffmpeg"))) {
                throw e;
            }
        } finally {
            remove(part);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path p : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(p);
                }
            }
        }
    }

    /// A process builder for `ffmpeg` or `ffprobe` with these arguments.
    public ProcessBuilder process(String program, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(folder.resolve(program).toString()), arguments.stream())
                        .toList());
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        return builder;
    }
}
