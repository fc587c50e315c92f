package dev.beatboard.service;

import dev.beatboard.Director;
import dev.beatboard.asset.Library;
import dev.beatboard.file.Slate;
import dev.beatboard.file.video.Ffmpeg;
import dev.beatboard.service.account.Accounts;
import dev.beatboard.service.account.AuditTrail;
import dev.beatboard.service.account.Keys;
import dev.beatboard.service.account.Members;
import dev.beatboard.service.account.Passkeys;
import dev.beatboard.service.account.Passwords;
import dev.beatboard.service.account.Sessions;
import dev.beatboard.service.account.SignUp;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.SharedSecrets;
import dev.beatboard.service.fetch.FetchSettings;
import dev.beatboard.service.fetch.Fetcher;
import dev.beatboard.service.fetch.MediaLimits;
import dev.beatboard.service.fetch.MediaProbe;
import dev.beatboard.service.generation.Announcer;
import dev.beatboard.service.generation.Desk;
import dev.beatboard.service.generation.Estimator;
import dev.beatboard.service.generation.Previews;
import dev.beatboard.service.generation.Stills;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.service.idempotency.Idempotency;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.store.ObjectStore;
import dev.beatboard.service.store.SignedLinks;
import dev.beatboard.service.trace.Tracing;
import dev.beatboard.service.view.ClientAnnouncer;
import dev.beatboard.service.view.Links;
import dev.beatboard.service.webhook.Deliveries;
import dev.beatboard.service.webhook.Webhooks;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;

/// Everything that the service can do, apart from HTTP: what its routes are made of.
///
/// @param takes shots staged in this process, for prices and previews
/// @param previews the same in parts, for pages that show them
/// @param links to files
public record Features(
        Settings settings,
        InstantSource clock,
        Database database,
        ObjectStore store,
        Plans plans,
        Keys keys,
        Accounts accounts,
        Members members,
        SignUp signUp,
        Passwords passwords,
        Passkeys passkeys,
        Sessions sessions,
        AuditTrail auditTrail,
        Ledger ledger,
        Director director,
        Takes takes,
        Stills stills,
        Previews previews,
        Estimator estimator,
        Desk desk,
        Idempotency idempotency,
        Fetcher fetcher,
        MediaProbe probe,
        Webhooks webhooks,
        Deliveries deliveries,
        SignedLinks signedLinks,
        Links links,
        Announcer announcer,
        Tracing tracing)
        implements AutoCloseable {

    /// @param origin where clients reach the service
    static Features of(Settings settings, Backbone b, Library library, Origin origin, InstantSource clock)
            throws IOException {
        Database database = b.database();
        Keys keys = new Keys(database);
        Passwords passwords = new Passwords(Passwords.Strength.OWASP);
        SignUp signUp = new SignUp(
                database,
                passwords,
                b.plans().signUp().id(),
                settings.accounts().signUpsPerAddress());
        Fetcher fetcher = fetcher(settings);
        Deliveries deliveries = new Deliveries(database, fetcher, clock);
        SignedLinks signed = new SignedLinks(new SharedSecrets(database).random("links"));
        Links links = new Links(signed, origin::url);
        Announcer announcer = new ClientAnnouncer(deliveries, links);
        Director director = new Director(library, 1);
        Takes takes = new Takes(director);
        Ledger ledger = new Ledger();
        Estimator estimator =
                new Estimator(database, b.plans(), takes, settings.rendering().watermark());
        return new Features(
                settings,
                clock,
                database,
                b.store(),
                b.plans(),
                keys,
                new Accounts(database, keys, b.plans().byId().keySet()),
                new Members(database, keys),
                signUp,
                passwords,
                new Passkeys(database, signUp, site(origin.url())),
                new Sessions(database),
                new AuditTrail(database),
                ledger,
                director,
                takes,
                new Stills(director, takes),
                new Previews(takes, settings.data().resolve("preview-parts")),
                estimator,
                new Desk(
                        database,
                        b.plans(),
                        estimator,
                        ledger,
                        announcer,
                        clock,
                        settings.rendering().chunkFrames()),
                new Idempotency(),
                fetcher,
                new MediaProbe(Ffmpeg.installed(Library.defaultRoot()), MediaLimits.standard()),
                new Webhooks(database, fetcher, ClientAnnouncer.events(), clock),
                deliveries,
                signed,
                links,
                announcer,
                Tracing.to(settings.collector(), Slate.ENGINE, clock));
    }

    /// Fetches and sends as the settings allow.
    static Fetcher fetcher(Settings settings) {
        FetchSettings standard =
                FetchSettings.standard().withHosts(settings.fetching().hosts());
        return new Fetcher(settings.fetching().privateAddresses() ? standard.withSiteAddresses() : standard);
    }

    /// Passkeys belong to a host's name.
    private static Passkeys.Site site(String origin) {
        String host = URI.create(origin).getHost();
        boolean local = host == null || host.equals("127.0.0.1") || host.equals("[::1]");
        // A browser takes no address for the name of a site, but it takes localhost.
        return new Passkeys.Site(
                local ? "localhost" : host,
                "Beatboard",
                local ? Set.of(origin, origin.replace("127.0.0.1", "localhost")) : Set.of(origin));
    }

    @Override
    public void close() {
        tracing.close();
        previews.close();
        fetcher.close();
        director.close();
        keys.close();
    }
}
