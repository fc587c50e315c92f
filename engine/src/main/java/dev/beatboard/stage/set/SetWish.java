package dev.beatboard.stage.set;

import java.util.List;
import java.util.Optional;

/// What a shot needs of a set beyond its kind.
///
/// @param walk meters of free straight way toward the audience that the longest walk needs, 0 if nobody walks
/// @param seats how many people sit
/// @param people how many people there are at all
/// @param things nouns that the shot mentions: present afterwards, or reported as missing
/// @param hero the noun of a thing that is itself the subject, stood on a plinth in the acting area, or on
///     the floor if it is large; what is large and there already stays where it is
public record SetWish(double walk, int seats, int people, List<String> things, Optional<String> hero, long seed) {

    public SetWish {
        things = List.copyOf(things);
    }
}
