package dev.beatboard.service.api;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many requests run, and whether new ones are still taken.
final class Draining {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int running;
    private volatile boolean stopping;

    /// Whether the request may go on; if so, [#leave] has to follow.
    boolean enter() {
        lock.lock();
        try {
            if (stopping) {
                return false;
            }
            running++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            running--;
            if (running == 0) {
                quiet.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean stopping() {
        return stopping;
    }

    /// Takes no more and waits for those that run.
    ///
    /// @return whether all are done
    boolean stop(Duration patience) {
        lock.lock();
        try {
            stopping = true;
            long left = patience.toNanos();
            while (running > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
            return running == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
