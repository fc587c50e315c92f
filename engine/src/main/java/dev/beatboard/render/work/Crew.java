package dev.beatboard.render.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Threads that share out numbered pieces of work. Who does which piece is left to chance, so a piece must write only
/// what is its own; then the result is the same for any number of threads.
public final class Crew implements AutoCloseable {

    /// One piece of work: `item` is its number, `worker` in `0 .. size-1` selects scratch memory that nobody else uses.
    public interface Job {
        void run(int item, int worker);
    }

    private final int size;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Object lock = new Object();

    private @Nullable Job job;
    private int items;
    private int round;
    private int busy;
    private boolean closed;
    private @Nullable Throwable failure;

    public Crew(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A crew needs at least one thread, not " + size);
        }
        this.size = size;
        for (int i = 1; i < size; i++) {
            int worker = i;
            Thread t = new Thread(() -> live(worker), "render-" + worker);
            t.setDaemon(true);
            t.start();
            threads.add(t);
        }
    }

    public int size() {
        return size;
    }

    /// Does all pieces `0 .. count-1` and returns when the last is done. The calling thread works too, as worker 0.
    public void each(int count, Job work) {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("The crew has been sent home");
            }
            job = work;
            items = count;
            failure = null;
            next.set(0);
            busy = size - 1;
            round++;
            lock.notifyAll();
        }
        Throwable mine = null;
        try {
            drain(work, count, 0);
        } catch (RuntimeException | Error e) {
            mine = e;
            next.set(count);
        }
        synchronized (lock) {
            while (busy > 0) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    // The pieces in hand must end before the memory they write is used again.
                    next.set(count);
                    mine = mine == null ? new IllegalStateException("Interrupted while rendering", e) : mine;
                    Thread.currentThread().interrupt();
                    awaitUninterruptibly();
                }
            }
            job = null;
            Throwable first = mine != null ? mine : failure;
            if (first instanceof RuntimeException e) {
                throw e;
            }
            if (first instanceof Error e) {
                throw e;
            }
        }
    }

    private void awaitUninterruptibly() {
        boolean interrupted = Thread.interrupted();
        while (busy > 0) {
            try {
                lock.wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain(Job work, int count, int worker) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            work.run(i, worker);
        }
    }

    private void live(int worker) {
        int seen = 0;
        while (true) {
            Job work;
            int count;
            synchronized (lock) {
                while (round == seen && !closed) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                if (closed) {
                    return;
                }
                seen = round;
                work = job;
                count = items;
            }
            try {
                if (work != null) {
                    drain(work, count, worker);
                }
            } catch (RuntimeException | Error e) {
                synchronized (lock) {
                    failure = e;
                }
                next.set(count);
            } finally {
                synchronized (lock) {
                    busy--;
                    lock.notifyAll();
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }
}
