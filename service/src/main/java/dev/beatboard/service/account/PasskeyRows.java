package dev.beatboard.service.account;

import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import dev.beatboard.service.database.Database;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// Passkeys in the database, as the library asks for them. Its user names are people's identifiers,
/// and its user handles the 16 bytes of these.
final class PasskeyRows implements CredentialRepository {

    private final Database database;

    PasskeyRows(Database database) {
        this.database = database;
    }

    static ByteArray handle(UUID person) {
        return new ByteArray(ByteBuffer.allocate(16)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array());
    }

    private static Optional<UUID> person(ByteArray handle) {
        if (handle.size() != 16) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }

    // Only for registrations, so that an authenticator does not register twice. The library asks with the user's
    // name, which is the e-mail address there.
    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return Set.copyOf(database.read(h -> h.createQuery("""
                        select k.credential_id from passkey k join person p on p.id = k.person_id
                        where lower(p.email) = lower(?)
                        """)
                .bind(0, username)
                .map((row, context) -> PublicKeyCredentialDescriptor.builder()
                        .id(new ByteArray(row.getBytes("credential_id")))
                        .build())
                .list()));
    }

    // Nobody names themselves before an authenticator has answered.
    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return Optional.empty();
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
        return person(userHandle).map(UUID::toString);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
        return lookupAll(credentialId).stream()
                .filter(c -> c.getUserHandle().equals(userHandle))
                .findFirst();
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return Set.copyOf(database.read(h -> h.createQuery(
                        "select credential_id, person_id, public_key, sign_count from passkey where credential_id = ?")
                .bind(0, credentialId.getBytes())
                .map((row, context) -> credential(row))
                .list()));
    }

    private static RegisteredCredential credential(ResultSet row) throws SQLException {
        return RegisteredCredential.builder()
                .credentialId(new ByteArray(row.getBytes("credential_id")))
                .userHandle(handle(row.getObject("person_id", UUID.class)))
                .publicKeyCose(new ByteArray(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .build();
    }

    Ceremonies.Person person(UUID id) {
        return database.read(h -> h.createQuery("select email, name from person where id = ?")
                .bind(0, id)
                .map((row, context) ->
                        new Ceremonies.Person(id, row.getString("email"), row.getString("name"), Optional.empty()))
                .one());
    }

    boolean taken(String email) {
        return database.<Boolean, RuntimeException>read(
                h -> h.createQuery("select exists (select 1 from person where lower(email) = lower(?))")
                        .bind(0, email)
                        .mapTo(boolean.class)
                        .one());
    }

    static void insert(Handle h, UUID person, RegistrationResult result, String name, Instant now) {
        try {
            h.createUpdate("""
                            insert into passkey (credential_id, person_id, public_key, sign_count, name, created_at)
                            values (:id, :person, :key, :count, :name, :now)
                            """)
                    .bind("id", result.getKeyId().getId().getBytes())
                    .bind("person", person)
                    .bind("key", result.getPublicKeyCose().getBytes())
                    .bind("count", result.getSignatureCount())
                    .bind("name", name)
                    .bind("now", now)
                    .execute();
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof PSQLException cause
                    && PSQLState.UNIQUE_VIOLATION.getState().equals(cause.getSQLState())) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "This passkey is registered already.");
            }
            throw e;
        }
    }

    /// Notes a sign-in, unless another was noted since the answer was checked.
    boolean used(AssertionResult result, Instant now) {
        return database.<Integer, RuntimeException>system(h -> h.createUpdate("""
                                update passkey set sign_count = :count, last_used_at = :now
                                where credential_id = :id and sign_count = :known
                                """)
                        .bind("count", result.getSignatureCount())
                        .bind("now", now)
                        .bind("id", result.getCredential().getCredentialId().getBytes())
                        .bind("known", result.getCredential().getSignatureCount())
                        .execute())
                == 1;
    }

    /// Tells all accounts of a person that a passkey's counter went back: there may be a copy of it.
    void cloned(ByteArray credential, Optional<String> request, Instant now) {
        record Hit(UUID person, UUID account) {}
        database.system(h -> {
            List<Hit> hits = h.createQuery("""
                            select k.person_id, m.account_id from passkey k
                            join membership m on m.person_id = k.person_id where k.credential_id = ?
                            """)
                    .bind(0, credential.getBytes())
                    .map((row, context) ->
                            new Hit(row.getObject("person_id", UUID.class), row.getObject("account_id", UUID.class)))
                    .list();
            for (Hit hit : hits) {
                AuditTrail.record(
                        h,
                        hit.account,
                        "person:" + hit.person,
                        "passkey.cloned",
                        credential.getBase64Url(),
                        Map.of(),
                        request,
                        now);
            }
            return hits.size();
        });
    }

    List<Passkeys.Passkey> list(UUID person) {
        return database.read(h -> h.createQuery("""
                        select credential_id, name, created_at, last_used_at from passkey
                        where person_id = ? order by created_at desc, credential_id
                        """)
                .bind(0, person)
                .map((row, context) -> new Passkeys.Passkey(
                        new ByteArray(row.getBytes("credential_id")).getBase64Url(),
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant(),
                        Rows.instant(row, "last_used_at")))
                .list());
    }

    /// How many the person has, whose row is held until the transaction ends.
    static int lockAndCount(Handle h, UUID person) {
        h.createQuery("select id from person where id = ? for update")
                .bind(0, person)
                .mapTo(UUID.class)
                .one();
        return h.createQuery("select count(*) from passkey where person_id = ?")
                .bind(0, person)
                .mapTo(int.class)
                .one();
    }

    static boolean hasPassword(Handle h, UUID person) {
        return h.createQuery("select password_hash is not null from person where id = ?")
                .bind(0, person)
                .mapTo(boolean.class)
                .one();
    }

    static int delete(Handle h, UUID person, byte[] credential) {
        return h.createUpdate("delete from passkey where credential_id = :id and person_id = :person")
                .bind("id", credential)
                .bind("person", person)
                .execute();
    }
}
