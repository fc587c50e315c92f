package dev.beatboard.stage;

import dev.beatboard.asset.Library;
import dev.beatboard.shot.SetKind;
import dev.beatboard.stage.cast.Troupe;
import dev.beatboard.stage.set.BuiltSet;
import dev.beatboard.stage.set.SetBuilder;
import dev.beatboard.stage.set.SetWish;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stages are made of: the library, with the actors and sets that were made of it last. An edit of a shot mostly
/// needs the same ones again. What is taken from it is the same, whether it was kept or made. Safe for use by several
/// threads.
public final class Stock {

    private static final int SETS = 8;

    private final Library library;
    private @Nullable Troupe troupe;
    private final Map<Order, BuiltSet> sets = new LinkedHashMap<>(SETS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Order, BuiltSet> eldest) {
            return size() > SETS;
        }
    };

    private record Order(SetKind kind, SetWish wish) {}

    public Stock(Library library) {
        this.library = library;
    }

    /// Who can be cast; an exception that names the people if they are not installed.
    synchronized Troupe troupe() {
        Troupe t = troupe;
        if (t == null) {
            t = new Troupe(library.people());
            troupe = t;
        }
        return t;
    }

    /// A set as wished.
    synchronized BuiltSet set(SetKind kind, SetWish wish) {
        return sets.computeIfAbsent(new Order(kind, wish), o -> SetBuilder.build(o.kind(), o.wish(), library.props()));
    }
}
