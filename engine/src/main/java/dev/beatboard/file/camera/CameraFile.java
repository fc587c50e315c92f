package dev.beatboard.file.camera;

import dev.beatboard.math.Quat;
import dev.beatboard.math.RotationOrder;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Nearest;
import dev.beatboard.shot.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a camera that another program made, to be followed instead of the planned one: Nuke's
/// `.chan`, and the perspective cameras of glTF 2.0 (`.gltf`, `.glb`). What comes of it is one view
/// per frame of the clip, or everything that is wrong with the file.
///
/// What such files do not say stays as planned: the aperture, the sensor, and what is in focus (the
/// point of the world, not its distance). The field of view is taken over the height of the
/// picture.
public final class CameraFile {

    private static final List<String> ENDINGS = List.of("chan", "gltf", "glb");

    private CameraFile() {}

    /// What to take of a file that leaves a choice.
    ///
    /// @param camera the name of the camera, for files that hold several
    /// @param order the name of the order of a `.chan`'s turns; Nuke's `ZXY` if nobody says
    public record Wanted(Optional<String> camera, Optional<String> order) {

        public static final Wanted ANY = new Wanted(Optional.empty(), Optional.empty());
    }

    /// What came of a file.
    public sealed interface Result {

        /// @param views one per frame of the planned camera
        /// @param cuts the first frame of every set-up, found where the camera jumps
        /// @param notices what is all right but worth knowing, as sentences
        record Accepted(List<View> views, List<Integer> cuts, List<String> notices) implements Result {

            public Accepted {
                views = List.copyOf(views);
                cuts = List.copyOf(cuts);
                notices = List.copyOf(notices);
            }
        }

        /// @param problems at least one
        record Refused(List<Problem> problems) implements Result {

            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Where the camera is at a frame and what it takes in.
    ///
    /// @param tanHalfHeight the tangent of half the vertical field of view; empty where the file
    ///     does not say
    record Moment(Vec3 position, Quat orientation, Optional<Double> tanHalfHeight) {}

    /// What a file holds for every frame.
    record Moments(List<Moment> all, List<String> notices) {}

    /// Reads a file for the frames of `planned`.
    ///
    /// @throws IOException if the file is there but cannot be read
    public static Result read(Path file, CameraTrack planned, Wanted wanted) throws IOException {
        Faults faults = new Faults();
        if (!Files.isRegularFile(file)) {
            faults.add(0, "There is no file " + file + ".", "", "Check the name and the folder.");
            return new Result.Refused(faults.all());
        }
        Optional<RotationOrder> order = wanted.order().isEmpty()
                ? Optional.of(ChanFile.ORDER)
                : RotationOrder.named(wanted.order().get());
        if (order.isEmpty()) {
            List<String> names =
                    Arrays.stream(RotationOrder.values()).map(Enum::name).toList();
            faults.add(
                    0,
                    "The order of rotation \"" + wanted.order().get() + "\" is unknown.",
                    "Known are " + String.join(", ", names) + ".",
                    Nearest.hint(wanted.order().get(), names));
        }
        Optional<Moments> moments = switch (ending(file)) {
            case "chan" -> new ChanReader(faults, planned).read(file, order.orElse(ChanFile.ORDER));
            case "gltf", "glb" -> new GltfReader(faults, planned).read(file, wanted.camera());
            default -> {
                faults.add(
                        0,
                        "A camera cannot be read from a file that ends in \"." + ending(file) + "\".",
                        "Read are "
                                + String.join(
                                        ", ", ENDINGS.stream().map(e -> "." + e).toList()) + ".",
                        Nearest.hint(ending(file), ENDINGS));
                yield Optional.empty();
            }
        };
        if (faults.any() || moments.isEmpty()) {
            return new Result.Refused(faults.all());
        }
        return accepted(moments.get(), planned);
    }

    private static Result accepted(Moments moments, CameraTrack planned) {
        List<View> views = new ArrayList<>();
        for (int i = 0; i < moments.all().size(); i++) {
            views.add(view(moments.all().get(i), planned.views().get(i), planned.aspect()));
        }
        List<Integer> cuts = CutFinder.cuts(views).stream().map(planned::frame).toList();
        return new Result.Accepted(views, cuts, moments.notices());
    }

    private static View view(Moment m, View planned, double aspect) {
        double focal = m.tanHalfHeight()
                .map(t -> planned.sensorWidth() / (2 * t * aspect))
                .orElse(planned.focalLength());
        Vec3 axis = m.orientation().rotate(new Vec3(0, 0, -1));
        double focus = Double.POSITIVE_INFINITY;
        if (Double.isFinite(planned.focusDistance())) {
            Vec3 sharp = planned.position().plus(planned.forward(), planned.focusDistance());
            double depth = sharp.minus(m.position()).dot(axis);
            focus = depth > 0.05 ? depth : planned.focusDistance();
        }
        return new View(m.position(), m.orientation(), focal, planned.sensorWidth(), focus, planned.fNumber());
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
