package dev.beatboard.service.review;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The projects that reviews are of, in the transaction of whoever calls.
final class Projects {

    private Projects() {}

    /// Its title.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (NOT_FOUND) if the account has none
    static String need(Handle h, UUID id) {
        return title(h, id, "");
    }

    /// The same, held until the transaction ends, so that what is counted stays as it is.
    static String lock(Handle h, UUID id) {
        return title(h, id, " for update");
    }

    private static String title(Handle h, UUID id, String lock) {
        return h.createQuery("select title from project where id = ? and deleted_at is null" + lock)
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "There is no project " + id + ".")
                        .exception());
    }
}
