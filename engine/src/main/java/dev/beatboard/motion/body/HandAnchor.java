package dev.beatboard.motion.body;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// Where a hand is put. Distances are those of an adult with 0.512 m arms and are scaled to the performer's.
public sealed interface HandAnchor {

    /// How far the elbow is lifted outward from hanging, degrees.
    double swivel();

    /// On the body.
    ///
    /// @param offset from the part's joint, meters, in its rest axes
    /// @param fingers where the fingers point, same axes
    /// @param palm where the palm looks
    /// @param grip whether `offset` is the middle of the palm; else it is the wrist
    record OnBody(Part part, Vec3 offset, Vec3 fingers, Vec3 palm, boolean grip, double swivel) implements HandAnchor {}

    /// At a point of the world, palm in the middle of it; directions are world space.
    record InWorld(Vec3 point, Vec3 fingers, Vec3 palm, double swivel) implements HandAnchor {}

    /// Stretched toward a point of the world, as far as the shoulder lets it.
    ///
    /// @param stretch share of the arm's length
    /// @param palmDown whether the palm looks down; else outward, at whom it is shown to
    record Toward(Vec3 point, double stretch, boolean palmDown, double swivel) implements HandAnchor {}

    /// What a hand can be held at.
    enum Part {
        PELVIS,
        CHEST,
        HEAD,
        /// The thigh on the hand's own side.
        THIGH,
        /// The shank on the hand's own side.
        SHANK
    }

    /// An anchor that is in force to some degree.
    record Hold(HandAnchor anchor, double weight) {}

    /// A place found: wrist and orientation of the anatomical hand.
    record Place(Vec3 wrist, Quat turn, double swivel) {}
}
