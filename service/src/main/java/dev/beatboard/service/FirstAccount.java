package dev.beatboard.service;

import dev.beatboard.service.account.ApiKey;
import dev.beatboard.service.account.SignUp;
import dev.beatboard.service.database.Database;
import java.time.Instant;
import java.util.Optional;

/// The account of whoever set the service up, made when there is none.
final class FirstAccount {

    private FirstAccount() {}

    /// Makes it.
    ///
    /// @param plan that it has
    /// @return its key, to be shown once; empty if there are accounts already
    static Optional<ApiKey.Made> make(Database database, SignUp signUp, Instant now) {
        boolean any = database.<Boolean, RuntimeException>read(
                h -> h.createQuery("select exists (select 1 from account)")
                        .mapTo(boolean.class)
                        .one());
        return any ? Optional.empty() : signUp.withKey("Owner", "this machine", Optional.empty(), now).key();
    }
}
