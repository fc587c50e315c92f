package dev.beatboard.file.camera;

import dev.beatboard.math.Vec3;
import java.util.List;

/// Something that a camera sees and that another program may want to hang things on: a person, a
/// thing, a mark on the floor.
///
/// @param name as in the shot
/// @param positions world space, meters: one for what stays, else one per view of the camera
public record Locator(String name, List<Vec3> positions) {

    public Locator {
        positions = List.copyOf(positions);
        if (positions.isEmpty()) {
            throw new IllegalArgumentException("The locator \"" + name + "\" is nowhere");
        }
    }
}
