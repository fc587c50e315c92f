package dev.beatboard.cli;

import dev.beatboard.ChunkOrder;
import dev.beatboard.Take;
import dev.beatboard.file.camera.CameraFile;
import dev.beatboard.shot.Problem;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `render` that give it a camera to follow.
final class CameraOptions {

    @Option(
            names = "--camera",
            paramLabel = "FILE",
            description = "follow the camera of this file (.chan, .gltf, .glb) instead of the directed one")
    private @Nullable Path file;

    @Option(names = "--camera-name", paramLabel = "NAME", description = "which camera of a glTF file")
    private @Nullable String name;

    /// The take with the camera of the file, if one is asked for.
    Take follow(Take planned, Terminal terminal) throws IOException {
        return file == null ? planned : follow(planned, file, Optional.ofNullable(name), terminal);
    }

    /// Refuses what cannot be meant, before anything is done.
    void check() {
        if (file == null && name != null) {
            throw new WrongInput("--camera-name goes with --camera.");
        }
        if (file != null && !Files.isRegularFile(file)) {
            throw new WrongInput("There is no camera file " + file + ".");
        }
    }

    static Take follow(Take planned, Path file, Optional<String> name, Terminal terminal) throws IOException {
        Shot of = planned.shot();
        CameraFile.Wanted wanted = new CameraFile.Wanted(name, Optional.empty());
        return switch (CameraFile.read(file, planned.camera(new Sizes.Size(of.width(), of.height())), wanted)) {
            case CameraFile.Result.Accepted a -> {
                a.notices().forEach(terminal::note);
                yield planned.followed(a.views(), a.cuts());
            }
            case CameraFile.Result.Refused r ->
                throw new WrongInput(r.problems().stream()
                        .map(Problem::message)
                        .collect(Collectors.joining("\n  ", file + ": ", "")));
        };
    }

    /// The file as it is, for chunks.
    Optional<ChunkOrder.Camera> copy() throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        String ending = file.toString().replaceAll(".*\\.", "").toLowerCase(Locale.ROOT);
        return Optional.of(new ChunkOrder.Camera(Files.readAllBytes(file), ending, name == null ? "" : name));
    }
}
