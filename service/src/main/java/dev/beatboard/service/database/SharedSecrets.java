package dev.beatboard.service.database;

import java.security.SecureRandom;

/// Secrets that all processes of a service share, made by whichever needs one first.
public final class SharedSecrets {

    private static final int BYTES = 32;

    private final Database database;

    public SharedSecrets(Database database) {
        this.database = database;
    }

    /// 256 random bits that stay the same.
    public byte[] random(String name) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return agreed(name, fresh);
    }

    /// What was agreed on first: `proposal` if nobody has proposed anything yet.
    public byte[] agreed(String name, byte[] proposal) {
        return database.system(h -> {
            h.createUpdate("insert into secret (name, content) values (?, ?) on conflict do nothing")
                    .bind(0, name)
                    .bind(1, proposal)
                    .execute();
            return h.createQuery("select content from secret where name = ?")
                    .bind(0, name)
                    .mapTo(byte[].class)
                    .one();
        });
    }
}
