package dev.beatboard.service.api;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Recognizes that the database is away, full or could not serialize: the same request may succeed
/// soon.
final class DatabaseAway implements Translator {

    /// Classes of SQLSTATE: connection exception, transaction rollback, insufficient resources,
    /// operator intervention. Source: PostgreSQL 18, appendix A.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    private static final Duration SOON = Duration.ofSeconds(2);

    @Override
    public Optional<Refusal> refusal(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientException
                    || t instanceof SQLRecoverableException
                    || t instanceof SQLException sql && passes(sql.getSQLState())) {
                return Optional.of(Refusal.of(Code.UNAVAILABLE, "The database does not answer at the moment.")
                        .retryAfter(SOON));
            }
        }
        return Optional.empty();
    }

    private static boolean passes(String state) {
        return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
