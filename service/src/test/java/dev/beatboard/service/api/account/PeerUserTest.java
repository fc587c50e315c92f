package dev.beatboard.service.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerUserTest {

    private static final int PEER = 0xCAFE;
    private static final int OURS = 0x1F90;

    @TempDir
    private Path folder = Path.of("");

    private boolean isOurs(String... lines) throws IOException {
        Path table = Files.writeString(
                folder.resolve("tcp"),
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
                        + String.join("\n", lines) + "\n");
        return new PeerUser(List.of(table), folder).isOurs(PEER, OURS);
    }

    private static String socket(String local, String remote, Object user) {
        return "   0: " + local + " " + remote + " 01 00000000:00000000 02:00000A6E 00000000  " + user
                + "        0 12345 2 0000000000000000 20 4 30 10 -1";
    }

    @Test
    void theServicesOwnUserIs() throws IOException {
        Object us = Files.getAttribute(folder, "unix:uid");
        String mine = socket("0100007F:CAFE", "0100007F:1F90", us);
        // The service's own end, and others' connections to it.
        String service = socket("0100007F:1F90", "0100007F:CAFE", 4711);
        String other = socket("0100007F:BEEF", "0100007F:1F90", 4711);
        assertThat(isOurs(service, mine, other)).isTrue();
        assertThat(isOurs(service, other)).isFalse();
        assertThat(isOurs(service, socket("0100007F:CAFE", "0100007F:1F90", 4711)))
                .isFalse();
        assertThat(isOurs(mine, socket("0200007F:CAFE", "0100007F:1F90", 4711))).isFalse();
        assertThat(isOurs()).isFalse();
    }

    @Test
    void whereNobodyTellsItIsBelieved() throws IOException {
        assertThat(new PeerUser(List.of(folder.resolve("none")), folder).isOurs(PEER, OURS))
                .isTrue();
    }
}
