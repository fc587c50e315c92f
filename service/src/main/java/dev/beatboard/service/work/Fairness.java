package dev.beatboard.service.work;

import dev.beatboard.service.plan.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/// Whose chunk is next. Fast work goes before relaxed, except that relaxed work which has waited
/// long counts as fast; among accounts, whoever has least under way for its weight goes first, and
/// with equals whoever has waited longest. So nobody starves: not an account with one chunk behind
/// one with thousands, nor relaxed work behind fast work that never ends.
///
/// A pure function of what waits.
final class Fairness {

    /// After which relaxed work counts as fast.
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private Fairness() {}

    /// A chunk that waits.
    record Waiting(Tasks.ChunkId chunk, Lane lane, Instant since) {}

    /// An account that has something waiting.
    ///
    /// @param weight of its plan, at least 1
    /// @param underWay chunks that are released and not done
    /// @param waiting its next chunks, in the order of its own orders
    record Account(UUID id, int weight, int underWay, List<Waiting> waiting) {}

    /// A choice, with the priority that it has among what is released.
    record Choice(Waiting waiting, int priority) {}

    /// At most `slots` chunks, in the order in which they are to be released.
    static List<Choice> choose(List<Account> accounts, int slots, Instant now) {
        List<Queue> queues = accounts.stream().map(a -> new Queue(a, now)).toList();
        List<Choice> chosen = new ArrayList<>();
        while (chosen.size() < slots) {
            Queue next = queues.stream()
                    .filter(q -> !q.isEmpty())
                    .min(Comparator.comparing((Queue q) -> !q.fast())
                            .thenComparingDouble(Queue::share)
                            .thenComparing(Queue::since)
                            .thenComparing(q -> q.id))
                    .orElse(null);
            if (next == null) {
                break;
            }
            chosen.add(next.take());
        }
        return chosen;
    }

    /// What one account has waiting, fast before relaxed.
    private static final class Queue {

        private final UUID id;
        private final int weight;
        private int underWay;
        private final Deque<Waiting> fast = new ArrayDeque<>();
        private final Deque<Waiting> relaxed = new ArrayDeque<>();

        Queue(Account a, Instant now) {
            id = a.id();
            weight = a.weight();
            underWay = a.underWay();
            for (Waiting w : a.waiting()) {
                boolean soon =
                        w.lane() == Lane.FAST || !w.since().plus(PATIENCE).isAfter(now);
                (soon ? fast : relaxed).add(w);
            }
        }

        boolean isEmpty() {
            return fast.isEmpty() && relaxed.isEmpty();
        }

        boolean fast() {
            return !fast.isEmpty();
        }

        double share() {
            return (double) underWay / weight;
        }

        Instant since() {
            return (fast() ? fast : relaxed).getFirst().since();
        }

        Choice take() {
            underWay++;
            return fast()
                    ? new Choice(fast.removeFirst(), Tasks.PRIORITY_FAST)
                    : new Choice(relaxed.removeFirst(), Tasks.PRIORITY_RELAXED);
        }
    }
}
