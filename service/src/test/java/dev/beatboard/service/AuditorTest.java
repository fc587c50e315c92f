package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.asset.Library;
import dev.beatboard.service.credit.Report;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditorTest {

    @TempDir
    private Path folder = Path.of("");

    private Settings settings(Map<String, String> environment) throws IOException {
        return SettingsReader.read(folder.resolve("data"), Optional.empty(), environment);
    }

    @Test
    void findsWhatIsWrongInADatabaseAndByAskingItsService() throws Exception {
        try (Site site = new Site(folder.resolve("site"))) {
            Site.Tenant ada = site.tenant("Books");
            Settings elsewhere = settings(Map.of(
                    "BEATBOARD_DATABASE_URL", site.place().url(),
                    "BEATBOARD_DATABASE_USER", site.place().user(),
                    "BEATBOARD_DATABASE_PASSWORD", site.place().password()));
            URI url = URI.create("http://127.0.0.1:" + site.service.port() + "/");
            assertThat(Auditor.run(elsewhere).clean()).isTrue();
            assertThat(Auditor.ask(url, Site.OPERATOR).clean()).isTrue();
            Owned.of(site, ada);
            Report found = Auditor.run(elsewhere);
            assertThat(found.clean()).isFalse();
            assertThat(found.findings())
                    .singleElement()
                    .satisfies(f -> assertThat(f.detail()).isEqualTo("nothing was held for it"));
            assertThat(Auditor.ask(url, Site.OPERATOR)).isEqualTo(found);
            assertThatThrownBy(() -> Auditor.ask(url, "wrong"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("401")
                    .hasMessageContaining("operator.token");
        }
    }

    @Test
    void readsTheBuiltInDatabaseWhetherItsServiceRunsOrNot() throws Exception {
        Settings own = settings(Map.of("BEATBOARD_HTTP_PORT", "0", "BEATBOARD_RENDERING_WORKERS", "0"));
        assertThatThrownBy(() -> Auditor.run(own))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no service was ever started there");
        assertThat(folder.resolve("data")).doesNotExist();
        try (Service service = Service.start(own, Library.open(Library.defaultRoot()))) {
            assertThat(service.firstKey()).isPresent();
            assertThat(Auditor.run(own).clean()).isTrue();
        }
        Report after = Auditor.run(own);
        assertThat(after.clean()).isTrue();
        assertThat(after.totals()).containsEntry("issued", 0L);
    }
}
