package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.api.TestClient;
import dev.beatboard.service.database.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// One thing of every kind that an account or its owner can have, and what the tables say of them.
final class Owned {

    /// Kinds of things that paths name.
    enum Kind {
        ACCOUNT,
        SESSION,
        PASSKEY,
        PERSON,
        INVITATION,
        KEY,
        WEBHOOK,
        DELIVERY,
        GENERATION,
        PROJECT,
        CAST,
        SET,
        UPLOAD,
        REVIEW,
        COMMENT,
        PREVIEW_PART;

        boolean isUuid() {
            return this != PASSKEY && this != PREVIEW_PART;
        }
    }

    private final Site site;
    private final Site.Tenant owner;
    private final Map<Kind, String> ids = new EnumMap<>(Kind.class);

    private Owned(Site site, Site.Tenant owner) {
        this.site = site;
        this.owner = owner;
    }

    static Owned of(Site site, Site.Tenant owner) {
        Owned owned = new Owned(site, owner);
        owned.ids.put(Kind.ACCOUNT, owner.account().toString());
        owned.ids.put(Kind.SESSION, owner.session().toString());
        owned.ids.put(Kind.PERSON, owner.person().toString());
        owned.ids.put(Kind.KEY, owner.keyId().toString());
        owned.ids.put(Kind.INVITATION, owned.made("/v1/invitations", """
                {"email":"someone@example.org","role":"viewer"}"""));
        owned.ids.put(Kind.WEBHOOK, owned.made("/v1/webhooks", """
                {"url":"https://hooks.example.com/x","events":["*"]}"""));
        owned.ids.put(Kind.PREVIEW_PART, owned.part());
        site.database.system(h -> {
            owned.insert(h);
            return true;
        });
        return owned;
    }

    /// The set of a shot without anybody in it.
    private String part() {
        TestClient.Reply reply = site.client.post("/v1/shots/preview", """
                {"duration":"1s","set":"studio","keyframes":[{"at":"0s","prompt":"A wide shot of the studio."}]}""", owner.byKey());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("set").path("digest").asString();
    }

    private String made(String path, String json) {
        TestClient.Reply reply = site.client.post(path, json, owner.byKey());
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("id").asString();
    }

    private void insert(Handle h) {
        Instant now = Instant.now();
        byte[] passkey = ("passkey of " + owner.person()).getBytes(StandardCharsets.UTF_8);
        h.createUpdate("""
                        insert into passkey (credential_id, person_id, public_key, sign_count, name, created_at)
                        values (?, ?, ?, 0, 'Phone', ?)""")
                .bind(0, passkey)
                .bind(1, owner.person())
                .bind(2, new byte[] {1})
                .bind(3, now)
                .execute();
        ids.put(Kind.PASSKEY, Base64.getUrlEncoder().withoutPadding().encodeToString(passkey));
        row(h, Kind.DELIVERY, """
                insert into delivery (id, account_id, webhook_id, url, event, body, state, created_at, finished_at)
                values (:id, :account, cast('%s' as uuid), 'https://hooks.example.com/x', 'generation.completed',
                  '{"private":"of the victim"}', 'failed', :now, :now)""".formatted(ids.get(Kind.WEBHOOK)));
        row(h, Kind.GENERATION, """
                insert into generation (id, account_id, dialect, kind, type, model, request, source, terms, title, state,
                  lane, first_frame, last_frame, price, created_at, finished_at)
                values (:id, :account, 'beatboard', 'video', 'video', 'beatboard', '{"private":"of the victim"}',
                  '{"private":"of the victim"}', '{}', 'private of the victim', 'failed', 'fast', 0, 11, 0, :now, :now)""");
        row(h, Kind.PROJECT, """
                insert into project (id, account_id, title, revision, document, created_at, updated_at)
                values (:id, :account, 'private of the victim', 1, '{}', :now, :now)""");
        row(h, Kind.REVIEW, """
                insert into review (id, account_id, project_id, title, token_hash, comments, created_at, expires_at)
                values (:id, :account, cast('%s' as uuid), 'private of the victim', '\\x00', true, :now, :now)""".formatted(ids.get(Kind.PROJECT)));
        row(h, Kind.COMMENT, """
                insert into review_comment (id, account_id, project_id, frame, author, content, created_at)
                values (:id, :account, cast('%s' as uuid), 0, 'of the victim', 'private of the victim', :now)""".formatted(ids.get(Kind.PROJECT)));
        row(h, Kind.CAST, """
                insert into library_item (id, account_id, kind, name, revision, document, created_at, updated_at)
                values (:id, :account, 'cast', 'private of the victim', 1, '{}', :now, :now)""");
        row(h, Kind.SET, """
                insert into library_item (id, account_id, kind, name, revision, document, created_at, updated_at)
                values (:id, :account, 'set', 'private of the victim', 1, '{}', :now, :now)""");
        row(h, Kind.UPLOAD, """
                insert into upload (id, account_id, name, media_type, bytes, sha256, object_key, created_at)
                values (:id, :account, 'private of the victim', 'image/png', 1, 'x', 'private/of/the/victim', :now)""");
    }

    private void row(Handle h, Kind kind, String sql) {
        Instant now = Instant.now();
        UUID id = Ids.next(now);
        h.createUpdate(sql)
                .bind("id", id)
                .bind("account", owner.account())
                .bind("now", now)
                .execute();
        ids.put(kind, id.toString());
    }

    /// The identifier of the thing of a kind; of no kind, one that fits nothing.
    String id(Optional<Kind> kind) {
        return kind.map(k -> ids.getOrDefault(k, "")).orElse(anything());
    }

    String anything() {
        return ids.getOrDefault(Kind.KEY, "");
    }

    /// What no stranger may ever see.
    List<String> secrets() {
        List<String> all = new java.util.ArrayList<>(ids.values());
        all.add("of the victim");
        all.add("of/the/victim");
        all.add(owner.email());
        return all;
    }

    /// All rows of the account and its owner, as text, but for when a key was last used.
    String rows() {
        return site.database.read(h -> {
            Map<String, String> tables = new TreeMap<>();
            for (String column : List.of("account_id", "person_id")) {
                List<String> names =
                        h.createQuery("""
                                select table_name from information_schema.columns
                                where table_schema = 'public' and column_name = ?""").bind(0, column).mapTo(String.class).list();
                for (String table : names) {
                    tables.put(table + " by " + column, rows(h, table, column));
                }
            }
            tables.put("account", rows(h, "account", "id"));
            tables.put("person", rows(h, "person", "id"));
            return tables.toString();
        });
    }

    private String rows(Handle h, String table, String column) {
        return h.createQuery(
                        "select coalesce(string_agg(r, ' ' order by r), '') from (select (to_jsonb(t) - 'last_used_at')::text as r from "
                                + table + " t where " + column + " = :id) x")
                .bind("id", column.equals("person_id") || table.equals("person") ? owner.person() : owner.account())
                .mapTo(String.class)
                .one();
    }
}
