package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.api.TestClient;
import dev.beatboard.service.database.Ids;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Links for people without an account, and what is said about frames.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewRoutesTest {

    private static final String SHOT = """
            {"title": "Hall", "duration": "1s", "keyframes": [{"at": "0s", "prompt": "Wide shot of an empty office."},
              {"at": "0.5s", "prompt": "Slow push in."}]}""";

    private Site site;
    private Site.Tenant ada;
    private String project = "";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        site = new Site(folder);
        ada = site.tenant("Ada");
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    @BeforeEach
    void make() {
        project = project(ada, "Hall", SHOT);
    }

    private String project(Site.Tenant of, String title, String document) {
        TestClient.Reply made = site.client.post(
                "/v1/projects", "{\"title\":\"" + title + "\",\"document\":" + document + "}", of.byKey());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private TestClient.Reply link(String json) {
        return site.client.post("/v1/projects/" + project + "/reviews", json, ada.byKey());
    }

    /// Where a guest calls.
    private static String guest(TestClient.Reply link) {
        assertThat(link.status()).as(link.text()).isEqualTo(201);
        String url = link.json().path("url").asString();
        assertThat(url).startsWith(Site.ORIGIN + "/#/review/br_");
        return "/v1/reviews/by-token/" + url.substring(url.lastIndexOf('/') + 1);
    }

    private TestClient.Reply say(String where, String json, String... headers) {
        return site.client.post(where + "/comments", json, headers);
    }

    private TestClient.Reply patch(String path, String json, String... headers) {
        return site.client.send("PATCH", path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    private UUID generation(Site.Tenant of, String project, String state) {
        UUID id = Ids.next(Instant.now());
        site.database.<Integer, RuntimeException>system(h -> h.createUpdate("""
                        insert into generation (id, account_id, project_id, dialect, kind, type, model, request, source,
                          terms, title, state, lane, first_frame, last_frame, price, created_at, finished_at)
                        values (:id, :account, cast(:project as uuid), 'beatboard', 'video', 'video', 'beatboard', '{}',
                          :source, '{"quality":"draft","width":640,"height":360}', 'Hall', :state, 'fast', 0, 23, 7,
                          :now, :now)""")
                .bind("id", id)
                .bind("account", of.account())
                .bind("project", project)
                .bind("source", SHOT)
                .bind("state", state)
                .bind("now", Instant.now())
                .execute());
        site.database.<Integer, RuntimeException>system(h -> h.createUpdate("""
                        insert into output (id, generation_id, account_id, kind, name, object_key, media_type, bytes, sha256)
                        values (:id, :id, :account, 'video', 'clip.mp4', :key, 'video/mp4', 1, 'x')""")
                .bind("id", id)
                .bind("account", of.account())
                .bind("key", "accounts/" + of.account() + "/generations/" + id + "/out/1/clip.mp4")
                .execute());
        return id;
    }

    @Test
    void aGuestSeesTheShotAndWhatIsFinishedOfIt() {
        UUID done = generation(ada, project, "completed");
        UUID failed = generation(ada, project, "failed");
        UUID other = generation(ada, project(ada, "Other", "{}"), "completed");
        String guest = guest(link("{\"title\":\"For the client\",\"expires_in_days\":2,\"comments\":false}"));
        TestClient.Reply look = site.client.get(guest);
        assertThat(look.status()).as(look.text()).isEqualTo(200);
        JsonNode seen = look.json();
        assertThat(seen.path("title").asString()).isEqualTo("For the client");
        assertThat(seen.path("comments").asBoolean()).isFalse();
        assertThat(seen.path("shot").path("title").asString()).isEqualTo("Hall");
        assertThat(seen.path("generations").size()).isEqualTo(1);
        JsonNode clip = seen.path("generations").path(0);
        assertThat(clip.path("id").asString()).isEqualTo(done.toString());
        assertThat(clip.path("frames").asInt()).isEqualTo(24);
        assertThat(clip.path("frames_per_second").asDouble()).isEqualTo(24);
        assertThat(clip.path("video_url").asString()).contains("/files/", "clip.mp4", "signature=");
        assertThat(clip.path("stills").path(1).path("frame").asInt()).isEqualTo(12);
        assertThat(clip.path("stills").path(1).path("prompt").asString("")).isNotEmpty();
        assertThat(look.text())
                .doesNotContain(failed.toString(), other.toString(), ada.email(), "price", "charged", "actor");
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(seen.path("expires_at").asString())))
                .isBetween(Duration.ofHours(47), Duration.ofHours(48));
        // An edit is seen at once.
        site.client.put("/v1/projects/" + project, "{\"revision\":1,\"document\":{\"title\":\"Hall 2\"}}", ada.byKey());
        assertThat(site.client.get(guest).json().path("shot").path("title").asString())
                .isEqualTo("Hall 2");
        assertThat(site.client.get(guest).json().path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void aGuestSeesHowTheShotIsUnderstoodAndStaged() {
        String guest = guest(link("{}"));
        TestClient.Reply explained = site.client.post(guest + "/explain", "");
        assertThat(explained.status()).as(explained.text()).isEqualTo(200);
        assertThat(explained.json().path("keyframes").size()).isEqualTo(2);
        TestClient.Reply model = site.client.post(guest + "/preview.glb", "");
        assertThat(model.status()).isEqualTo(200);
        assertThat(model.header("Content-Type")).isEqualTo("model/gltf-binary");
        TestClient.Reply parts = site.client.post(guest + "/preview", "");
        assertThat(parts.status()).as(parts.text()).isEqualTo(200);
        String second = guest(link("{}"));
        for (String part : new String[] {"set", "motion"}) {
            String url = parts.json().path(part).path("url").asString();
            assertThat(url).startsWith(guest + "/preview-parts/");
            assertThat(site.client.get(url).status()).as(part).isEqualTo(200);
            // What one link was told is no other link's, nor an account's.
            String digest = url.substring(url.lastIndexOf('/') + 1);
            assertThat(site.client.get(second + "/preview-parts/" + digest).status())
                    .isEqualTo(404);
            assertThat(site.client
                            .get("/v1/preview-parts/" + digest, ada.byKey())
                            .status())
                    .isEqualTo(404);
        }
        TestClient.Reply still = site.client.get(guest + "/stills/12?width=160");
        assertThat(still.status()).isEqualTo(200);
        assertThat(still.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(site.client.get(guest + "/stills/24").status()).isEqualTo(404);
        assertThat(site.client.get(guest + "/stills/x").status()).isEqualTo(404);
        // What is kept need not be a good shot.
        project = project(ada, "Draft", "{}");
        assertThat(site.client.post(guest(link("{}")) + "/explain", "").code()).isEqualTo("invalid_shot");
    }

    @Test
    void guestsAndMembersTalkAboutFrames() {
        UUID clip = generation(ada, project, "completed");
        String guest = guest(link("{}"));
        String second = guest(link("{}"));
        TestClient.Reply said = say(
                guest,
                "{\"frame\":12,\"generation_id\":\"" + clip
                        + "\",\"author\":\" Zo\u00eb \",\"text\":\"Too dark.\\nBrighter?\",\"x\":0.25,\"y\":1}");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        assertThat(said.json().path("author").asString()).isEqualTo("Zo\u00eb");
        assertThat(said.json().path("guest").asBoolean()).isTrue();
        assertThat(said.json().has("review_id")).isFalse();
        String members = "/v1/projects/" + project;
        assertThat(say(members, "{\"frame\":12,\"text\":\"Will do.\"}", ada.bySession())
                        .json()
                        .path("author")
                        .asString())
                .isEqualTo("Ada");
        JsonNode all =
                site.client.get(members + "/comments", ada.byKey()).json().path("items");
        assertThat(all.size()).isEqualTo(2);
        assertThat(all.path(0).path("text").asString()).isEqualTo("Too dark.\nBrighter?");
        assertThat(all.path(0).has("review_id")).isTrue();
        assertThat(site.client.get(guest + "/comments").json().path("items").size())
                .isEqualTo(2);
        // Another link's guests do not see what was said by this one.
        assertThat(site.client.get(second + "/comments").text())
                .contains("Will do.")
                .doesNotContain("Too dark");
        String id = "/v1/comments/" + said.json().path("id").asString();
        assertThat(patch(id, "{\"resolved\":true}", ada.byKey()).json().has("resolved_at"))
                .isTrue();
        assertThat(site.client.get(guest + "/comments").text()).contains("resolved_at");
        assertThat(patch(id, "{\"resolved\":false}", ada.byKey()).json().has("resolved_at"))
                .isFalse();
        assertThat(site.client.delete(id, ada.byKey()).status()).isEqualTo(204);
        assertThat(site.client.delete(id, ada.byKey()).status()).isEqualTo(404);
        assertThat(site.client.get(guest + "/comments").json().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotSoundIsNotKept() {
        UUID elsewhere = generation(ada, project(ada, "Other", "{}"), "completed");
        String guest = guest(link("{}"));
        for (String wrong : new String[] {
            "{\"frame\":0,\"text\":\"x\"}",
            "{\"frame\":-1,\"author\":\"Z\",\"text\":\"x\"}",
            "{\"frame\":0,\"author\":\"Z\",\"text\":\"  \"}",
            "{\"frame\":0,\"author\":\"Z\\nY\",\"text\":\"x\"}",
            "{\"frame\":0,\"author\":\"" + "Z".repeat(61) + "\",\"text\":\"x\"}",
            "{\"frame\":0,\"author\":\"Z\",\"text\":\"" + "x".repeat(2001) + "\"}",
            "{\"frame\":0,\"author\":\"Z\",\"text\":\"\\u0007\"}",
            "{\"frame\":0,\"author\":\"Z\",\"text\":\"x\",\"x\":0.5}",
            "{\"frame\":0,\"author\":\"Z\",\"text\":\"x\",\"x\":0.5,\"y\":1.5}",
            "{\"frame\":0,\"author\":\"Z\",\"text\":\"x\",\"generation_id\":\"" + elsewhere + "\"}",
            "{\"frame\":0,\"author\":\"Z\",\"text\":\"x\",\"more\":1}",
        }) {
            assertThat(say(guest, wrong).status()).as(wrong).isIn(400, 429);
        }
        assertThat(link("{\"expires_in_days\":0}").status()).isEqualTo(400);
        assertThat(link("{\"expires_in_days\":366}").status()).isEqualTo(400);
        assertThat(link("{\"title\":\"\"}").status()).isEqualTo(400);
        String silent = guest(link("{\"comments\":false}"));
        assertThat(say(silent, "{\"frame\":0,\"author\":\"Z\",\"text\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(site.client
                        .get("/v1/projects/" + project + "/comments", ada.byKey())
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aLinkOpensNothingOnceItHasEnded() {
        TestClient.Reply made = link("{}");
        String guest = guest(made);
        String id = made.json().path("id").asString();
        assertThat(site.client.get(guest).status()).isEqualTo(200);
        JsonNode listed = site.client
                .get("/v1/projects/" + project + "/reviews", ada.byKey())
                .json()
                .path("items")
                .path(0);
        assertThat(listed.path("state").asString()).isEqualTo("active");
        assertThat(listed.has("url")).isFalse();
        assertThat(site.client.delete("/v1/reviews/" + id, ada.byKey()).status())
                .isEqualTo(204);
        for (TestClient.Reply reply : new TestClient.Reply[] {
            site.client.get(guest),
            site.client.get(guest + "/comments"),
            site.client.post(guest + "/explain", ""),
            site.client.post(guest + "/preview.glb", ""),
            site.client.get(guest + "/stills/0"),
            say(guest, "{\"frame\":0,\"author\":\"Z\",\"text\":\"x\"}")
        }) {
            assertThat(reply.status()).isEqualTo(410);
            assertThat(reply.text()).contains("ended");
        }
        String late = guest(link("{}"));
        site.database.<Integer, RuntimeException>system(
                h -> h.createUpdate("update review set expires_at = now() - interval '1 s'")
                        .execute());
        assertThat(site.client.get(late).text()).contains("expired");
        String orphan = guest(link("{}"));
        site.client.delete("/v1/projects/" + project, ada.byKey());
        assertThat(site.client.get(orphan).status()).isEqualTo(410);
        assertThat(site.client.get(orphan).text()).contains("deleted");
    }

    @Test
    void whatIsNoTokenOpensNothing() {
        String guest = guest(link("{}"));
        String token = guest.substring(guest.lastIndexOf('/') + 1);
        for (String wrong : new String[] {
            token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"),
            token.substring(1),
            "br_" + "A".repeat(49),
            ada.key(),
            project,
            "x"
        }) {
            TestClient.Reply reply = site.client.get("/v1/reviews/by-token/" + wrong);
            assertThat(reply.status()).as(wrong).isEqualTo(404);
        }
        // A guest's token is no key.
        assertThat(site.client
                        .get("/v1/projects/" + project, "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void linksAndCommentsHaveABound() {
        for (int i = 0; i < 50; i++) {
            assertThat(link("{}").status()).isEqualTo(201);
        }
        assertThat(link("{}").status()).isEqualTo(409);
        site.database.<Integer, RuntimeException>system(
                h -> h.createUpdate("""
                        insert into review_comment (id, account_id, project_id, frame, author, content, created_at)
                        select gen_random_uuid(), ?, cast(? as uuid), 0, 'Z', 'x', now() from generate_series(1, 1000)""").bind(0, ada.account()).bind(1, project).execute());
        assertThat(say("/v1/projects/" + project, "{\"frame\":0,\"text\":\"x\"}", ada.byKey())
                        .status())
                .isEqualTo(409);
    }
}
