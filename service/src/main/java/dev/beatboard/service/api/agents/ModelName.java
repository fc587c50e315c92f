package dev.beatboard.service.api.agents;

import java.util.List;

/// Names of models that vendors' clients send. All of them are this engine; each is answered as it
/// was sent.
final class ModelName {

    static final String PICTURES = "uni-1";
    static final String FILMS = "ray-3.2";
    static final String OURS = "beatboard";
    static final List<String> ALL = List.of(PICTURES, "uni-1-max", FILMS, OURS);

    private ModelName() {}

    /// Whether the vendor's model of that name makes such things; ours makes all.
    static boolean makes(String model, GenerationType type) {
        return model.equals(OURS) || model.equals(FILMS) != type.still();
    }

    /// What is made if only the model is named.
    static GenerationType type(String model) {
        return model.equals(FILMS) || model.equals(OURS) ? GenerationType.VIDEO : GenerationType.IMAGE;
    }

    /// What is answered if no model is named.
    static String of(GenerationType type) {
        return type.still() ? PICTURES : FILMS;
    }
}
