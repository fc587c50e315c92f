package dev.beatboard.file.provenance;

/// How a picture came about, in the words of IPTC's NewsCodes.
///
/// `algorithmicMedia` is "media created purely by an algorithm not based on any sampled training data": a clip is
/// computed from a shot by rules, and no model that was trained on pictures takes part. `digitalCreation` is for what a
/// person draws, `virtualRecording` for recordings of sessions; a term for computer graphics in general there is not.
public final class SourceType {

    /// The term's address.
    public static final String ALGORITHMIC_MEDIA = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia";

    private SourceType() {}
}
