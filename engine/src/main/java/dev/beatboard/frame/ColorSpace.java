package dev.beatboard.frame;

import java.util.List;
import java.util.Optional;

/// The spaces of scene-linear light that frames are handed over in. The engine itself works in Rec.709; white is
/// (1, 1, 1) in each of them, and a gray card is (0.18, 0.18, 0.18).
public enum ColorSpace implements Labeled {
    /// Scene-linear Rec.709: the engine's own, nothing is converted.
    LINEAR_REC709("linear-rec709", Chromaticities.REC709),
    /// ACEScg (AP1, S-2014-004): what compositing works in.
    ACESCG("acescg", Chromaticities.AP1),
    /// ACES2065-1 (AP0, SMPTE ST 2065-1): what is exchanged and archived.
    ACES2065_1("aces2065-1", Chromaticities.AP0);

    private final String label;
    private final Chromaticities chromaticities;
    private final ColorMatrix fromRec709;

    ColorSpace(String label, Chromaticities chromaticities) {
        this.label = label;
        this.chromaticities = chromaticities;
        this.fromRec709 = chromaticities.equals(Chromaticities.REC709)
                ? ColorMatrix.diagonal(1, 1, 1)
                : Chromaticities.REC709.to(chromaticities);
    }

    /// As people write it: `acescg`.
    @Override
    public String label() {
        return label;
    }

    /// For the header of the file.
    public Chromaticities chromaticities() {
        return chromaticities;
    }

    /// From the engine's Rec.709 to this space, adapted from D65 to its white by Bradford.
    public ColorMatrix fromRec709() {
        return fromRec709;
    }

    /// The space of that label.
    public static Optional<ColorSpace> of(String label) {
        return Labeled.of(values(), label);
    }

    /// All labels, in order.
    public static List<String> labels() {
        return Labeled.labels(values());
    }
}
