package dev.beatboard.stage.light;

import dev.beatboard.asset.SkyPhotos;
import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Sky;
import dev.beatboard.shot.LightDirection;
import java.util.List;

/// Everything a light plan is made from.
///
/// @param asked what the words or fields say; the plan's own default where they say nothing
/// @param lamps what can shine in the set
/// @param sky of the set
/// @param photos what the sky of a time of day looks like, as far as it is installed
/// @param interior the room around the acting area; for an exterior the space in which people act
/// @param exterior whether the set is under the open sky
/// @param faces places of the eyes of whom the shot is about, the most important first; may be empty
/// @param facings horizontal unit vectors, one per face
/// @param thing what the shot is about where there are no faces
/// @param lens a typical place of the camera
public record LightWish(
        LightDirection asked,
        List<Emitter> lamps,
        Sky sky,
        SkyPhotos photos,
        Box interior,
        boolean exterior,
        List<Vec3> faces,
        List<Vec3> facings,
        Vec3 thing,
        Vec3 lens) {

    public LightWish {
        lamps = List.copyOf(lamps);
        faces = List.copyOf(faces);
        facings = List.copyOf(facings);
    }
}
