package dev.beatboard.service.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a list.
///
/// @param next what to give as `before` to get what follows; empty at the end
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /// A page of what was found.
    ///
    /// @param found up to one more than the page holds, so that it is known whether more follows
    /// @param limit how many the page holds at most
    /// @param cursor of an item, after which the next page begins
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        return found.size() <= limit
                ? new Page<>(found, Optional.empty())
                : new Page<>(found.subList(0, limit), Optional.of(cursor.apply(found.get(limit - 1))));
    }

    /// The same with its items as they are shown.
    public <U> Page<U> map(Function<T, U> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
