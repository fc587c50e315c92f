package dev.beatboard.service.api.agents;

import dev.beatboard.service.api.form.Form;
import dev.beatboard.service.api.order.Reference;
import java.util.List;
import java.util.Optional;

/// `video`: how a film is to be.
///
/// @param keyframesSaid whether the field is there, right or wrong
/// @param indexes output frames at 24 a second, one for each keyframe
record VideoOptions(
        Optional<String> resolution,
        Optional<String> duration,
        Optional<Reference> startFrame,
        Optional<Reference> endFrame,
        boolean keyframesSaid,
        List<Reference> keyframes,
        Optional<List<Integer>> indexes,
        boolean loop,
        boolean hdr,
        boolean exr,
        Optional<EditOptions> edit) {

    static final VideoOptions NONE = new VideoOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            Optional.empty(),
            false,
            false,
            false,
            Optional.empty());

    static final int MOST_KEYFRAMES = 64;
    static final String SHORT = "5s";
    static final String LONG = "10s";
    static final List<String> RESOLUTIONS = List.of("360p", "540p", "720p", "1080p");

    static VideoOptions of(Form video) {
        VideoOptions options = new VideoOptions(
                video.choice("resolution", RESOLUTIONS),
                video.choice("duration", List.of(SHORT, LONG)),
                Reference.in(video, "start_frame", Reference.Place.PICTURE),
                Reference.in(video, "end_frame", Reference.Place.PICTURE),
                video.has("keyframes"),
                Reference.all(video, "keyframes", 1, MOST_KEYFRAMES),
                video.indexes("keyframe_indexes", MOST_KEYFRAMES),
                video.flag("loop").orElse(false),
                video.flag("hdr").orElse(false),
                video.flag("exr_export").orElse(false),
                video.object("edit").map(EditOptions::of));
        video.object("source_position").ifPresent(p -> {
            p.number("x_norm", -10, 10);
            p.number("y_norm", -10, 10);
            p.number("w_norm", 0.000_1, 2);
            p.number("h_norm", 0.000_1, 2);
            p.rest();
        });
        video.unused(
                "guide_frame", "not-supported", "Guide frames are not used: the engine draws what the words direct.");
        return options;
    }

    /// Seconds of the film, if the request says or implies it.
    int seconds() {
        return duration.filter(LONG::equals).isPresent() ? 10 : 5;
    }
}
