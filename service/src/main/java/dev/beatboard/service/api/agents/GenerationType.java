package dev.beatboard.service.api.agents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is to be made, in the vendor's words.
enum GenerationType {
    IMAGE,
    IMAGE_EDIT,
    VIDEO,
    VIDEO_EDIT,
    VIDEO_REFRAME;

    /// Shapes that every type may have, and that only pictures may.
    private static final List<String> SIX = List.of("9:16", "3:4", "1:1", "4:3", "16:9", "21:9");

    /// As in requests: `video_edit`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(GenerationType::label).toList();
    }

    static Optional<GenerationType> of(String label) {
        return Arrays.stream(values()).filter(t -> t.label().equals(label)).findFirst();
    }

    /// Whether one picture is made.
    boolean still() {
        return this == IMAGE || this == IMAGE_EDIT;
    }

    /// Whether it is made of something that is there already.
    boolean needsSource() {
        return this == IMAGE_EDIT || this == VIDEO_EDIT || this == VIDEO_REFRAME;
    }

    /// Whether it may have that shape.
    boolean mayHave(String aspect) {
        return still() || SIX.contains(aspect);
    }

    static List<String> shapesOfVideos() {
        return SIX;
    }
}
