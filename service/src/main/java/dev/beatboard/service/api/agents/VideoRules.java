package dev.beatboard.service.api.agents;

import dev.beatboard.service.api.form.Findings;
import dev.beatboard.service.api.form.Form;
import dev.beatboard.service.api.order.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What goes with what in `video`. Sources: the vendor's guides to generating, editing and
/// reframing videos; all of these rules are answered with 422 there.
///
/// One rule of theirs is not ours: a reframed film of 1080p may be upright here.
final class VideoRules {

    private static final int RATE = 24;

    private final Form video;
    private final VideoOptions o;
    private final GenerationType type;
    private final Findings findings;

    VideoRules(Form video, VideoOptions options, GenerationType type) {
        this.video = video;
        this.o = options;
        this.type = type;
        this.findings = video.findings();
    }

    /// @param frames of the film; empty if its length is not of this request's making
    void check(Optional<Integer> frames) {
        loop();
        anchors();
        hdr();
        keyframes("keyframes", o.keyframesSaid(), o.keyframes(), o.indexes(), video, frames);
        if (o.keyframesSaid() && type != GenerationType.VIDEO) {
            no("keyframes", "belongs to type video; type video_edit has video.edit.keyframes.");
        }
        edit();
        position();
    }

    private void loop() {
        if (!o.loop()) {
            return;
        }
        if (type != GenerationType.VIDEO) {
            no("loop", "is for type video only.");
        }
        if (o.seconds() == 10) {
            no("loop", "does not go with a duration of 10s.");
        }
        if (o.hdr()) {
            no("loop", "does not go with hdr.");
        }
        if (o.endFrame().isPresent()) {
            no("loop", "does not go with end_frame.");
        }
        if (o.keyframesSaid()) {
            no("loop", "does not go with keyframes.");
        }
        video.unused("loop", "not-looped", "The film is not made to loop: its last frame leads to no first one.");
    }

    private void anchors() {
        boolean any = video.has("start_frame") || video.has("end_frame");
        if (any && o.seconds() == 10) {
            no("duration", "of 10s does not go with start_frame or end_frame; use keyframes.");
        }
        if (any && o.keyframesSaid()) {
            no("keyframes", "does not go with start_frame or end_frame.");
        }
        if (any && type == GenerationType.VIDEO_REFRAME) {
            no(video.has("start_frame") ? "start_frame" : "end_frame", "does not go with type video_reframe.");
        }
        if (video.has("end_frame") && type == GenerationType.VIDEO_EDIT) {
            no("end_frame", "does not go with type video_edit.");
        }
    }

    private void hdr() {
        if (o.hdr()
                && o.resolution()
                        .filter(r -> r.equals("360p") || r.equals("540p"))
                        .isPresent()) {
            no(
                    "hdr",
                    "needs a resolution of 720p or 1080p, not " + o.resolution().orElse("") + ".");
        }
        if (o.hdr() && type == GenerationType.VIDEO_REFRAME) {
            no("hdr", "does not go with type video_reframe.");
        }
        if (o.exr() && !o.hdr()) {
            no("exr_export", "needs hdr to be true.");
        }
    }

    private void keyframes(
            String name,
            boolean said,
            List<Reference> keyframes,
            Optional<List<Integer>> indexes,
            Form form,
            Optional<Integer> frames) {
        if (!said) {
            if (form.has("keyframe_indexes")) {
                conflict(form, "keyframe_indexes", "needs keyframes: one for each index.");
            }
            return;
        }
        if (!form.has("keyframe_indexes")) {
            conflict(form, "keyframe_indexes", "is needed with " + name + ": one output frame for each.");
            return;
        }
        if (indexes.isEmpty()) {
            return;
        }
        List<Integer> numbers = indexes.get();
        if (keyframes.size() != numbers.size() && !keyframes.isEmpty()) {
            conflict(
                    form,
                    "keyframe_indexes",
                    "has " + numbers.size() + " entries for " + keyframes.size() + " keyframes.");
        }
        if (new HashSet<>(numbers).size() < numbers.size()) {
            conflict(form, "keyframe_indexes", "has a number twice.");
        }
        if (frames.isPresent()) {
            numbers.stream()
                    .filter(n -> n > frames.get())
                    .findFirst()
                    .ifPresent(n -> conflict(
                            form,
                            "keyframe_indexes",
                            "has " + n + ", but the film has the frames 0 to " + frames.get() + " at " + RATE
                                    + " a second."));
        }
    }

    private void edit() {
        if (o.edit().isEmpty()) {
            return;
        }
        EditOptions edit = o.edit().get();
        if (type != GenerationType.VIDEO_EDIT) {
            no("edit", "belongs to type video_edit.");
        }
        Optional<Form> form = video.object("edit");
        form.ifPresent(f -> keyframes("keyframes", edit.said(), edit.keyframes(), edit.indexes(), f, Optional.empty()));
        if (edit.said() && video.has("start_frame")) {
            no("edit", "has keyframes, which do not go with video.start_frame.");
        }
    }

    private void position() {
        if (video.has("source_position") && type != GenerationType.VIDEO_REFRAME) {
            no("source_position", "belongs to type video_reframe.");
        }
        video.unused(
                "source_position",
                "not-supported",
                "The world goes on beyond the picture: the shot is framed anew in the other shape, as its words direct,"
                        + " and not laid onto a canvas.");
    }

    private void no(String name, String why) {
        conflict(video, name, why);
    }

    private void conflict(Form form, String name, String why) {
        findings.conflict(form.pointer(name), form.field(name) + " " + why);
    }

    /// The number of the last frame that an index may name.
    static int lastIndex(VideoOptions options) {
        return options.seconds() * RATE;
    }
}
