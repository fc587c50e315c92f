package dev.beatboard.file.video;

/// Makes the signed manifest that a file carries about itself. Always of one size.
@FunctionalInterface
public interface Seal {

    /// @param digest SHA-256 of what the manifest binds, 32 bytes
    byte[] manifest(byte[] digest) throws java.io.IOException;
}
