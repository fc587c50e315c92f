package dev.beatboard;

/// How frames that are rendered apart from the others of their clip account for themselves.
///
/// @param source the shot file as it was read
/// @param json whether that is JSON rather than YAML
/// @param seeded whether the command line said the seed
/// @param reframed whether the picture was framed anew for its shape
public record ChunkOrder(byte[] source, boolean json, boolean seeded, boolean reframed) {

    /// The name of the shot file in the chunk's folder.
    String name() {
        return json ? "source.json" : "source.yaml";
    }
}
