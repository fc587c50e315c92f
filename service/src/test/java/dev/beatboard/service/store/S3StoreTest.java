package dev.beatboard.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Against a real server. Without Maven Central the server cannot be had; then these are skipped,
/// unless CI_REQUIRE_TOOLS=1.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3StoreTest extends ObjectStoreContract {

    private Optional<S3Server> server = Optional.empty();

    @BeforeAll
    void start(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER) Path folder) throws Exception {
        try {
            server = Optional.of(S3Server.start(folder));
        } catch (IOException e) {
            if ("1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
                throw e;
            }
            Assumptions.abort("s3proxy is not to be had: " + e);
        }
    }

    @AfterAll
    void stop() {
        server.ifPresent(S3Server::close);
    }

    @Override
    ObjectStore empty() throws IOException {
        ObjectStore store = ObjectStore.of(server.orElseThrow().settings());
        for (String key : store.list("")) {
            store.delete(key);
        }
        return store;
    }

    @Test
    void aWrongSecretIsAFailureThatDoesNotShowIt() throws IOException {
        StoreSettings.S3 right = server.orElseThrow().settings();
        StoreSettings.S3 wrong = new StoreSettings.S3(
                right.endpoint(),
                right.region(),
                right.bucket(),
                true,
                Optional.of(new StoreSettings.Credentials("identity", "geheim")));
        assertThat(wrong.toString()).doesNotContain("geheim");
        try (ObjectStore store = ObjectStore.of(wrong)) {
            assertThatThrownBy(() -> store.list(""))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class)
                    .hasMessageContaining("bucket beatboard")
                    .hasMessageNotContaining("geheim");
        }
    }

    @Test
    void aMissingBucketIsAFailureNotAMissingObject() throws IOException {
        StoreSettings.S3 right = server.orElseThrow().settings();
        StoreSettings.S3 wrong =
                new StoreSettings.S3(right.endpoint(), right.region(), "nobodys", true, right.credentials());
        try (ObjectStore store = ObjectStore.of(wrong)) {
            assertThatThrownBy(() -> store.list(""))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class);
        }
    }
}
