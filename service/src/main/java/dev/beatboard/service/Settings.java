package dev.beatboard.service;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a service or a worker is set up. [SettingsReader] reads it from a file and the environment.
///
/// @param data the folder of everything that is kept here
/// @param database empty for the PostgreSQL that we bring along
/// @param connections to the database that may be open
/// @param plans the operator's own file of plans and prices
/// @param collector of traces; without one there are none
public record Settings(
        Path data,
        Optional<Database.Place> database,
        int connections,
        StoreSettings store,
        Http http,
        Accounts accounts,
        Rendering rendering,
        Fetching fetching,
        Optional<Path> plans,
        Optional<URI> collector) {

    /// Where it listens.
    ///
    /// @param port 0 for any that is free
    /// @param origin as clients see us, such as `https://beatboard.example`
    /// @param proxies networks (CIDR) whose `X-Forwarded-For` is believed
    /// @param cors origins whose pages may call with a key
    /// @param metricsToken opens `/metrics` from other machines
    /// @param localOwner whether browsers of this machine are its owner's without signing in
    /// @param studio a folder with the studio's page, instead of the one that the program brings along
    public record Http(
            String host,
            int port,
            Optional<String> origin,
            List<String> proxies,
            Set<String> cors,
            Optional<String> metricsToken,
            boolean localOwner,
            Optional<Path> studio) {}

    /// Who may use it.
    ///
    /// @param open whether strangers may sign up
    /// @param signUpsPerAddress how many an address may make an hour
    /// @param operatorToken opens `/v1/operator`; without it, that is shut
    public record Accounts(boolean open, int signUpsPerAddress, Optional<String> operatorToken) {

        /// Without an operator.
        public Accounts(boolean open, int signUpsPerAddress) {
            this(open, signUpsPerAddress, Optional.empty());
        }

        /// Leaves out the token, as it could end up in a log.
        @Override
        public String toString() {
            return "Accounts[" + open + ", " + signUpsPerAddress + "]";
        }
    }

    /// How frames are rendered.
    ///
    /// @param workers in the process of the service itself
    /// @param threads of each worker
    /// @param chunkFrames frames that are rendered as one task
    /// @param cacheBytes how much disk frames may take that a worker keeps for later
    /// @param share whether workers keep frames for each other in the store
    /// @param watermark what is written over pictures of plans that are marked
    /// @param rehearse whether an example is staged after the start, for quick first previews
    public record Rendering(
            int workers,
            int threads,
            int chunkFrames,
            long cacheBytes,
            boolean share,
            String watermark,
            boolean rehearse) {}

    /// What may be fetched from and sent to.
    ///
    /// @param privateAddresses whether addresses of this site's own networks may be
    /// @param hosts that may be whatever their addresses
    public record Fetching(boolean privateAddresses, Set<String> hosts) {}

    public Settings withPort(int port) {
        Http h = new Http(
                http.host(),
                port,
                http.origin(),
                http.proxies(),
                http.cors(),
                http.metricsToken(),
                http.localOwner(),
                http.studio());
        return new Settings(data, database, connections, store, h, accounts, rendering, fetching, plans, collector);
    }
}
