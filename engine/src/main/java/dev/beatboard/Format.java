package dev.beatboard;

/// What a clip can be delivered as.
public enum Format {
    /// `clip.mp4`.
    MP4,
    /// `exr/clip.####.exr`, scene-linear, with depth and object numbers.
    EXR,
    /// `png/clip.####.png`, tone mapped.
    PNG
}
