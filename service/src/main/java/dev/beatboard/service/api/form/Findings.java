package dev.beatboard.service.api.form;

import dev.beatboard.service.generation.Notice;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Fault;
import dev.beatboard.service.problem.Refusal;
import java.util.ArrayList;
import java.util.List;

/// What the reading of a request found: fields that are wrong, fields that do not go together, what
/// is not used, and what is merely worth knowing.
public final class Findings {

    private static final int MOST = 100;

    private final List<Fault> wrong = new ArrayList<>();
    private final List<Fault> conflicts = new ArrayList<>();
    private final List<Notice> unused = new ArrayList<>();
    private final List<Notice> notes = new ArrayList<>();

    /// A field that is wrong by itself: status 400.
    public void wrong(Fault fault) {
        add(wrong, fault);
    }

    /// A field that is wrong by itself: status 400.
    public void wrong(String pointer, String message) {
        wrong(new Fault(pointer, message));
    }

    /// Fields that do not go together: status 422.
    public void conflict(String pointer, String message) {
        add(conflicts, new Fault(pointer, message));
    }

    /// What the client asked for and does not get: a warning, or 422 for those who want it strict.
    ///
    /// @param field with dots, such as `video.loop`
    public void unused(String code, String field, String message) {
        add(unused, new Notice(code, field, message));
    }

    /// What the client should know; never an error.
    public void note(String code, String field, String message) {
        add(notes, new Notice(code, field, message));
    }

    private static <T> void add(List<T> list, T item) {
        if (list.size() < MOST) {
            list.add(item);
        }
    }

    /// All that goes into the answer's warnings.
    public List<Notice> notices() {
        List<Notice> all = new ArrayList<>(unused);
        all.addAll(notes);
        return all;
    }

    /// Ends the request if something is wrong.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException 400 for fields, else 422
    public void check() {
        check(Code.INVALID_REQUEST, wrong);
        check(Code.UNPROCESSABLE, conflicts);
    }

    /// Ends a strict request if something of it is not used.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException 422
    public void checkStrict(boolean strict) {
        if (strict) {
            check(
                    Code.UNPROCESSABLE,
                    unused.stream()
                            .map(n -> new Fault("/" + n.field().replace('.', '/'), n.message()))
                            .toList());
        }
    }

    private static void check(Code code, List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        String first = faults.getFirst().message();
        Refusal refusal = Refusal.of(
                code, faults.size() == 1 ? first : first + " (One of " + faults.size() + " faults; errors lists all.)");
        for (Fault f : faults) {
            refusal = refusal.at(f);
        }
        throw refusal.exception();
    }
}
