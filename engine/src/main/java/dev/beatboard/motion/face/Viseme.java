package dev.beatboard.motion.face;

import static dev.beatboard.motion.face.FaceShape.*;

import java.util.Map;

/// What a mouth looks like while it makes a sound, and how long and how stubbornly it keeps that shape.
enum Viseme {
    /// p, b, m: the lips meet, whatever is around.
    PP(0.075, 3, Map.of(MOUTH_COMPRESSION, 0.6)),
    FF(0.08, 2.5, Map.of(MOUTH_ELEVATION, 0.2, MOUTH_PART_LATER, 0.05)),
    TH(0.075, 1, Map.of(MOUTH_PARLING, 0.12, MOUTH_OPEN, 0.11)),
    DD(0.06, 1, Map.of(MOUTH_PARLING, 0.06, MOUTH_OPEN, 0.10)),
    KK(0.065, 1, Map.of(MOUTH_OPEN, 0.15)),
    CH(0.085, 1.4, Map.of(MOUTH_PROTUSION, 0.45, MOUTH_PURSING, 0.1, MOUTH_OPEN, 0.07)),
    SS(0.085, 1, Map.of(MOUTH_PART_LATER, 0.05, MOUTH_RETRACTION, 0.13, MOUTH_OPEN, 0.04)),
    NN(0.06, 1, Map.of(MOUTH_PARLING, 0.04, MOUTH_OPEN, 0.08)),
    RR(0.07, 1, Map.of(MOUTH_PURSING, 0.33, MOUTH_OPEN, 0.13)),
    AA(0.125, 1, Map.of(MOUTH_OPEN, 0.40, MOUTH_PURSING, 0.08)),
    E(0.11, 1, Map.of(MOUTH_OPEN, 0.24, MOUTH_RETRACTION, 0.10)),
    I(0.10, 1, Map.of(MOUTH_OPEN, 0.11, MOUTH_RETRACTION, 0.26)),
    O(0.125, 1.4, Map.of(MOUTH_PURSING, 0.42, MOUTH_OPEN, 0.31)),
    U(0.11, 1.6, Map.of(MOUTH_PURSING, 0.75, MOUTH_OPEN, 0.12));

    private final double seconds;
    private final double dominance;
    private final Map<FaceShape, Double> recipe;

    Viseme(double seconds, double dominance, Map<FaceShape, Double> recipe) {
        this.seconds = seconds;
        this.dominance = dominance;
        this.recipe = recipe;
    }

    /// At a lively pace.
    double seconds() {
        return seconds;
    }

    double dominance() {
        return dominance;
    }

    Map<FaceShape, Double> recipe() {
        return recipe;
    }

    boolean vowel() {
        return ordinal() >= AA.ordinal();
    }
}
