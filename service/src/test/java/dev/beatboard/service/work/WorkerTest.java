package dev.beatboard.service.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.file.Chunk;
import dev.beatboard.service.account.Caller;
import dev.beatboard.service.credit.Balance;
import dev.beatboard.service.credit.Holder;
import dev.beatboard.service.generation.Desk;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.Kind;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.generation.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SHOT = """
            {"title": "Desk", "duration": "0.5s", "keyframes": [
              {"at": "0s", "prompt": "Wide shot of an empty office, morning light from the left, static camera."}]}
            """;

    @TempDir
    Path folder;

    @Test
    void deliversAClipInChunksAndSettlesItsPrice() throws Exception {
        try (WorkFloor floor = new WorkFloor(folder, 5)) {
            Caller caller = floor.account("owner");
            Generation g = accepted(floor, caller, Kind.VIDEO, List.of("mp4", "exr"), Optional.empty());
            assertThat(g.state()).isEqualTo(State.QUEUED);
            assertThat(g.price()).isEqualTo(3);
            assertThat(balance(floor, caller).held()).isEqualTo(3);
            Generation done;
            try (Worker worker = floor.worker("one")) {
                done = floor.ended(g, PATIENCE);
                WorkFloor.drained(worker);
            }
            assertThat(done.state()).isEqualTo(State.COMPLETED);
            assertThat(done.charged()).isEqualTo(3);
            assertThat(done.framesDone()).isEqualTo(12);
            assertThat(balance(floor, caller).held()).isZero();
            Map<String, Output> files =
                    floor.database.tenant(caller.account(), h -> Generations.outputs(h, g.id())).stream()
                            .collect(Collectors.toMap(Output::name, o -> o));
            assertThat(files).containsKeys("clip.mp4", "report.json", "contact-sheet.png", "exr/clip.1001.exr");
            assertThat(floor.store.head(java.util.Objects.requireNonNull(files.get("clip.mp4"))
                            .key()))
                    .isPresent();
            assertThat(floor.store.list(g.folder() + "/previews")).hasSize(12);
            assertThat(floor.store.list(g.folder() + "/chunks")).isEmpty();
        }
    }

    @Test
    void chunksOfAnotherBuildAreRenderedAgainAndTheClipIsDelivered() throws Exception {
        try (WorkFloor floor = new WorkFloor(folder, 5)) {
            Caller caller = floor.account("owner");
            Generation g = accepted(floor, caller, Kind.VIDEO, List.of("mp4"), Optional.empty());
            try (Worker before = floor.worker("before")) {
                while (attempts(floor, g, "done").isEmpty()) {
                    Thread.sleep(5);
                }
            }
            List<Integer> done = attempts(floor, g, "done");
            assertThat(done).as("the service stops in the middle").hasSizeLessThan(3);
            Path older = Files.createDirectories(folder.resolve("older"));
            for (String key : floor.store.list(g.folder() + "/chunks")) {
                if (key.endsWith("/" + Chunk.NAME)) {
                    floor.store.download(key, older.resolve(Chunk.NAME));
                    Chunk chunk = Chunk.read(older);
                    Map<String, String> terms = new TreeMap<>(chunk.terms());
                    terms.put(Chunk.BUILD, "an older one");
                    Path file = new Chunk(terms, chunk.frames(), chunk.source(), chunk.digests()).write(older);
                    floor.store.put(key, file, "application/json");
                }
            }
            try (Worker after = floor.worker("after")) {
                Generation ended = floor.ended(g, PATIENCE);
                assertThat(ended.state()).isEqualTo(State.COMPLETED);
                assertThat(ended.charged()).isEqualTo(g.price());
                assertThat(ended.framesDone()).isEqualTo(12);
                WorkFloor.drained(after);
            }
            assertThat(attempts(floor, g, "done").stream().filter(a -> a > 1).count())
                    .isGreaterThanOrEqualTo(done.size());
        }
    }

    private static Generation accepted(
            WorkFloor floor, Caller caller, Kind kind, List<String> formats, Optional<UUID> parent) {
        return floor.desk.accept(caller, WorkFloor.order(kind, SHOT, "128x72", formats, parent), Desk.Companion.NONE);
    }

    private static List<Integer> attempts(WorkFloor floor, Generation g, String state) {
        return floor.database.read(h -> h.createQuery("select attempt from chunk where generation_id = ? and state = ?")
                .bind(0, g.id())
                .bind(1, state)
                .mapTo(Integer.class)
                .list());
    }

    @Test
    void cancellingReleasesWhatWasHeld() throws Exception {
        try (WorkFloor floor = new WorkFloor(folder, 5)) {
            Caller caller = floor.account("owner");
            Generation g = accepted(floor, caller, Kind.VIDEO, List.of(), Optional.empty());
            assertThat(floor.desk.cancel(caller, g.id()).state()).isEqualTo(State.CANCELLED);
            assertThat(floor.desk.cancel(caller, g.id()).state()).isEqualTo(State.CANCELLED);
            assertThat(balance(floor, caller).held()).isZero();
            try (Worker worker = floor.worker("one")) {
                Generation again = floor.desk.retry(caller, g.id(), Desk.Companion.NONE);
                assertThat(floor.ended(again, PATIENCE).state()).isEqualTo(State.COMPLETED);
                WorkFloor.drained(worker);
            }
        }
    }

    @Test
    void aStillIsOnePictureAndAnEditCostsItsNewFramesOnly() throws Exception {
        try (WorkFloor floor = new WorkFloor(folder, 100)) {
            Caller caller = floor.account("owner");
            try (Worker worker = floor.worker("one")) {
                Generation still = accepted(floor, caller, Kind.STILL, List.of(), Optional.empty());
                assertThat(floor.ended(still, PATIENCE).state()).isEqualTo(State.COMPLETED);
                assertThat(floor.database.<List<Output>, RuntimeException>read(h -> Generations.outputs(h, still.id())))
                        .extracting(Output::name)
                        .contains("still.png")
                        .doesNotContain("clip.mp4");
                Generation g = accepted(floor, caller, Kind.VIDEO, List.of(), Optional.empty());
                floor.ended(g, PATIENCE);
                Generation same = accepted(floor, caller, Kind.VIDEO, List.of(), Optional.of(g.id()));
                assertThat(same.price()).isZero();
                assertThat(same.framesKept()).isEqualTo(12);
                floor.ended(same, PATIENCE);
                WorkFloor.drained(worker);
            }
        }
    }

    @Test
    void aWorkerThatKeepsFramesSaysWhatTheyShow() throws Exception {
        try (WorkFloor floor = new WorkFloor(folder, 5)) {
            Caller caller = floor.account("owner");
            try (Worker worker = floor.worker("one", 4_000_000_000L)) {
                Generation g = accepted(floor, caller, Kind.VIDEO, List.of(), Optional.empty());
                assertThat(floor.ended(g, PATIENCE).state()).isEqualTo(State.COMPLETED);
                int known = floor.database.<Integer, RuntimeException>read(
                        h -> h.createQuery("select cardinality(digests) from frame_digests where generation_id = ?")
                                .bind(0, g.id())
                                .mapTo(int.class)
                                .one());
                assertThat(known).isEqualTo(12);
                Generation same = accepted(floor, caller, Kind.VIDEO, List.of(), Optional.of(g.id()));
                assertThat(same.framesKept())
                        .as("told apart from what is posed anew")
                        .isEqualTo(12);
                WorkFloor.drained(worker);
            }
        }
    }

    private static Balance balance(WorkFloor floor, Caller caller) {
        return floor.database.system(h -> floor.ledger.balance(
                h,
                new Holder(caller.account(), floor.plans.plan("owner").orElseThrow(), ZoneOffset.UTC),
                Instant.now()));
    }
}
