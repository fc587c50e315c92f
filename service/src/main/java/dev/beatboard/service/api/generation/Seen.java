package dev.beatboard.service.api.generation;

import dev.beatboard.service.generation.State;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody who watches a generation has been told of it. As text it is the identifier of an
/// event (`processing/12/0-5,8`), so that any process can go on where a connection broke.
final class Seen {

    private static final int LONGEST = 2000;
    private static final Pattern FORM = Pattern.compile("([a-z]{1,10})/(-?\\d{1,6})/((?:\\d{1,6}(?:-\\d{1,6})?,?)*+)");

    private Optional<State> state = Optional.empty();
    private int done = -1;
    private final BitSet frames = new BitSet();
    private boolean ended;

    /// From what a client sent as `Last-Event-ID`; nothing seen if it is no identifier of ours.
    static Seen of(String id) {
        Seen seen = new Seen();
        if (id.startsWith("end/")) {
            seen.ended = true;
            return seen;
        }
        Matcher m = FORM.matcher(id.length() > LONGEST + 100 ? "" : id);
        if (!m.matches()) {
            return seen;
        }
        for (State s : State.values()) {
            if (s.label().equals(m.group(1))) {
                seen.state = Optional.of(s);
            }
        }
        seen.done = Integer.parseInt(m.group(2));
        for (String range : m.group(3).isEmpty() ? new String[0] : m.group(3).split(",")) {
            String[] ends = range.split("-");
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            if (from <= to) {
                seen.frames.set(from, to + 1);
            }
        }
        return seen;
    }

    String id() {
        if (ended) {
            return "end/" + state.map(State::label).orElse("deleted");
        }
        StringBuilder ranges = new StringBuilder();
        for (int from = frames.nextSetBit(0); from >= 0 && ranges.length() < LONGEST; ) {
            int to = frames.nextClearBit(from) - 1;
            ranges.append(ranges.isEmpty() ? "" : ",").append(from);
            if (to > from) {
                ranges.append('-').append(to);
            }
            from = frames.nextSetBit(to + 1);
        }
        return state.map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("new") + "/" + done + "/" + ranges;
    }

    /// Whether the end itself has been told.
    boolean ended() {
        return ended;
    }

    /// @return whether that is new
    boolean state(State now) {
        boolean news = !state.equals(Optional.of(now));
        state = Optional.of(now);
        return news;
    }

    /// @return whether that is new
    boolean done(int now) {
        boolean news = done != now;
        done = now;
        return news;
    }

    /// @return whether that is new
    boolean frame(int n) {
        boolean news = !frames.get(n);
        frames.set(n);
        return news;
    }

    void end() {
        ended = true;
    }
}
