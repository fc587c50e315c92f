package dev.beatboard.stage.cast;

import java.util.ArrayList;
import java.util.List;

/// One item that a performer wears.
///
/// @param label what it is called among the performer's surfaces: `suit`, `shirt`, `trousers`, `shoes`
/// @param piece the piece of the library
/// @param part which parts of it
/// @param tints the colors it is given, in order; none: as it comes
/// @param skirt whether it hangs free of the legs
record Worn(String label, String piece, PiecePart part, List<Tint> tints, boolean skirt) {

    Worn {
        tints = List.copyOf(tints);
    }

    /// @param dye what of it takes the color
    /// @param srgb the color, `0xRRGGBB`
    record Tint(Dye dye, int srgb) {}

    static Worn of(String label, String piece, PiecePart part) {
        return new Worn(label, piece, part, List.of(), false);
    }

    Worn dyed(Dye dye, int color) {
        List<Tint> more = new ArrayList<>(tints);
        more.add(new Tint(dye, color));
        return new Worn(label, piece, part, more, skirt);
    }

    Worn asSkirt() {
        return new Worn(label, piece, part, tints, true);
    }

    /// Equal for two items that look alike at a glance.
    String likeness() {
        StringBuilder out = new StringBuilder(piece).append(part);
        for (Tint t : tints) {
            out.append(t.dye()).append(Hues.bucket(t.srgb()));
        }
        return out.toString();
    }
}
