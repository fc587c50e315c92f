package dev.beatboard.stage.camera;

import dev.beatboard.math.Vec3;
import dev.beatboard.shot.ShotSize;

/// What a shot size means for a body: which of its points lie at which height of the picture, and with what lens it is
/// usually taken.
///
/// @param topAt where [#top] falls, as a share of the picture's height from its top edge
/// @param bottomAt where [#bottom] falls, likewise; 1 is the lower edge
/// @param lens millimeters on a full frame
/// @param fNumber the usual aperture
public record SizeDefinition(ShotSize size, double topAt, double bottomAt, double lens, double fNumber) {

    /// The table. Places follow practice: head room shrinks from full to close-up, and no lower edge cuts at a joint.
    public static SizeDefinition of(ShotSize size) {
        return switch (size) {
            case EXTREME_WIDE -> new SizeDefinition(size, 0.50, 0.68, 24, 8);
            case WIDE -> new SizeDefinition(size, 0.30, 0.82, 28, 5.6);
            case FULL -> new SizeDefinition(size, 0.10, 0.95, 35, 4);
            case MEDIUM_WIDE -> new SizeDefinition(size, 0.08, 1, 35, 4);
            case MEDIUM -> new SizeDefinition(size, 0.08, 1, 50, 2.8);
            case MEDIUM_CLOSE_UP -> new SizeDefinition(size, 0.06, 1, 65, 2.8);
            case CLOSE_UP -> new SizeDefinition(size, 0.02, 1, 85, 2.8);
            case EXTREME_CLOSE_UP -> new SizeDefinition(size, 0, 1, 100, 2.8);
        };
    }

    /// The upper end of the body range: the hair; in a close-up the skull, so that hair may be cropped.
    public Vec3 top(Landmarks body) {
        return switch (size) {
            case EXTREME_CLOSE_UP -> body.eyes().lerp(body.crown(), 0.5);
            case CLOSE_UP -> body.crown();
            default -> body.hair();
        };
    }

    /// The lower end of the body range, always between two joints.
    public Vec3 bottom(Landmarks body) {
        return switch (size) {
            case EXTREME_WIDE, WIDE, FULL -> body.soles();
            case MEDIUM_WIDE -> body.hips().lerp(body.knees(), 0.5);
            case MEDIUM -> body.waist().lerp(body.hips(), 0.3);
            case MEDIUM_CLOSE_UP -> body.chest().lerp(body.waist(), 0.1);
            case CLOSE_UP -> body.neck().lerp(body.chest(), 0.3);
            case EXTREME_CLOSE_UP -> body.eyes().lerp(body.chin(), 1.1);
        };
    }
}
