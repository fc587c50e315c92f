package dev.beatboard.service.api.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import dev.beatboard.service.api.LoggedSession;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogsTest {

    @AfterEach
    void asBefore() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogsTest.class.getResource("/logback-test.xml"));
    }

    @Test
    void aWholeSessionsLogHoldsNoSecret() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Logs.json(out, true);
        LoggedSession.run("bb_live_SuperSecretKey0123456789", "SuperSecretSession0123", "SuperSecretSignature42");
        String log = out.toString(StandardCharsets.UTF_8);
        assertThat(log)
                .contains("answered", "{token}", "\"request_id\":\"r-42\"", "failed unexpectedly")
                .doesNotContain("SuperSecret");
        for (String line : log.split("\n")) {
            JsonNode event = JsonMapper.builder().build().readTree(line);
            assertThat(event.path("level").asString()).isNotEmpty();
        }
    }

    @Test
    void masksWhatLooksLikeASecret() {
        assertThat(Secrets.masked("key bb_live_abcdefghijklmnopqrstuvwxyz0123 of"))
                .doesNotContain("mnopqrst");
        assertThat(Secrets.masked("Authorization: Bearer abc.def-ghi")).isEqualTo("Authorization: Bearer ***");
        assertThat(Secrets.masked("/x?X-Amz-Signature=abcdef&y=1")).isEqualTo("/x?X-Amz-Signature=***&y=1");
        assertThat(Secrets.masked("{\\\"password\\\":\\\"hunter22\\\",\\\"a\\\":1}"))
                .isEqualTo("{\\\"password\\\":\\\"***\\\",\\\"a\\\":1}");
        assertThat(Secrets.masked("\"secret\": \"whsec_abcdef\"")).isEqualTo("\"secret\": \"***\"");
        assertThat(Secrets.masked("token bucket of 4")).isEqualTo("token bucket of 4");
    }
}
