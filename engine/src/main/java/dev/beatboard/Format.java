package dev.beatboard;

import dev.beatboard.file.video.VideoFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a rendering delivers besides its report.
public enum Format {
    /// H.264 in MP4, to look at.
    MP4("clip.mp4, to look at"),
    /// HEVC with PQ, for HDR displays.
    HDR10("clip.hdr10.mp4, HEVC for HDR displays"),
    /// HEVC with hybrid log-gamma.
    HLG("clip.hlg.mp4, HEVC for HDR broadcast"),
    /// Apple ProRes 4444 with alpha.
    PRORES("clip.mov, ProRes 4444 with alpha"),
    /// A sequence of PNG files, to look at.
    PNG("png/, pictures"),
    /// A sequence of scene-linear EXR files, to work with.
    EXR("exr/, scene-linear frames with layers"),
    /// The camera for Nuke, USD and neural pipelines.
    CAMERA("camera.chan, camera.usda, camera.txt"),
    /// The cut and its markers for editors, the shot list and the storyboard.
    EDIT("clip.otio, .edl, .fcpxml, shot-list.csv, storyboard.pdf"),
    /// Compositions that load the EXR sequence with its layers and mattes.
    COMP("clip.nk, clip.comp"),
    /// Every joint, face and gaze as data.
    TRACKS("tracks.json, CSV tables, a BVH file for each performer"),
    /// The whole shot as one glTF file.
    GLTF("shot.glb, people, set, lights and camera"),
    /// The same, small enough for a browser.
    WEB("shot.web.glb, the same compressed"),
    /// What neural pipelines take as guides.
    GUIDES("guides/, depth, normals, poses, segments, motion and stills"),
    /// A job for a render farm.
    JOB("job.yaml, an OpenJD template");

    private final String files;

    Format(String files) {
        this.files = files;
    }

    /// As in `--format`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The files, in few words.
    public String files() {
        return files;
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
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.label().equals(wanted)).findFirst();
    }

    /// All labels, in their order.
    public static List<String> labels() {
        return Arrays.stream(values()).map(Format::label).toList();
    }
}
