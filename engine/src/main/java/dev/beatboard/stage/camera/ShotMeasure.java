package dev.beatboard.stage.camera;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.ShotSize;

/// What a picture of one person is, measured from the view and the posed body alone, whatever was asked.
///
/// @param size the size whose definition lies nearest
/// @param deviation by how much the body range's two ends miss that definition together, as a share of the height
/// @param headRoom from the upper edge to the hair, as a share of the height; negative if the hair is cropped
/// @param eyesFromTop from the upper edge to the eyes, likewise
/// @param eyesFromLeft from the left edge, as a share of the width
/// @param inside whether the eyes are before the lens and in the frame
public record ShotMeasure(
        ShotSize size, double deviation, double headRoom, double eyesFromTop, double eyesFromLeft, boolean inside) {

    public static ShotMeasure of(View view, Landmarks body, double aspect) {
        ShotSize nearest = ShotSize.EXTREME_WIDE;
        double least = Double.POSITIVE_INFINITY;
        for (ShotSize size : ShotSize.values()) {
            SizeDefinition wanted = SizeDefinition.of(size);
            double miss = Math.abs(view.project(wanted.top(body), aspect).y() - wanted.topAt())
                    + Math.abs(view.project(wanted.bottom(body), aspect).y() - wanted.bottomAt());
            if (miss < least) {
                least = miss;
                nearest = size;
            }
        }
        Vec3 eyes = view.project(body.eyes(), aspect);
        boolean inside = eyes.z() > 0 && eyes.x() >= 0 && eyes.x() <= 1 && eyes.y() >= 0 && eyes.y() <= 1;
        return new ShotMeasure(nearest, least, view.project(body.hair(), aspect).y(), eyes.y(), eyes.x(), inside);
    }
}
