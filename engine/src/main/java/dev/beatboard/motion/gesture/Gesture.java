package dev.beatboard.motion.gesture;

import dev.beatboard.motion.body.Dof;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A gesture as it is written in the table.
///
/// @param main what the arm that is told does, as a right arm
/// @param second what the other arm does with it, as a right arm too
/// @param trunk added to joints of the body's middle, degrees; for the right arm, sideways ones are mirrored for the
/// left
/// @param sways oscillations of the body's middle
/// @param rise seconds from hanging to there
/// @param fall seconds back
record Gesture(
        Optional<ArmShape> main,
        Optional<ArmShape> second,
        Map<Dof, Double> trunk,
        List<Sway> sways,
        double rise,
        double fall) {

    /// An oscillation of a joint in the middle, `degrees * sin`, fading by half in `halfLife` seconds.
    record Sway(Dof dof, double degrees, double hertz, double halfLife) {}

    /// What an arm does that is not told anything.
    static Gesture oneArm(ArmShape.Builder main, double rise, double fall) {
        return new Gesture(Optional.of(main.shape()), Optional.empty(), Map.of(), List.of(), rise, fall);
    }

    /// Both arms alike.
    static Gesture bothArms(ArmShape.Builder main, double rise, double fall) {
        ArmShape s = main.shape();
        return new Gesture(Optional.of(s), Optional.of(s), Map.of(), List.of(), rise, fall);
    }

    static Gesture arms(ArmShape.Builder main, ArmShape.Builder second, double rise, double fall) {
        return new Gesture(Optional.of(main.shape()), Optional.of(second.shape()), Map.of(), List.of(), rise, fall);
    }

    static Gesture trunk(Map<Dof, Double> trunk, double rise, double fall) {
        return new Gesture(Optional.empty(), Optional.empty(), trunk, List.of(), rise, fall);
    }

    /// The same, smaller or larger in head and trunk.
    Gesture scaled(double by) {
        Map<Dof, Double> body = new EnumMap<>(Dof.class);
        trunk.forEach((dof, degrees) -> body.put(dof, degrees * by));
        return new Gesture(
                main,
                second,
                Map.copyOf(body),
                sways.stream()
                        .map(s -> new Sway(s.dof(), s.degrees() * by, s.hertz(), s.halfLife()))
                        .toList(),
                rise,
                fall);
    }

    Gesture with(Map<Dof, Double> body) {
        return new Gesture(main, second, body, sways, rise, fall);
    }

    Gesture swaying(Sway... all) {
        return new Gesture(main, second, trunk, List.of(all), rise, fall);
    }
}
