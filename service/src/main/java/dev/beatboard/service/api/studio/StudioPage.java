package dev.beatboard.service.api.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The page as it was built: the one that the program brings along, or the one in a folder, which is
/// read again whenever a build has written it anew.
public final class StudioPage {

    static final String FIRST = "index.html";

    private final Optional<Path> folder;
    private Map<String, PageFile> files;
    private FileTime written = FileTime.fromMillis(0);

    /// @param folder instead of the program's own page
    /// @throws IOException if it cannot be read
    public StudioPage(Optional<Path> folder) throws IOException {
        this.folder = folder;
        this.files = folder.isPresent() ? Map.of() : sendable(Pack.ofResources("studio", FIRST));
        refresh();
    }

    /// Whether there is a page at all.
    public synchronized boolean isThere() {
        return files.containsKey(FIRST);
    }

    /// A file by its path in the page.
    synchronized Optional<PageFile> file(String path) throws IOException {
        refresh();
        return Optional.ofNullable(files.get(path));
    }

    private void refresh() throws IOException {
        if (folder.isEmpty()) {
            return;
        }
        Path first = folder.get().resolve(FIRST);
        if (!Files.isRegularFile(first)) {
            files = Map.of();
            return;
        }
        FileTime now = Files.getLastModifiedTime(first);
        if (!now.equals(written) || files.isEmpty()) {
            files = sendable(Pack.of(folder.get()));
            written = now;
        }
    }

    private static Map<String, PageFile> sendable(Pack pack) {
        Map<String, PageFile> all = new TreeMap<>();
        pack.files().forEach((name, bytes) -> all.put(name, PageFile.of(name, bytes)));
        return Collections.unmodifiableMap(all);
    }
}
