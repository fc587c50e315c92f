package dev.beatboard.service;

import dev.beatboard.service.database.Database;
import java.nio.charset.StandardCharsets;

/// Where clients reach the service: as the settings say, or as the service that started last has
/// found out, so that workers on other machines make the same links.
final class Origin {

    private static final String NAME = "origin";

    private final Database database;
    private final Settings settings;
    private volatile String found = "";

    Origin(Database database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// Without a slash at its end.
    String url() {
        if (settings.http().origin().isPresent()) {
            return settings.http().origin().get();
        }
        if (!found.isEmpty()) {
            return found;
        }
        return database.<String, RuntimeException>read(h -> h.createQuery("select content from secret where name = ?")
                .bind(0, NAME)
                .mapTo(byte[].class)
                .findOne()
                .map(b -> new String(b, StandardCharsets.UTF_8))
                .orElse("http://" + settings.http().host() + ":"
                        + settings.http().port()));
    }

    /// Notes where the service listens.
    void publish(String url) {
        found = url;
        database.system(h -> h.createUpdate("""
                        insert into secret (name, content) values (?, ?)
                        on conflict (name) do update set content = excluded.content
                        """)
                .bind(0, NAME)
                .bind(1, url.getBytes(StandardCharsets.UTF_8))
                .execute());
    }
}
