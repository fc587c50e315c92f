package dev.beatboard.stage.set;

import dev.beatboard.asset.Props;
import dev.beatboard.shot.SetKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What there is to film with: each thing that words can name, with the sets that have it.
public record Inventory(List<Item> items) {

    public Inventory {
        items = List.copyOf(items);
    }

    /// A thing.
    ///
    /// @param noun such as `coffee machine`
    /// @param sets that have it by themselves
    /// @param brought whether it is brought where a shot names it and the set does not have it
    public record Item(String noun, List<SetKind> sets, boolean brought) {

        public Item {
            sets = List.copyOf(sets);
        }
    }

    /// Looks through all sets, which takes seconds with the furniture library.
    public static Inventory of(List<String> nouns, Props props) {
        Map<SetKind, Set<String>> there = new EnumMap<>(SetKind.class);
        for (SetKind kind : SetKind.values()) {
            Set<String> names = new HashSet<>();
            build(kind, props).things().forEach(t -> names.add(t.noun()));
            there.put(kind, names);
        }
        Supplies supplies = new Supplies(new Stagehand(wish(), props));
        List<Item> items = new ArrayList<>();
        for (String noun : nouns) {
            List<SetKind> sets = there.entrySet().stream()
                    .filter(e -> e.getValue().stream().anyMatch(n -> called(n, noun, nouns)))
                    .map(Map.Entry::getKey)
                    .toList();
            items.add(new Item(noun, sets, supplies.piece(noun, true).isPresent()));
        }
        return new Inventory(items);
    }

    /// A coffee table is a table, but a street lamp, which words name too, is none of the lamps.
    private static boolean called(String name, String noun, List<String> nouns) {
        return name.equals(noun) || name.endsWith(" " + noun) && !nouns.contains(name);
    }

    private static FilmSet build(SetKind kind, Props props) {
        return SetBuilder.build(kind, wish(), props).set();
    }

    private static SetWish wish() {
        return new SetWish(0, 0, 0, List.of(), Optional.empty(), 0);
    }
}
