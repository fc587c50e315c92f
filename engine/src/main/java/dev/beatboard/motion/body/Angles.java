package dev.beatboard.motion.body;

/// A value in degrees for every [Dof]; a work sheet that the layers of a performance write on in turn. Not safe for
/// more than one thread, never shared.
public final class Angles {

    private final double[] degrees;

    public Angles() {
        this(new double[Dof.COUNT]);
    }

    private Angles(double[] degrees) {
        this.degrees = degrees;
    }

    public Angles copy() {
        return new Angles(degrees.clone());
    }

    /// Of a joint in the body's middle.
    public double get(Dof dof) {
        return degrees[middle(dof)];
    }

    public double get(Dof dof, Flank flank) {
        return degrees[dof.index(flank)];
    }

    public Angles set(Dof dof, double value) {
        degrees[middle(dof)] = value;
        return this;
    }

    public Angles set(Dof dof, Flank flank, double value) {
        degrees[dof.index(flank)] = value;
        return this;
    }

    public Angles add(Dof dof, double value) {
        degrees[middle(dof)] += value;
        return this;
    }

    public Angles add(Dof dof, Flank flank, double value) {
        degrees[dof.index(flank)] += value;
        return this;
    }

    /// Moves a value a share of the way to a target.
    public void approach(Dof dof, Flank flank, double target, double share) {
        int i = dof.index(flank);
        degrees[i] += (target - degrees[i]) * share;
    }

    private static int middle(Dof dof) {
        if (dof.sided()) {
            throw new IllegalArgumentException(dof + " needs a side");
        }
        return dof.index(Flank.LEFT);
    }
}
