package dev.beatboard.asset;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

/// The installed people for tests; skips the test where they are not installed.
public final class InstalledPeople {

    private InstalledPeople() {}

    public static People get() throws IOException {
        Library library = Library.open(Library.defaultRoot());
        assumeTrue(library.hasPeople(), "the people are not installed: ./beatboard assets install");
        return library.people();
    }
}
