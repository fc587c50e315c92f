package dev.beatboard.motion.body;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.track.Pose;
import java.util.Map;

/// From what a body is asked to be to its bones. Pure.
public final class Solver {

    private final Anatomy anatomy;

    public Solver(Anatomy anatomy) {
        this.anatomy = anatomy;
    }

    /// @param face weights of face shapes, handed through
    public Pose solve(Figure figure, Map<String, Double> face) {
        Skeleton s = new Skeleton(anatomy);
        TrunkChain.solve(anatomy, s, figure);
        for (Flank f : Flank.values()) {
            LegChain.solve(anatomy, s, f, figure.foot(f));
        }
        for (Flank f : Flank.values()) {
            ArmChain.solve(anatomy, s, f, figure.angles(), figure.hand(f));
        }
        Eyeballs.solve(anatomy, s, figure.look());
        return s.pose(face);
    }

    /// The midpoint of the eyes and the turn of the chest, without solving the rest.
    public Head head(Figure figure) {
        Skeleton s = new Skeleton(anatomy);
        TrunkChain.solve(anatomy, s, figure);
        Vec3 eyes = s.place(anatomy.eyes[0]).lerp(s.place(anatomy.eyes[1]), 0.5);
        return new Head(eyes, s.turn(anatomy.chest), s.turn(anatomy.head));
    }

    /// @param eyes midpoint, world space
    /// @param chest world turn of the upper spine
    /// @param skull world turn of the head
    public record Head(Vec3 eyes, Quat chest, Quat skull) {}
}
