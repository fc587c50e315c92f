package dev.beatboard.service.api.studio;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of a folder, in memory: at most 4000 with 64 MB.
///
/// @param files by their paths in the folder, with `/`
record Pack(SortedMap<String, byte[]> files) {

    private static final int MOST_FILES = 4000;
    private static final long MOST_BYTES = 64L << 20;

    Pack {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// Those of a folder on disk, and below.
    ///
    /// @throws IOException if it is none, cannot be read, or has too much
    static Pack of(Path folder) throws IOException {
        Collected all = new Collected();
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            for (Path p : files) {
                try (InputStream in = Files.newInputStream(p)) {
                    all.add(folder.relativize(p).toString().replace('\\', '/'), in);
                }
            }
        }
        return new Pack(all.files);
    }

    /// Those of a folder among the program's resources, and below; none if the program brings no
    /// such folder.
    ///
    /// @param folder such as `studio`
    /// @param known the name of a file that it surely has
    static Pack ofResources(String folder, String known) throws IOException {
        @Nullable URL url = Pack.class.getClassLoader().getResource(folder + "/" + known);
        if (url == null) {
            return new Pack(new TreeMap<>());
        }
        if (url.getProtocol().equals("file")) {
            return of(parent(url));
        }
        if (url.openConnection() instanceof JarURLConnection connection) {
            return ofJar(connection, folder + "/");
        }
        throw new IOException("The folder " + folder + " cannot be read from " + url.getProtocol() + ".");
    }

    private static Path parent(URL url) throws IOException {
        try {
            return Path.of(url.toURI()).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IOException("The address of a resource cannot be read.", e);
        }
    }

    private static Pack ofJar(JarURLConnection connection, String prefix) throws IOException {
        Collected all = new Collected();
        URI archive = URI.create(connection.getJarFileURL().toString());
        try (JarFile jar = new JarFile(Path.of(archive).toFile())) {
            for (JarEntry e : Collections.list(jar.entries())) {
                if (!e.isDirectory() && e.getName().startsWith(prefix)) {
                    try (InputStream in = jar.getInputStream(e)) {
                        all.add(e.getName().substring(prefix.length()), in);
                    }
                }
            }
        }
        return new Pack(all.files);
    }

    /// Files so far, within bounds.
    private static final class Collected {

        private final SortedMap<String, byte[]> files = new TreeMap<>();
        private long bytes;

        void add(String name, InputStream in) throws IOException {
            byte[] content = in.readNBytes(Math.toIntExact(MOST_BYTES - bytes + 1));
            bytes += content.length;
            if (bytes > MOST_BYTES || files.size() == MOST_FILES) {
                throw new IOException(
                        "A page has at most " + MOST_FILES + " files with " + (MOST_BYTES >> 20) + " MB in all.");
            }
            files.put(name, content);
        }
    }
}
