package dev.beatboard.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files of any size under keys.
///
/// A key is made of segments of letters, digits, `.`, `_` and `-`, joined by `/`; no segment starts
/// with a dot. Another key throws [IllegalArgumentException]. A key is either an object's or a
/// folder's: with `a` there is no `a/b`. Reading what is not there throws
/// [java.nio.file.NoSuchFileException]; a place that does not answer, [IOException]. All methods
/// may be called from any thread.
public interface ObjectStore extends AutoCloseable {

    /// Opens the store of the settings.
    static ObjectStore of(StoreSettings settings) throws IOException {
        return switch (settings) {
            case StoreSettings.Folder folder -> new FolderStore(folder.path());
            case StoreSettings.S3 s3 -> new S3Store(s3);
        };
    }

    /// Stores a file's content, in place of what was there.
    void put(String key, Path file, String mediaType) throws IOException;

    /// Stores these bytes, in place of what was there.
    void put(String key, byte[] content, String mediaType) throws IOException;

    /// What an object is; empty if there is none.
    Optional<StoredObject> head(String key) throws IOException;

    /// A part of an object, to be closed by the caller. It ends early where the object does.
    ///
    /// @param from the first byte, from 0
    /// @param length in bytes at most; [Long#MAX_VALUE] for all that follow
    InputStream open(String key, long from, long length) throws IOException;

    /// A small object as a whole.
    ///
    /// @throws IOException also if it is longer than `atMost` bytes
    default byte[] read(String key, int atMost) throws IOException {
        try (InputStream in = open(key, 0, atMost + 1L)) {
            byte[] bytes = in.readNBytes(atMost);
            if (in.read() >= 0) {
                throw new IOException("The object " + key + " is longer than " + atMost + " bytes.");
            }
            return bytes;
        }
    }

    /// Copies an object into a file, which appears whole or not at all.
    void download(String key, Path to) throws IOException;

    /// The keys in a folder and the folders below, sorted.
    ///
    /// @param folder empty for all; a `/` at its end may be left out
    List<String> list(String folder) throws IOException;

    /// Removes an object; without one, nothing happens.
    void delete(String key) throws IOException;

    /// Removes all objects in a folder and the folders below.
    ///
    /// @param folder not empty: nobody empties a whole store by mistake
    void deleteAll(String folder) throws IOException;

    @Override
    void close();
}
