package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.InstalledPeople;
import dev.beatboard.asset.Library;
import dev.beatboard.frame.Frame;
import dev.beatboard.render.Quality;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The reference on the examples.
@Tag("assets")
class ReferenceTest {

    /// Every color is a number, nothing is negative, and on the whole the final renderer agrees.
    @ParameterizedTest
    @ValueSource(strings = {"corridor", "dialogue", "product", "walkthrough", "talking-head", "eight", "sixteen"})
    void everyExampleHasFiniteColorsAboutAsBrightAsInTheFinalFrame(String example) throws IOException {
        InstalledPeople.get();
        ShotReader.Result.Accepted read =
                (ShotReader.Result.Accepted) ShotReader.read(Path.of("../examples", example + ".yaml"));
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            Take take = director.stage(Director.understand(read.draft()));
            int n = take.shot().frames() / 2;
            Frame frame = director.frame(take, n, Quality.reference(48, 26, 16));
            for (String name : List.of("R", "G", "B", "A")) {
                for (float v : frame.plane(name).values()) {
                    assertThat(v).isFinite().isNotNegative();
                }
            }
            Frame fine = director.frame(take, n, Quality.fine(48, 26));
            assertThat(mean(fine) / mean(frame)).isBetween(0.7, 1.4);
        }
    }

    private static double mean(Frame f) {
        double sum = 0;
        for (float v : f.plane("G").values()) {
            sum += Math.min(2, v);
        }
        return sum / f.plane("G").values().length;
    }
}
