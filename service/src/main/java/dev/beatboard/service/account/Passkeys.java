package dev.beatboard.service.account;

import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.InvalidSignatureCountException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;

/// Signing up and in by passkey (WebAuthn Level 2): a browser is given options, an authenticator
/// answers, and the answer is checked here. Authenticators have to verify their user and to keep
/// the key so that nobody types who they are. What was begun can be finished once, within
/// [#PATIENCE], by any process of the service, also after a restart.
public final class Passkeys {

    /// How long a browser may take.
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    /// How many passkeys a person has at most.
    public static final int MOST = 20;

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Database database;
    private final SignUp signUp;
    private final PasskeyRows rows;
    private final Ceremonies ceremonies;
    private final RelyingParty party;
    private final PasskeyOptions options;

    /// Where the service is reached by browsers.
    ///
    /// @param id the domain, such as `clips.example.org` or `localhost`
    /// @param name shown by authenticators
    /// @param origins such as `https://clips.example.org`; nothing else is accepted
    public record Site(String id, String name, Set<String> origins) {

        public Site {
            origins = Set.copyOf(origins);
        }
    }

    public Passkeys(Database database, SignUp signUp, Site site) {
        this.database = database;
        this.signUp = signUp;
        this.rows = new PasskeyRows(database);
        this.ceremonies = new Ceremonies(database);
        this.party = RelyingParty.builder()
                .identity(RelyingPartyIdentity.builder()
                        .id(site.id())
                        .name(site.name())
                        .build())
                .credentialRepository(rows)
                .origins(site.origins())
                .attestationConveyancePreference(AttestationConveyancePreference.NONE)
                .build();
        this.options = new PasskeyOptions(party);
    }

    /// What a browser is to do.
    ///
    /// @param id to be given back with the answer
    /// @param options as JSON, for `navigator.credentials.create` or `get`
    public record Begun(UUID id, String options) {}

    /// @param id in base64url, as authenticators give it
    public record Passkey(String id, String name, Instant created, Optional<Instant> lastUsed) {}

    /// Begins to sign up somebody new.
    ///
    /// @param organization the account's name
    /// @param address from which it is asked for
    /// @throws Refusal (CONFLICT) if the e-mail address is taken
    public Begun beginSignUp(String organization, String name, String email, String address, Instant now) {
        Ceremonies.Person person = new Ceremonies.Person(
                Ids.next(now),
                Email.of(email).text(),
                Texts.name("name", name, 200),
                Optional.of(Texts.name("organization", organization, 200)));
        signUp.take(address, now);
        if (rows.taken(person.email())) {
            throw SignUp.taken();
        }
        return register(person, Set.of(), now);
    }

    /// Makes the account of [#beginSignUp] with its owner and the passkey.
    ///
    /// @param answer the browser's `PublicKeyCredential` as JSON
    public SignUp.Made finishSignUp(UUID ceremony, String answer, Optional<String> request, Instant now) {
        Ceremonies.Taken taken = ceremonies.take(ceremony, Ceremonies.REGISTER, now);
        Ceremonies.Person person = taken.person().orElseThrow();
        String organization = person.organization().orElseThrow(Ceremonies::unknown);
        RegistrationResult result = registered(taken, answer);
        return database.system(h -> {
            SignUp.person(h, person.id(), new Email(person.email()), person.name(), Optional.empty(), now);
            UUID account = signUp.account(h, organization, now);
            SignUp.owner(h, account, person.id(), now);
            PasskeyRows.insert(h, person.id(), result, "Passkey", now);
            SignUp.signedUp(h, account, "person:" + person.id(), "passkey", request, now);
            return new SignUp.Made(account, Optional.of(person.id()), Optional.empty());
        });
    }

    /// Begins to add a passkey to whoever is signed in.
    public Begun beginAdd(Caller caller, Instant now) {
        UUID id = Sessions.signedIn(caller);
        Ceremonies.Person person = rows.person(id);
        return register(person, rows.getCredentialIdsForUsername(person.email()), now);
    }

    /// Adds the passkey of [#beginAdd].
    ///
    /// @param name for the person, such as `Phone`
    public Passkey finishAdd(Caller caller, UUID ceremony, String answer, String name, Instant now) {
        UUID person = Sessions.signedIn(caller);
        String plain = Texts.name("name", name, 100);
        Ceremonies.Taken taken = ceremonies.take(ceremony, Ceremonies.REGISTER, now);
        Ceremonies.Person begun = taken.person().orElseThrow();
        if (!begun.id().equals(person) || begun.organization().isPresent()) {
            throw Ceremonies.unknown();
        }
        RegistrationResult result = registered(taken, answer);
        return database.system(h -> {
            if (PasskeyRows.lockAndCount(h, person) >= MOST) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "A person has " + MOST + " passkeys at most.");
            }
            PasskeyRows.insert(h, person, result, plain, now);
            String id = result.getKeyId().getId().getBase64Url();
            AuditTrail.record(h, caller, "passkey.added", id, Map.of("name", plain), now);
            return new Passkey(id, plain, now, Optional.empty());
        });
    }

    /// Begins to sign in; the same for everybody, so that it tells nothing.
    public Begun beginSignIn(Instant now) {
        ByteArray challenge = PasskeyOptions.challenge();
        UUID id = ceremonies.begin(Ceremonies.SIGN_IN, challenge, Optional.empty(), now);
        return new Begun(id, options.get(challenge));
    }

    /// The person whose passkey answered, for [Sessions#begin] or [Members#accept].
    ///
    /// @throws Refusal (UNAUTHENTICATED) if the answer is not good, one that was used before, or of
    ///     a copy of the authenticator
    public UUID finishSignIn(UUID ceremony, String answer, Optional<String> request, Instant now) {
        Ceremonies.Taken taken = ceremonies.take(ceremony, Ceremonies.SIGN_IN, now);
        bounded(answer);
        AssertionResult result;
        try {
            result = party.finishAssertion(FinishAssertionOptions.builder()
                    .request(options.got(taken.challenge()))
                    .response(PublicKeyCredential.parseAssertionResponseJson(answer))
                    .build());
        } catch (InvalidSignatureCountException e) {
            rows.cloned(e.getCredentialId(), request, now);
            throw refused(e);
        } catch (JdbiException e) {
            throw e;
        } catch (AssertionFailedException | IOException | RuntimeException e) {
            // The library has no one kind of exception for an answer that is no proper CBOR or JSON.
            throw refused(e);
        }
        if (!rows.used(result, now)) {
            throw refused(new IllegalStateException("used twice at once"));
        }
        return UUID.fromString(result.getUsername());
    }

    /// The caller's own passkeys, the latest first.
    public List<Passkey> list(Caller caller) {
        return rows.list(Sessions.signedIn(caller));
    }

    /// Removes one of the caller's own passkeys.
    ///
    /// @throws Refusal (CONFLICT) if there would be no way left to sign in
    public void remove(Caller caller, String id, Instant now) {
        UUID person = Sessions.signedIn(caller);
        byte[] credential;
        try {
            credential = Base64.getUrlDecoder().decode(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "There is no such passkey.");
        }
        database.system(h -> {
            int passkeys = PasskeyRows.lockAndCount(h, person);
            if (passkeys < 2 && !PasskeyRows.hasPassword(h, person)) {
                throw Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "This is the only way to sign in. Add another passkey or a password first.");
            }
            if (PasskeyRows.delete(h, person, credential) == 0) {
                throw Refusal.of(Refusal.Kind.NOT_FOUND, "There is no such passkey.");
            }
            AuditTrail.record(h, caller, "passkey.removed", id, Map.of(), now);
            return true;
        });
    }

    /// Removes what was begun and never finished. To be called now and then.
    public int sweep(Instant now) {
        return ceremonies.sweep(now);
    }

    private Begun register(Ceremonies.Person person, Set<PublicKeyCredentialDescriptor> known, Instant now) {
        ByteArray challenge = PasskeyOptions.challenge();
        UUID id = ceremonies.begin(Ceremonies.REGISTER, challenge, Optional.of(person), now);
        return new Begun(id, options.create(challenge, person, known));
    }

    private RegistrationResult registered(Ceremonies.Taken taken, String answer) {
        bounded(answer);
        try {
            return party.finishRegistration(FinishRegistrationOptions.builder()
                    .request(options.created(taken.challenge(), taken.person().orElseThrow()))
                    .response(PublicKeyCredential.parseRegistrationResponseJson(answer))
                    .build());
        } catch (JdbiException e) {
            throw e;
        } catch (RegistrationFailedException | IOException | RuntimeException e) {
            throw refused(e);
        }
    }

    private static void bounded(String answer) {
        if (answer.length() > LONGEST_ANSWER) {
            throw Refusal.invalid("answer", "An authenticator's answer has 64 KiB at most.");
        }
    }

    private static Refusal refused(Exception cause) {
        Refusal refusal = Refusal.of(
                Refusal.Kind.UNAUTHENTICATED, "The passkey's answer could not be accepted. Begin once more.");
        refusal.initCause(cause);
        return refusal;
    }
}
