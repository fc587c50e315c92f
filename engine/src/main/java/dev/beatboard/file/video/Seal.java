package dev.beatboard.file.video;

import java.util.HexFormat;

/// Makes the signed manifest that a file carries about itself. Always of one size.
@FunctionalInterface
public interface Seal {

    /// The extended type of the box that holds it (C2PA 2.2, annex A.5.1).
    static byte[] box() {
        return HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
    }

    /// @param digest SHA-256 of what the manifest binds, 32 bytes
    byte[] manifest(byte[] digest) throws java.io.IOException;
}
