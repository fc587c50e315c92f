package dev.beatboard.direction;

import dev.beatboard.shot.Direction;
import dev.beatboard.shot.GarmentKind;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the rest of a noun phrase says about whom the noun means: "the man on the right", "in the red coat", "at the
/// desk". It only looks ahead; the words are read in their turn.
final class NounPhrase {

    private final Script s;

    NounPhrase(Script s) {
        this.s = s;
    }

    /// The side of the picture named in the rest of the noun phrase.
    @Nullable
    Direction place() {
        for (int i = s.at + 1; i < s.items.size(); i++) {
            Item x = s.items.get(i);
            if (x.is(Slot.SIDE_OF_FRAME)) {
                return LookReader.side(x.as(Slot.SIDE_OF_FRAME).orElseThrow().value());
            }
            if (x.any(Slot.ACTION, Slot.POSTURE, Slot.WHO, Slot.SUBORDINATE, Slot.AND) || x.sign(".") || x.sign(",")) {
                break;
            }
        }
        return null;
    }

    /// Whether somebody was put at the thing that the rest of the noun phrase names: "the man at the desk".
    Predicate<Role> spot() {
        for (int i = s.at + 1; i < s.items.size() && i < s.at + 4; i++) {
            Item x = s.items.get(i);
            if (x.is(Slot.THING) && i > s.at + 1) {
                String noun = x.as(Slot.THING).orElseThrow().value();
                return s.company.met().stream().anyMatch(r -> noun.equals(r.spot))
                        ? r -> noun.equals(r.spot)
                        : r -> true;
            }
            if (!x.any(Slot.RELATION, Slot.DETERMINER, Slot.WEAR)) {
                break;
            }
        }
        return r -> true;
    }

    /// Whether somebody wears what the rest of the noun phrase names.
    Predicate<Role> clothes() {
        Predicate<Role> all = r -> true;
        String color = null;
        for (int i = s.at + 1; i < s.items.size(); i++) {
            Item x = s.items.get(i);
            if (x.is(Slot.COLOR)) {
                color = x.as(Slot.COLOR).orElseThrow().phrase();
            } else if (x.is(Slot.GARMENT)) {
                GarmentKind kind =
                        GarmentKind.valueOf(x.as(Slot.GARMENT).orElseThrow().value());
                String c = color;
                all = all.and(r -> r.wears(kind, c));
                color = null;
            } else if (!x.any(Slot.WITH, Slot.DETERMINER, Slot.WEAR, Slot.MATERIAL, Slot.COLOR_WORD, Slot.AND)) {
                break;
            }
        }
        return all;
    }
}
