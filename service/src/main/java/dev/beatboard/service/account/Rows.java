package dev.beatboard.service.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Columns that may be empty.
final class Rows {

    private Rows() {}

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp time = row.getTimestamp(column);
        return time == null ? Optional.empty() : Optional.of(time.toInstant());
    }
}
