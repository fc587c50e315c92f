package dev.beatboard.service;

import dev.beatboard.asset.Library;
import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Keys;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.account.TestAccount;
import dev.beatboard.service.api.TestClient;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import dev.beatboard.service.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The service as it is, with HTTP and as many workers as wanted, on a database of its own.
public final class WholeService implements AutoCloseable {

    public final Database database;
    public final TestClient client;
    public final Path objects;
    private final Service service;
    private final Keys keys;

    public WholeService(Path folder, int workers) throws IOException {
        this(folder, workers, false);
    }

    /// @param near whether it may fetch from and send to this machine
    public WholeService(Path folder, int workers, boolean near) throws IOException {
        this(folder, workers, near, Optional.empty());
    }

    /// @param collector of traces
    public WholeService(Path folder, int workers, boolean near, Optional<URI> collector) throws IOException {
        Database.Place place = TestDatabase.place();
        objects = folder.resolve("objects");
        service = Service.start(
                new Settings(
                        folder,
                        Optional.of(place),
                        8,
                        new StoreSettings.Folder(objects),
                        new Settings.Http(
                                "127.0.0.1",
                                0,
                                Optional.empty(),
                                List.of(),
                                Set.of(),
                                Optional.empty(),
                                true,
                                Optional.empty()),
                        new Settings.Accounts(true, 1000),
                        new Settings.Rendering(workers, 1, 5, 0, false, "Beatboard", false),
                        new Settings.Fetching(near, Set.of()),
                        Optional.empty(),
                        collector),
                Library.open(Library.defaultRoot()));
        database = Database.open(place);
        keys = new Keys(database);
        client = new TestClient(service.url());
    }

    /// Somebody with a key.
    public record Member(Caller caller, String key) {
        public UUID account() {
            return caller.account();
        }

        /// The header that says who it is.
        public String[] auth(String... more) {
            String[] all = new String[more.length + 2];
            all[0] = "Authorization";
            all[1] = "Bearer " + key;
            System.arraycopy(more, 0, all, 2, more.length);
            return all;
        }
    }

    /// A new account of a plan, with a key that may do everything.
    public Member member(String plan) {
        Instant now = Instant.now();
        Caller caller = TestAccount.of(database, plan, now);
        return new Member(
                caller,
                keys.create(caller, "test", EnumSet.allOf(Scope.class), Optional.empty(), now)
                        .secret());
    }

    /// A key of an account with some scopes only.
    public String key(Member member, Scope... scopes) {
        return keys.create(member.caller(), "part", Set.of(scopes), Optional.empty(), Instant.now())
                .secret();
    }

    public String url() {
        return service.url();
    }

    @Override
    public void close() throws IOException {
        service.close();
        keys.close();
        database.close();
    }
}
