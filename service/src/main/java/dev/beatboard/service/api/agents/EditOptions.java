package dev.beatboard.service.api.agents;

import dev.beatboard.service.api.form.Form;
import dev.beatboard.service.api.order.Reference;
import dev.beatboard.service.api.order.Strength;
import java.util.List;
import java.util.Optional;

/// `video.edit`: how footage is to be repainted. It is read and checked in full, though a directed
/// world has no use for it.
///
/// @param keyframes of the source's frames
/// @param said whether anything in it asks for a manner of repainting
record EditOptions(List<Reference> keyframes, Optional<List<Integer>> indexes, boolean said) {

    private static final String UNUSED =
            "The engine renders the directed world anew and repaints nothing: the shot's words alone decide.";

    static EditOptions of(Form edit) {
        Optional<Boolean> auto = edit.flag("auto_controls");
        Optional<String> strength = edit.choice("strength", Strength.LABELS);
        Optional<Form> controls = edit.object("controls");
        controls.ifPresent(EditOptions::controls);
        if (auto.orElse(false) && (strength.isPresent() || controls.isPresent())) {
            edit.findings()
                    .conflict(
                            edit.pointer("auto_controls"),
                            "video.edit.auto_controls does not go with strength or controls: either the controls are"
                                    + " found or they are given.");
        }
        for (String name : List.of("auto_controls", "strength", "controls")) {
            edit.unused(name, "not-supported", UNUSED);
        }
        List<Reference> keyframes = Reference.all(edit, "keyframes", 1, VideoOptions.MOST_KEYFRAMES);
        Optional<List<Integer>> indexes = edit.indexes("keyframe_indexes", VideoOptions.MOST_KEYFRAMES);
        boolean said = edit.has("keyframes");
        edit.rest();
        return new EditOptions(keyframes, indexes, said);
    }

    private static void controls(Form c) {
        control(c, "depth").ifPresent(f -> {
            f.number("blur", 0, 1);
            f.rest();
        });
        control(c, "face").ifPresent(Form::rest);
        control(c, "normals").ifPresent(f -> {
            f.number("augmentation", 0, 1);
            f.rest();
        });
        control(c, "pose").ifPresent(f -> {
            f.choice("strength", List.of("precise", "coarse"));
            f.rest();
        });
        control(c, "trajectory").ifPresent(f -> {
            f.number("sparsity", 0, 1);
            f.rest();
        });
        c.rest();
    }

    private static Optional<Form> control(Form c, String name) {
        Optional<Form> form = c.object(name);
        form.ifPresent(f -> f.flag("enabled"));
        return form;
    }
}
