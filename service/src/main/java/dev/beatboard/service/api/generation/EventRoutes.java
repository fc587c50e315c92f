package dev.beatboard.service.api.generation;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.EventWriter;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.NewsWire;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.generation.Subscription;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.store.ObjectStore;
import dev.beatboard.service.view.Links;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;

/// Generations as server-sent events while they are rendered: one until it ends, or all of an
/// account.
public final class EventRoutes implements Routes {

    private static final Duration SLICE = Duration.ofMillis(500);
    /// Lets what comes at once become one look at the database.
    private static final Duration GATHER = Duration.ofMillis(50);

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration BEAT = Duration.ofSeconds(15);
    /// Clients then connect again, with a key that may have been revoked in between.
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST = 100;
    private static final int REMEMBERED = 500;

    private final Database database;
    private final ObjectStore store;
    private final Links links;
    private final NewsWire wire;
    private final InstantSource clock;

    public EventRoutes(Database database, ObjectStore store, Links links, NewsWire wire, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.links = links;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        Access read = Access.scope(Scope.GENERATIONS_READ);
        return List.of(
                Route.get("/v1/generations/{id}/events", read, this::one),
                Route.get("/v1/generations/events", read, this::all));
    }

    private interface Source {
        void run(EventWriter events, Subscription news) throws IOException, InterruptedException;
    }

    private Answer one(Call call) {
        UUID account = call.caller().account();
        UUID id = call.id("id");
        database.<Generation, RuntimeException>tenant(account, h -> Generations.need(h, id));
        Seen seen = Seen.of(call.header("Last-Event-ID").orElse(""));
        if (seen.ended()) {
            // What makes a browser stop asking.
            return Answer.nothing();
        }
        return stream(call, (events, news) -> watch(call, account, id, new Watch(events, links, seen), events, news));
    }

    private Answer all(Call call) {
        UUID account = call.caller().account();
        Optional<Instant> since = call.header("Last-Event-ID").flatMap(EventRoutes::moment);
        return stream(call, (events, news) -> watchAll(call, account, since, events, news));
    }

    private static Optional<Instant> moment(String id) {
        return id.matches("\\d{1,14}") ? Optional.of(Instant.ofEpochMilli(Long.parseLong(id))) : Optional.empty();
    }

    private Answer stream(Call call, Source source) {
        if (call.context().req().getMethod().equals("HEAD")) {
            return Answer.events(_ -> {});
        }
        Subscription news = wire.subscribe(call.caller().account())
                .orElseThrow(() -> Refusal.of(
                                Code.RATE_LIMITED,
                                "More than " + NewsWire.mostPerAccount() + " streams of events are open.")
                        .retryAfter(Duration.ofSeconds(10))
                        .exception());
        return Answer.events(events -> {
            try (news) {
                events.beat();
                source.run(events, news);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                // The client has gone.
            }
        });
    }

    /// Waits for news until there are some, or it is time to look all the same.
    private Optional<Subscription.Batch> next(Call call, EventWriter events, Subscription news, long until)
            throws IOException, InterruptedException {
        long look = System.nanoTime() + LOOK.toNanos();
        while (!call.stopping() && System.nanoTime() < until) {
            Subscription.Batch batch = news.await(SLICE);
            if (!batch.isEmpty()) {
                Thread.sleep(GATHER);
                Subscription.Batch more = news.await(Duration.ZERO);
                more.changed()
                        .forEach((id, frames) -> batch.changed().merge(id, frames, (a, b) -> {
                            a.addAll(b);
                            return a;
                        }));
                return Optional.of(new Subscription.Batch(batch.changed(), batch.missed() || more.missed()));
            }
            if (System.nanoTime() > look) {
                return Optional.of(batch);
            }
        }
        return Optional.empty();
    }

    private static long end() {
        return System.nanoTime() + LONGEST.toNanos();
    }

    private record Now(Generation generation, List<Output> outputs) {}

    private Optional<Now> look(UUID account, UUID id) {
        return database.<Optional<Now>, RuntimeException>tenant(
                account, h -> Generations.find(h, id).map(g -> new Now(g, Generations.outputs(h, g))));
    }

    private void watch(Call call, UUID account, UUID id, Watch watch, EventWriter events, Subscription news)
            throws IOException, InterruptedException {
        long until = end();
        long beaten = System.nanoTime();
        TreeSet<Integer> frames = new TreeSet<>();
        boolean list = true;
        boolean due = true;
        while (true) {
            if (due) {
                try {
                    Optional<Now> now = look(account, id);
                    if (now.isEmpty()) {
                        events.event("end/deleted", "end", "{\"id\":\"" + id + "\",\"state\":\"deleted\"}");
                        return;
                    }
                    Generation g = now.get().generation();
                    if (list || g.state().isFinal()) {
                        frames.addAll(pictures(g));
                        list = false;
                    }
                    if (watch.tell(g, List.copyOf(frames), now.get().outputs(), clock.instant(), Seen::id)) {
                        return;
                    }
                    frames.clear();
                } catch (JdbiException e) {
                    away(e);
                    list = true;
                }
            }
            Optional<Subscription.Batch> batch = next(call, events, news, until);
            if (batch.isEmpty()) {
                return;
            }
            TreeSet<Integer> come = batch.get().changed().get(id);
            list |= batch.get().missed();
            due = come != null || batch.get().missed() || batch.get().isEmpty();
            if (come != null) {
                frames.addAll(come);
            }
            if (System.nanoTime() - beaten > BEAT.toNanos()) {
                events.beat();
                beaten = System.nanoTime();
            }
        }
    }

    /// A database that is away for a moment ends no stream; anything else is a fault.
    private static void away(JdbiException e) {
        if (!(e.getCause() instanceof SQLException)) {
            throw e;
        }
    }

    /// The frames of which there are small pictures.
    private List<Integer> pictures(Generation g) throws IOException {
        List<Integer> frames = new ArrayList<>();
        for (String key : store.list(g.folder() + "/previews")) {
            String name = key.substring(key.lastIndexOf('/') + 1);
            if (name.matches("\\d{1,6}\\.jpg")) {
                frames.add(Integer.valueOf(name.substring(0, name.length() - 4)));
            }
        }
        return frames;
    }

    private void watchAll(Call call, UUID account, Optional<Instant> since, EventWriter events, Subscription news)
            throws IOException, InterruptedException {
        long until = end();
        long beaten = System.nanoTime();
        Map<UUID, Watch> watched = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Watch> eldest) {
                return size() > REMEMBERED;
            }
        };
        Instant last = since.orElse(clock.instant());
        boolean list = true;
        Map<UUID, TreeSet<Integer>> changed = Map.of();
        while (true) {
            try {
                Instant now = clock.instant();
                if (list) {
                    for (Generation g : underWay(account, last)) {
                        tell(account, g.id(), List.of(), now, events, watched);
                    }
                    list = false;
                }
                for (Map.Entry<UUID, TreeSet<Integer>> c : changed.entrySet()) {
                    tell(account, c.getKey(), List.copyOf(c.getValue()), now, events, watched);
                }
                last = now;
            } catch (JdbiException e) {
                away(e);
                list = true;
            }
            Optional<Subscription.Batch> batch = next(call, events, news, until);
            if (batch.isEmpty()) {
                return;
            }
            changed = batch.get().changed();
            list |= batch.get().missed();
            if (System.nanoTime() - beaten > BEAT.toNanos()) {
                events.beat();
                beaten = System.nanoTime();
            }
        }
    }

    private void tell(
            UUID account, UUID id, List<Integer> frames, Instant now, EventWriter events, Map<UUID, Watch> watched)
            throws IOException {
        Optional<Now> found = look(account, id);
        if (found.isPresent()) {
            Watch watch = watched.computeIfAbsent(id, _ -> new Watch(events, links, Seen.of("")));
            boolean ended = watch.tell(
                    found.get().generation(),
                    frames,
                    found.get().outputs(),
                    now,
                    _ -> Long.toString(now.toEpochMilli()));
            if (ended) {
                watched.remove(id);
            }
        }
    }

    /// What is under way, and what has ended since.
    private List<Generation> underWay(UUID account, Instant since) {
        return database.<List<Generation>, RuntimeException>tenant(
                account,
                h -> Generations.list(
                                h,
                                new Generations.Page(
                                        Optional.empty(),
                                        MOST,
                                        0,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                        .reversed()
                        .stream()
                        .filter(g -> !g.state().isFinal()
                                || g.finishedAt().filter(t -> t.isAfter(since)).isPresent())
                        .toList());
    }
}
