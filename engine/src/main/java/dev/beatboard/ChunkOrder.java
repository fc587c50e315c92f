package dev.beatboard;

import java.nio.file.Path;
import java.util.Optional;

/// How frames that are rendered apart from the others of their clip account for themselves.
///
/// @param source the shot file as it was read
/// @param json whether that is JSON rather than YAML
/// @param seeded whether the command line said the seed
/// @param reframed whether the picture was framed anew for its shape
/// @param camera the file of the camera that is followed, and which of its cameras, if any
public record ChunkOrder(byte[] source, boolean json, boolean seeded, boolean reframed, Optional<Camera> camera) {

    /// A camera file as it was read.
    ///
    /// @param ending of the file's name, such as `chan`
    /// @param name which of its cameras, empty for the only one
    public record Camera(byte[] content, String ending, String name) {}

    /// The name of the shot file in the chunk's folder.
    String name() {
        return json ? "source.json" : "source.yaml";
    }

    /// Where the camera's file is in the folder of a chunk that has one.
    static String cameraFile(String ending) {
        return "camera/followed." + ending;
    }

    /// The camera's file in a chunk's folder, if it has one.
    public static Optional<Path> cameraIn(Path folder, String ending) {
        return ending.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(cameraFile(ending)));
    }
}
