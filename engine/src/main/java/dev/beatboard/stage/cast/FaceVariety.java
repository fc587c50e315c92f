package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.math.Chance;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import java.util.List;
import java.util.Map;

/// What makes one face differ from the next: a few dozen pairs of opposite shape targets, each drawn by chance from the
/// seed and the person's place in the cast, and one head shape.
final class FaceVariety {

    private static final long DRAW = 42;

    /// A pair of opposite targets (for both sides where `sides`) and how far it may go.
    private record Trait(String less, String more, double reach, boolean sides) {}

    private static final List<Trait> TRAITS = List.of(
            new Trait("nose/nose-scale-horiz-decr", "nose/nose-scale-horiz-incr", 0.45, false),
            new Trait("nose/nose-scale-vert-decr", "nose/nose-scale-vert-incr", 0.35, false),
            new Trait("nose/nose-scale-depth-decr", "nose/nose-scale-depth-incr", 0.4, false),
            new Trait("nose/nose-hump-lesshump", "nose/nose-hump-morehump", 0.5, false),
            new Trait("nose/nose-point-down", "nose/nose-point-up", 0.45, false),
            new Trait("nose/nose-width2-min", "nose/nose-width2-max", 0.4, false),
            new Trait("nose/nose-flaring-decr", "nose/nose-flaring-incr", 0.35, false),
            new Trait("nose/nose-curve-concave", "nose/nose-curve-convex", 0.35, false),
            new Trait("nose/nose-volume-point", "nose/nose-volume-potato", 0.35, false),
            new Trait("mouth/mouth-scale-horiz-decr", "mouth/mouth-scale-horiz-incr", 0.4, false),
            new Trait("mouth/mouth-upperlip-height-min", "mouth/mouth-upperlip-height-max", 0.35, false),
            new Trait("mouth/mouth-lowerlip-height-min", "mouth/mouth-lowerlip-height-max", 0.35, false),
            new Trait("mouth/mouth-cupidsbow-decr", "mouth/mouth-cupidsbow-incr", 0.4, false),
            new Trait("mouth/mouth-trans-down", "mouth/mouth-trans-up", 0.25, false),
            new Trait("chin/chin-width-min", "chin/chin-width-max", 0.45, false),
            new Trait("chin/chin-height-min", "chin/chin-height-max", 0.35, false),
            new Trait("chin/chin-prominent-less", "chin/chin-prominent-more", 0.35, false),
            new Trait("chin/chin-bones-in", "chin/chin-bones-out", 0.35, false),
            new Trait("head/head-scale-horiz-less", "head/head-scale-horiz-more", 0.25, false),
            new Trait("head/head-scale-vert-less", "head/head-scale-vert-more", 0.2, false),
            new Trait("forehead/forehead-scale-vert-less", "forehead/forehead-scale-vert-more", 0.3, false),
            new Trait("eyebrows/eyebrows-trans-vert-less", "eyebrows/eyebrows-trans-vert-more", 0.3, false),
            new Trait("cheek/-cheek-bones-in", "cheek/-cheek-bones-out", 0.5, true),
            new Trait("cheek/-cheek-volume-deflate", "cheek/-cheek-volume-inflate", 0.35, true),
            new Trait("eyes/-eye-size-small", "eyes/-eye-size-big", 0.22, true),
            new Trait("eyes/-eye-corner2-down", "eyes/-eye-corner2-up", 0.35, true),
            new Trait("eyes/-eye-move-in", "eyes/-eye-move-out", 0.25, true),
            new Trait("eyes/-eye-height2-min", "eyes/-eye-height2-max", 0.3, true),
            new Trait("eyes/-eye-eyefold-down", "eyes/-eye-eyefold-up", 0.3, true),
            new Trait("ears/-ear-size-small", "ears/-ear-size-big", 0.35, true),
            new Trait("ears/-ear-wing-in", "ears/-ear-wing-out", 0.35, true));

    private static final List<String> HEADS = List.of(
            "head/head-oval", "head/head-rectangular", "head/head-round", "head/head-square", "head/head-diamond");

    private FaceVariety() {}

    static void add(Map<String, Double> out, Performer p, long seed, int index, People people) {
        double calm = p.age() < 16 ? 0.5 : 1;
        for (int i = 0; i < TRAITS.size(); i++) {
            Trait t = TRAITS.get(i);
            double v = calm * Chance.signed(seed, index, DRAW, i);
            String name = v < 0 ? t.less() : t.more();
            double weight = Math.abs(v) * t.reach();
            if (t.sides()) {
                put(out, people, name.replace("/-", "/l-"), weight);
                put(out, people, name.replace("/-", "/r-"), weight);
            } else {
                put(out, people, name, weight);
            }
        }
        int head = (int) (Chance.unit(seed, index, DRAW, 100) * HEADS.size());
        put(out, people, HEADS.get(head), 0.35 * calm * Chance.unit(seed, index, DRAW, 101));
        if (p.sex() == Sex.MALE && p.age() >= 18) {
            put(out, people, "chin/chin-width-max", 0.12);
            put(out, people, "head/head-rectangular", 0.1);
        }
        if (p.sex() == Sex.FEMALE) {
            put(out, people, "chin/chin-width-min", 0.25);
            put(out, people, "chin/chin-height-min", 0.12);
            put(out, people, "nose/nose-scale-horiz-decr", 0.2);
            put(out, people, "nose/nose-scale-vert-decr", 0.12);
            put(out, people, "mouth/mouth-upperlip-height-max", 0.15);
            put(out, people, "mouth/mouth-lowerlip-height-max", 0.15);
            put(out, people, "eyes/l-eye-height2-max", 0.2);
            put(out, people, "eyes/r-eye-height2-max", 0.2);
        }
        put(out, people, "eyebrows/eyebrows-trans-vert-more", p.sex() == Sex.FEMALE ? 0.55 : 0.45);
        if (p.heritage() == Heritage.ASIAN) {
            put(out, people, "head/head-scale-horiz-less", 0.28);
        }
        if (p.build() == Build.HEAVY) {
            put(out, people, "neck/neck-double-more", 0.35);
            put(out, people, "head/head-fat", 0.25);
            if (p.sex() == Sex.MALE) {
                put(out, people, "stomach/stomach-pregnant-incr", 0.2);
            }
        }
    }

    private static void put(Map<String, Double> out, People people, String name, double weight) {
        if (people.hasTarget(name)) {
            out.merge(name, weight, Double::sum);
        }
    }
}
