package dev.beatboard;

import dev.beatboard.file.video.VideoFormat;
import dev.beatboard.frame.Labeled;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a rendering delivers besides its report.
public enum Format implements Labeled {
    /// H.264 in MP4, to look at.
    MP4,
    /// HEVC with PQ, for HDR displays.
    HDR10,
    /// HEVC with hybrid log-gamma.
    HLG,
    /// Apple ProRes 4444 with alpha.
    PRORES,
    /// A sequence of PNG files, to look at.
    PNG,
    /// A sequence of scene-linear EXR files, to work with.
    EXR,
    /// The camera for Nuke, USD and neural pipelines.
    CAMERA,
    /// The cut and its markers for editors, the shot list and the storyboard.
    EDIT,
    /// Compositions that load the EXR sequence with its layers and mattes.
    COMP,
    /// Every joint, face and gaze as data.
    TRACKS,
    /// The whole shot as one glTF file.
    GLTF,
    /// The same, small enough for a browser.
    WEB,
    /// What neural pipelines take as guides.
    GUIDES,
    /// A job for a render farm.
    JOB;

    /// As in `--format`.
    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is a video made from light rather than from finished pictures.
    boolean takesLight() {
        return this == HDR10 || this == HLG || this == PRORES;
    }

    /// Whether it is a video.
    public boolean isVideo() {
        return video().isPresent();
    }

    /// The kind of video that it is.
    Optional<VideoFormat> video() {
        return VideoFormat.of(label());
    }

    /// The format of that label.
    public static Optional<Format> of(String label) {
        return Labeled.of(values(), label);
    }

    /// All labels, in their order.
    public static List<String> labels() {
        return Labeled.labels(values());
    }
}
