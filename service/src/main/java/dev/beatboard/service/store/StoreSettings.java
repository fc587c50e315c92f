package dev.beatboard.service.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where objects are kept.
public sealed interface StoreSettings {

    /// In a folder of this machine, or of one that several mount.
    record Folder(Path path) implements StoreSettings {}

    /// In a bucket of S3 or of what speaks like it.
    ///
    /// @param endpoint empty for Amazon's own
    /// @param pathStyle whether the bucket is part of the path, not of the host's name; most
    ///     servers other than Amazon's want that
    /// @param credentials empty to take them from where Amazon's tools do
    record S3(
            Optional<URI> endpoint, String region, String bucket, boolean pathStyle, Optional<Credentials> credentials)
            implements StoreSettings {}

    /// A name and its secret, which is never printed.
    record Credentials(String accessKey, String secretKey) {

        @Override
        public String toString() {
            return "Credentials[" + accessKey + "]";
        }
    }
}
