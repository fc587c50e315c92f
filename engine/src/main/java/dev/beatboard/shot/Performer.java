package dev.beatboard.shot;

import java.util.List;
import java.util.Optional;

/// Somebody of the cast, fixed for the whole shot.
///
/// @param name unique within the shot; how keyframes refer to the performer
/// @param description the words it was made from, empty if none
/// @param age in years, 6 to 90
public record Performer(
        String name,
        String description,
        Sex sex,
        int age,
        Build build,
        Stature stature,
        Heritage heritage,
        Hair hair,
        List<Garment> wardrobe) {

    public Performer {
        wardrobe = List.copyOf(wardrobe);
    }

    /// @param color empty: a natural color that suits the heritage and age
    /// @param face what grows on the face
    public record Hair(HairStyle style, Optional<NamedColor> color, FacialHair face) {

        /// Hair on the head only.
        public Hair(HairStyle style, Optional<NamedColor> color) {
            this(style, color, FacialHair.NONE);
        }
    }

    /// @param color empty: as the garment comes
    public record Garment(GarmentKind kind, Optional<NamedColor> color) {}
}
