package dev.beatboard.direction;

import dev.beatboard.shot.Build;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.FacialHair;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.NamedColor;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Stature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody whom the words have mentioned, while the words are still being read. Whatever is null was not said.
final class Role {

    private static final int GROWN_UP = 16;

    /// Changes only where a name follows on a noun that named a group.
    String name;

    @Nullable
    Sex sex;

    @Nullable
    Integer age;

    /// Whether the age is only what a noun such as "father" or an adjective such as "young" suggests.
    boolean ageSuggested;

    @Nullable
    Build build;

    @Nullable
    Stature stature;

    @Nullable
    Heritage heritage;

    @Nullable
    HairStyle hair;

    @Nullable
    NamedColor hairColor;

    @Nullable
    FacialHair facialHair;

    final List<Performer.Garment> wardrobe = new ArrayList<>();
    final List<String> description = new ArrayList<>();

    /// The posture known so far, to tell "stands" from "stands up".
    @Nullable
    Posture posture;

    /// The thing this person was put at.
    @Nullable
    String spot;

    /// The part of the picture this person was put in.
    @Nullable
    Direction place;

    /// Whether the words have mentioned this person yet; people declared in the file may not be.
    boolean met;

    /// Whether only a pronoun has mentioned this person yet, so that a noun may say who it is.
    boolean unnamed;

    /// Whether somebody of a group was spoken of alone.
    boolean single;

    /// Given by the file in structured form; nothing the words say changes it.
    @Nullable
    Performer fixed;

    Role(String name) {
        this.name = name;
    }

    boolean wears(dev.beatboard.shot.GarmentKind kind, @Nullable String color) {
        List<Performer.Garment> all = fixed == null ? wardrobe : fixed.wardrobe();
        return all.stream()
                .anyMatch(g -> g.kind() == kind
                        && (color == null
                                || g.color().isEmpty()
                                || g.color().get().name().equals(color)));
    }

    @Nullable
    Sex sexNow() {
        return fixed == null ? sex : Sex.valueOf(fixed.sex().name());
    }

    /// Years, taken as grown up where nothing is said.
    int ageNow() {
        return fixed != null ? fixed.age() : age != null ? age : GROWN_UP;
    }

    /// Whether this can be somebody of that sex; everybody can whose sex is open.
    boolean canBe(@Nullable Sex other) {
        Sex mine = sexNow();
        return other == null || mine == null || mine == other;
    }
}
