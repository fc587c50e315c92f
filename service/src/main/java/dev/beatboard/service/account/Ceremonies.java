package dev.beatboard.service.account;

import com.yubico.webauthn.data.ByteArray;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// What was begun with a passkey in a browser and is to be finished there: kept in the database,
/// and taken out of it by the first who wants to finish it, whether that succeeds or not.
final class Ceremonies {

    static final String REGISTER = "register";
    static final String SIGN_IN = "sign_in";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;

    Ceremonies(Database database) {
        this.database = database;
    }

    /// @param organization of whoever signs up; empty for people who add a passkey
    record Person(UUID id, String email, String name, Optional<String> organization) {}

    record Taken(ByteArray challenge, Optional<Person> person) {}

    UUID begin(String kind, ByteArray challenge, Optional<Person> person, Instant now) {
        UUID id = Ids.next(now);
        database.<Integer, RuntimeException>system(h -> h.createUpdate("""
                        insert into passkey_ceremony (id, kind, challenge, person, expires_at)
                        values (:id, :kind, :challenge, cast(:person as jsonb), :expires)
                        """)
                .bind("id", id)
                .bind("kind", kind)
                .bind("challenge", challenge.getBytes())
                .bind("person", person.map(JSON::writeValueAsString))
                .bind("expires", now.plus(Passkeys.PATIENCE))
                .execute());
        return id;
    }

    /// @throws Refusal if there is none of the kind, or its time is over
    Taken take(UUID id, String kind, Instant now) {
        return database.system(h -> h.createQuery("""
                                delete from passkey_ceremony where id = :id and kind = :kind and expires_at > :now
                                returning challenge, person::text
                                """)
                        .bind("id", id)
                        .bind("kind", kind)
                        .bind("now", now)
                        .map((row, context) -> new Taken(
                                new ByteArray(row.getBytes("challenge")),
                                Optional.ofNullable(row.getString("person")).map(p -> JSON.readValue(p, Person.class))))
                        .findOne())
                .orElseThrow(Ceremonies::unknown);
    }

    static Refusal unknown() {
        return Refusal.of(
                Refusal.Kind.UNAUTHENTICATED,
                "This was finished already, took too long or was never begun. Begin once more.");
    }

    int sweep(Instant now) {
        return database.<Integer, RuntimeException>system(
                h -> h.createUpdate("delete from passkey_ceremony where expires_at <= ?")
                        .bind(0, now)
                        .execute());
    }
}
