package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.shot.Performer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The actors that were dressed last, kept for when the same people are cast again: to dress one takes longer than
/// all the rest of staging. Safe for use by several threads.
public final class Troupe {

    /// Actors that are kept: about 20 MB each, mostly skin.
    private static final int KEPT = 16;

    private final People people;
    private final Map<Role, Actor> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Role, Actor> eldest) {
            return size() > KEPT;
        }
    };

    /// All that somebody's looks depend on beside the library.
    record Role(Performer performer, int index, long seed, List<Worn> worn) {

        Role {
            worn = List.copyOf(worn);
        }
    }

    /// @param people from whom all of it is cast
    public Troupe(People people) {
        this.people = people;
    }

    People people() {
        return people;
    }

    /// The actor who was dressed for a role, or a new one: the same to look at, whichever it is.
    Actor dressed(Role role) {
        Actor found = known(role);
        if (found != null) {
            return found;
        }
        Actor dressed = Casting.dressed(role, people);
        synchronized (kept) {
            kept.put(role, dressed);
        }
        return dressed;
    }

    private @Nullable Actor known(Role role) {
        synchronized (kept) {
            return kept.get(role);
        }
    }
}
