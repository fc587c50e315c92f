package dev.beatboard.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.Director;
import dev.beatboard.PreviewParts;
import dev.beatboard.Take;
import dev.beatboard.asset.Library;
import dev.beatboard.service.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("assets")
class TakesTest {

    private static String shot(int seed) {
        return """
                {"duration": "1s", "seed": %d, "cast": [{"name": "Anna", "description": "a woman of 30"},
                 {"name": "Tom", "description": "a tall man"}],
                 "keyframes": [{"at": "0s", "prompt": "Medium two-shot in a cafe. Anna sits at a table. Tom waves."}]}
                """.formatted(seed);
    }

    private static String motion(Take take) throws Exception {
        PreviewParts.Parts parts = new PreviewParts().of(take);
        return parts.motion().digest()
                + parts.set().digest()
                + parts.people().stream().map(p -> p.part().digest()).toList();
    }

    @Test
    void aShotIsStagedOnceForAllWhoAskForItAtTheSameTime() throws Exception {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 1);
                ExecutorService people = Executors.newFixedThreadPool(4)) {
            Takes takes = new Takes(director);
            List<Future<Take>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(people.submit(() -> takes.of(shot(1), Optional.empty())));
            }
            for (Future<Take> f : all) {
                assertThat(f.get()).isSameAs(all.getFirst().get());
            }
        }
    }

    @Test
    void shotsThatAreStagedSideBySideAreWhatTheyAreAlone() throws Exception {
        List<String> alone = new ArrayList<>();
        try (Director director = new Director(Library.open(Library.defaultRoot()), 1)) {
            for (int i = 0; i < 4; i++) {
                alone.add(motion(new Takes(director).of(shot(i), Optional.empty())));
            }
        }
        try (Director director = new Director(Library.open(Library.defaultRoot()), 1);
                ExecutorService people = Executors.newFixedThreadPool(4)) {
            Takes takes = new Takes(director);
            List<Future<Take>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String source = shot(i);
                all.add(people.submit(() -> takes.of(source, Optional.empty())));
            }
            for (int i = 0; i < 4; i++) {
                assertThat(motion(all.get(i).get())).isEqualTo(alone.get(i));
            }
        }
    }

    @Test
    void whatIsNoShotIsRefusedEachTime() throws Exception {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 1)) {
            Takes takes = new Takes(director);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> takes.of("{}", Optional.empty())).isInstanceOf(RefusedException.class);
            }
        }
    }
}
