package dev.beatboard.service.generation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads a row of the table `generation`.
final class GenerationRow implements RowMapper<Generation> {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Notice>> NOTICES = new TypeReference<>() {};

    @Override
    public Generation map(ResultSet r, StatementContext context) throws SQLException {
        return new Generation(
                uuid(r, "id").orElseThrow(),
                uuid(r, "account_id").orElseThrow(),
                uuid(r, "project_id"),
                uuid(r, "parent_id"),
                uuid(r, "api_key_id"),
                Dialect.of(r.getString("dialect")),
                Kind.of(r.getString("kind")),
                r.getString("type"),
                r.getString("model"),
                JSON.readTree(r.getString("request")),
                r.getString("source"),
                JSON.readValue(r.getString("terms"), RenderTerms.class),
                r.getString("title"),
                State.of(r.getString("state")),
                r.getString("lane"),
                r.getInt("first_frame"),
                r.getInt("last_frame"),
                r.getInt("frames_now"),
                r.getInt("frames_kept"),
                r.getLong("price"),
                r.getLong("charged"),
                JSON.readValue(r.getString("warnings"), NOTICES),
                text(r, "failure_code").map(FailureCode::of),
                text(r, "failure_reason"),
                text(r, "callback_url"),
                text(r, "end_user"),
                time(r, "created_at").orElseThrow(),
                time(r, "started_at"),
                time(r, "finished_at"));
    }

    private static Optional<UUID> uuid(ResultSet r, String column) throws SQLException {
        return Optional.ofNullable(r.getObject(column, UUID.class));
    }

    private static Optional<String> text(ResultSet r, String column) throws SQLException {
        return Optional.ofNullable(r.getString(column));
    }

    private static Optional<Instant> time(ResultSet r, String column) throws SQLException {
        @Nullable Timestamp t = r.getTimestamp(column);
        return Optional.ofNullable(t).map(Timestamp::toInstant);
    }
}
