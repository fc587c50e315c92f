package dev.beatboard.shot;

import java.util.Optional;

/// What a keyframe says about light.
///
/// @param from the side of the picture the key comes from
/// @param kelvin color temperature of the key
/// @param level relative to the plan in stops, 0 if unsaid
public record LightDirection(
        Optional<Lighting> lighting, Optional<Direction> from, Optional<Double> kelvin, double level) {

    public static final LightDirection NONE =
            new LightDirection(Optional.empty(), Optional.empty(), Optional.empty(), 0);
}
