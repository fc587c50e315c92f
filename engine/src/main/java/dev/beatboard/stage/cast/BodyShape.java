package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// From who somebody is to weights of shape targets: the large ones by sex, age, build, stature and heritage (families
/// of targets whose weights multiply, each family summing to 1), then the small ones of a face by chance.
final class BodyShape {

    private static final long FACE = 41;
    private static final double BABY = 1;
    private static final double CHILD = 10;
    private static final double YOUNG = 25;
    private static final double OLD = 90;

    private BodyShape() {}

    /// Weights by target name, in name order.
    static Map<String, Double> of(Performer p, long seed, int index, People people) {
        Map<String, Double> out = new TreeMap<>();
        String sex = lower(p.sex().name());
        double jitter = 0.12 * Chance.signed(seed, index, FACE, 900);
        double muscle = p.build() == Build.ATHLETIC ? 0.75 : p.build() == Build.HEAVY ? -0.1 : jitter;
        double weight = switch (p.build()) {
            case SLIM -> -0.6 + 0.5 * jitter;
            case HEAVY -> 0.85 + 0.5 * jitter;
            case ATHLETIC -> -0.1;
            case AVERAGE -> jitter;
        };
        Map<String, Double> muscles = around("muscle", muscle);
        Map<String, Double> weights = around("weight", weight);
        double ideal = p.age() < 16 ? 0 : p.sex() == Sex.MALE ? 0.55 : 0.65;
        Map<String, Double> lower = new TreeMap<>();
        Map<String, Double> higher = new TreeMap<>();
        ages(p.age()).forEach((age, byAge) -> {
            heritages(p.heritage(), seed, index)
                    .forEach(
                            (h, share) -> put(out, people, "macrodetails/" + h + "-" + sex + "-" + age, byAge * share));
            muscles.forEach((m, byMuscle) -> weights.forEach((w, byWeight) -> {
                double k = byAge * byMuscle * byWeight;
                String stem = sex + "-" + age + "-" + m + "-" + w;
                put(out, people, "macrodetails/universal-" + stem, k);
                put(out, people, "macrodetails/proportions/" + stem + "-idealproportions", k * ideal);
                put(lower, people, "macrodetails/height/" + stem + "-minheight", k);
                put(higher, people, "macrodetails/height/" + stem + "-maxheight", k);
            }));
        });
        grow(out, lower, higher, Heights.of(p, Chance.signed(seed, index, FACE, 901)), people);
        FaceVariety.add(out, p, seed, index, people);
        Poise.add(out, p, Face.of(p, index, seed), seed, index, people);
        return out;
    }

    /// Adds as much of the height targets as brings the body to a height. Heights are linear in their weight.
    private static void grow(
            Map<String, Double> out,
            Map<String, Double> lower,
            Map<String, Double> higher,
            double wanted,
            People people) {
        Figure figure = Figure.of(people, out);
        double now = figure.height(people);
        Map<String, Double> toward = wanted < now ? lower : higher;
        toward.forEach((name, weight) -> people.target(name).addTo(figure.positions(), weight));
        double span = figure.height(people) - now;
        double share = Math.abs(span) < 1e-6 ? 0 : Ease.clamp((wanted - now) / span, 0, 0.9);
        toward.forEach((name, weight) -> put(out, people, name, weight * share));
    }

    /// Shares of the ages that targets exist for, linear between 1, 10, 25 and 90 years.
    private static Map<String, Double> ages(int years) {
        Map<String, Double> out = new TreeMap<>();
        double y = Ease.clamp(years, BABY, OLD);
        if (y < CHILD) {
            double t = (y - BABY) / (CHILD - BABY);
            out.put("baby", 1 - t);
            out.put("child", t);
        } else if (y < YOUNG) {
            double t = (y - CHILD) / (YOUNG - CHILD);
            out.put("child", 1 - t);
            out.put("young", t);
        } else {
            double t = (y - YOUNG) / (OLD - YOUNG);
            out.put("young", 1 - t);
            out.put("old", t);
        }
        return out;
    }

    /// The family of shapes a heritage names is an extreme: everybody has a share of another in the features.
    private static Map<String, Double> heritages(Heritage heritage, long seed, int index) {
        Map<String, Double> out = new TreeMap<>();
        Heritage other = heritage != Heritage.CAUCASIAN
                ? Heritage.CAUCASIAN
                : Chance.unit(seed, index, FACE, 902) < 0.5 ? Heritage.ASIAN : Heritage.AFRICAN;
        double most = heritage == Heritage.CAUCASIAN ? 0.16 : 0.42;
        double share = most * (0.35 + 0.65 * Chance.unit(seed, index, FACE, 903));
        out.put(lower(heritage.name()), 1 - share);
        out.put(lower(other.name()), share);
        return out;
    }

    private static Map<String, Double> around(String what, double v) {
        Map<String, Double> out = new TreeMap<>();
        out.put("average" + what, 1 - Math.abs(v));
        out.put((v < 0 ? "min" : "max") + what, Math.abs(v));
        return out;
    }

    private static void put(Map<String, Double> out, People people, String name, double weight) {
        if (Math.abs(weight) > 1e-4 && people.hasTarget(name)) {
            out.merge(name, weight, Double::sum);
        }
    }

    private static String lower(String s) {
        return s.toLowerCase(Locale.ROOT);
    }
}
