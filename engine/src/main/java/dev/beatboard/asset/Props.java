package dev.beatboard.asset;

import java.util.List;
import java.util.Optional;

/// The furniture of the library. Looking up is cheap; a prop's surfaces are loaded when it is asked for and kept.
public interface Props {

    /// The prop of that unique name.
    Optional<Prop> named(String name);

    /// Names of props for a noun, the best first: exact noun, then tags, then nouns that end with it. Empty without the
    /// pack.
    List<String> search(String noun);

    /// A library without props: sets are then procedural.
    Props NONE = new Props() {
        @Override
        public Optional<Prop> named(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> search(String noun) {
            return List.of();
        }
    };
}
