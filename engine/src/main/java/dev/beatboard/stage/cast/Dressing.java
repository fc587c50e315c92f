package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import java.util.ArrayList;
import java.util.List;

/// Puts chosen garments together, so that none comes through another.
final class Dressing {

    private static final double SHORTS = -0.3;
    private static final double BOOTS = -0.7;
    private static final double SOCKS = -0.72;
    private static final double LONG = -0.6;
    private static final double HIP = 0.25;
    private static final double HEM = 0.08;

    private Dressing() {}

    /// A garment as it is worn: cut to size, over or under the others.
    record Fitted(Worn worn, Piece piece) {}

    static List<Fitted> of(List<Worn> worn, People people) {
        List<Fitted> out = new ArrayList<>();
        double waist = -1;
        double coatHem = Double.MAX_VALUE;
        boolean trousers = false;
        for (Worn w : worn) {
            Piece p = piece(w, people);
            double low = Trim.lowest(p, people);
            double high = Trim.highest(p, people);
            if (!isShoes(w) && !w.skirt() && low < LONG) {
                trousers = true;
            }
            if (high < HIP && high > 0 && !isShoes(w)) {
                waist = high;
            }
            if (w.piece().equals("Coat")) {
                coatHem = low;
            }
            out.add(new Fitted(w, p));
        }
        for (int i = 0; i < out.size(); i++) {
            Worn w = out.get(i).worn();
            Piece p = out.get(i).piece();
            double high = Trim.highest(p, people);
            if (isShoes(w) && trousers && w.part() != PiecePart.BARE_SHOES) {
                p = Trim.below(p, people, w.piece().equals("WinterBoots") ? BOOTS : SOCKS);
            } else if (high > HIP && high < 0.7 && waist > 0 && !w.skirt()) {
                p = Layers.over(p, people, waist);
            } else if (waist > 0 && high == waist && coatHem < waist) {
                p = Trim.below(p, people, coatHem + HEM);
            }
            out.set(i, new Fitted(w, p));
        }
        return out;
    }

    /// Whether somebody's legs are covered down to the ankle.
    static boolean legsCovered(List<Fitted> fitted, People people) {
        return fitted.stream()
                .anyMatch(f -> !isShoes(f.worn()) && !f.worn().skirt() && Trim.lowest(f.piece(), people) < LONG);
    }

    static boolean isShoes(Worn w) {
        return w.piece().startsWith("shoes") || w.piece().equals("WinterBoots");
    }

    private static Piece piece(Worn w, People people) {
        Piece whole = people.piece(w.piece())
                .orElseThrow(() -> new IllegalStateException("The people pack has no \"" + w.piece() + "\""));
        return w.part() == PiecePart.SHORTS
                ? Trim.above(PiecePart.BOTTOM.of(whole, people), people, SHORTS)
                : w.part().of(whole, people);
    }
}
