package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that shots are cast and furnished from, as far as it is installed.
///
/// ```java
/// Library.install(Library.defaultRoot(), List.of(new PeopleSource()), PackSource.Progress.NONE);
/// People people = Library.open(Library.defaultRoot()).people();
/// ```
public final class Library {

    private final List<InstalledPack> installed;
    private final Optional<People> people;
    private final Props props;
    private final SkyPhotos skies;

    private Library(List<InstalledPack> installed, Optional<People> people, Props props, SkyPhotos skies) {
        this.installed = List.copyOf(installed);
        this.people = people;
        this.props = props;
        this.skies = skies;
    }

    /// The cache folder: `BEATBOARD_CACHE`, or `.cache/beatboard` in the user's home.
    public static Path defaultRoot() {
        String named = System.getenv("BEATBOARD_CACHE");
        return named != null && !named.isBlank()
                ? Path.of(named)
                : Path.of(System.getProperty("user.home", "."), ".cache", "beatboard");
    }

    /// Opens what is installed under `cacheRoot`; what is not installed is absent and no error.
    public static Library open(Path cacheRoot) throws IOException {
        List<InstalledPack> packs = new Installer(cacheRoot).installed();
        Optional<InstalledPack> people = newest(packs, new PeopleSource());
        return new Library(
                packs,
                people.isPresent() ? Optional.of(People.open(people.get().folder())) : Optional.empty(),
                props(packs),
                skies(packs));
    }

    /// Fetches, checks and converts each pack that is not there yet. Safe to interrupt, to repeat
    /// and to run twice at once. An [IOException] says in one sentence what failed and what to do.
    public static void install(Path cacheRoot, List<PackSource> sources, PackSource.Progress progress)
            throws IOException, InterruptedException {
        Installer installer = new Installer(cacheRoot);
        for (int i = 0; i < sources.size(); i++) {
            int done = i;
            installer.install(sources.get(i), (share, what) -> progress.at((done + share) / sources.size(), what));
        }
    }

    private static Props props(List<InstalledPack> packs) throws IOException {
        Optional<InstalledPack> furniture = newest(packs, new FurnitureSource());
        return furniture.isPresent() ? FurnitureLibrary.open(furniture.get().folder()) : Props.NONE;
    }

    private static SkyPhotos skies(List<InstalledPack> packs) throws IOException {
        Optional<InstalledPack> skies = newest(packs, new SkySource());
        return skies.isPresent() ? SkyPhotos.open(skies.get().folder()) : SkyPhotos.NONE;
    }

    static Optional<InstalledPack> newest(List<InstalledPack> packs, PackSource source) {
        return packs.stream()
                .filter(p -> p.name().equals(source.name()) && p.format() == source.format())
                .reduce((a, b) -> b);
    }

    /// The packs that are installed, in name order.
    public List<InstalledPack> installed() {
        return installed;
    }

    public boolean hasPeople() {
        return people.isPresent();
    }

    /// The people; a [MissingPackException] that names the remedy if their pack is not installed.
    public People people() {
        return people.orElseThrow(() -> new MissingPackException("people"));
    }

    /// The furniture, [Props#NONE] without its pack.
    public Props props() {
        return props;
    }

    /// The photographed skies, [SkyPhotos#NONE] without their pack.
    public SkyPhotos skies() {
        return skies;
    }

    /// The font for printed pages as a TrueType file, if its pack is installed.
    ///
    /// @param bold its heavy cut
    public Optional<Path> font(boolean bold) {
        return newest(installed, new FontSource())
                .map(p -> p.folder().resolve(bold ? FontSource.BOLD : FontSource.PLAIN));
    }

    /// What the installed packs owe to whom, one line each.
    public List<String> credits() {
        List<String> lines = new ArrayList<>();
        people.ifPresent(p -> lines.addAll(p.credits()));
        if (props instanceof FurnitureLibrary f) {
            lines.addAll(f.credits());
        }
        lines.addAll(skies.credits());
        return lines;
    }
}
