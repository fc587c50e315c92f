package dev.beatboard.file.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.file.Slate;
import dev.beatboard.file.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideCarTest {

    private static final Slate SLATE = new Slate("Corridor", "abc123", 7, "0.1.0", "draft");

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    private Path clip;
    private Path frame;

    @BeforeEach
    void sign() throws IOException {
        clip = Files.writeString(folder.resolve("clip.mp4"), "a clip");
        Files.createDirectories(folder.resolve("exr"));
        frame = Files.writeString(folder.resolve("exr/clip.0007.exr"), "a frame");
        SideCar.write(folder, List.of(frame, clip), SLATE, SigningKey.local(keys));
    }

    @Test
    void whatWasNotTouchedIsIntact() throws IOException {
        SideCar.Verdict verdict = SideCar.verify(folder, Optional.of(keys.resolve("signing-certificates.pem")));
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.files()).isEqualTo(2);
        assertThat(verdict.signer()).contains("untrusted");
        assertThat(Files.readString(folder.resolve("provenance.json")))
                .contains("\"path\" : \"exr/clip.0007.exr\"", SourceType.ALGORITHMIC_MEDIA, "\"shot\" : \"abc123\"");
    }

    @Test
    void everyTamperedFileIsNamed() throws IOException {
        Files.writeString(frame, "a frane");
        Files.writeString(clip, "a longer clip");
        assertThat(SideCar.verify(folder, Optional.empty()).problems())
                .containsExactly(
                        "clip.mp4 was changed: it has 13 bytes, signed were 6.",
                        "exr/clip.0007.exr was changed: its digest is not the signed one.");
        Files.delete(clip);
        assertThat(SideCar.verify(folder, Optional.empty()).problems()).contains("clip.mp4 is missing.");
    }

    @Test
    void aChangedListIsFound() throws IOException {
        Path list = folder.resolve("provenance.json");
        Files.writeString(list, Files.readString(list).replace("\"seed\" : 7", "\"seed\" : 8"));
        assertThat(SideCar.verify(folder, Optional.empty()).problems())
                .containsExactly("provenance.json was changed after it was signed, or provenance.sig was.");
        Files.writeString(folder.resolve("provenance.sig"), "not base64!");
        assertThat(SideCar.verify(folder, Optional.empty()).intact()).isFalse();
    }

    @Test
    void anotherSignerIsFoundWhereOneIsExpected(@TempDir Path others) throws IOException {
        SideCar.write(folder, List.of(clip, frame), SLATE, SigningKey.local(others));
        assertThat(SideCar.verify(folder, Optional.empty()).intact()).isTrue();
        assertThat(SideCar.verify(folder, Optional.of(keys.resolve("signing-certificates.pem")))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("provenance.pem is not of");
    }

    @Test
    void aListThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Path list = folder.resolve("provenance.json");
        Files.writeString(list, Files.readString(list).replace("clip.mp4", "../clip.mp4"));
        assertThat(SideCar.verify(folder, Optional.empty()).problems())
                .contains("\"../clip.mp4\" leads out of the clip's folder.");
    }

    @Test
    void nothingSignedIsSaid(@TempDir Path empty) {
        assertThatThrownBy(() -> SideCar.verify(empty, Optional.empty()))
                .hasMessage("There is no provenance.json in " + empty + ": nothing there is signed.");
    }

    @Test
    void equalFilesGiveEqualSideCars() throws IOException {
        byte[] first = Files.readAllBytes(folder.resolve("provenance.sig"));
        SideCar.write(folder, List.of(clip, frame), SLATE, SigningKey.local(keys));
        assertThat(folder.resolve("provenance.sig")).hasBinaryContent(first);
    }

    @Test
    void opensslAgreesOnTheSignature() throws IOException, InterruptedException {
        Tools.need("openssl");
        Path key = keys.resolve("key.pem");
        Path chain = keys.resolve("chain.pem");
        EcKey.make(keys, key, chain);
        SideCar.write(folder, List.of(clip, frame), SLATE, SigningKey.pem(key, chain));
        assertThat(SideCar.verify(folder, Optional.of(chain)).intact()).isTrue();
        // Our own certificates, too, by a program that is not ours.
        Path local = keys.resolve("signing-certificates.pem");
        assertThat(Tools.output(
                        List.of("openssl", "verify", "-check_ss_sig", "-CAfile", local.toString(), local.toString())))
                .contains(": OK");
    }

    @Test
    void theLocalKeyIsTheUsersAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(keys.resolve("signing-key.pem")))
                .hasSize(2);
    }

    @Test
    void aKeyThatDoesNotFitIsRefused(@TempDir Path others) throws IOException {
        SigningKey.local(others);
        Path chain = others.resolve("signing-certificates.pem");
        assertThatThrownBy(() -> SigningKey.pem(keys.resolve("signing-key.pem"), chain))
                .hasMessageContaining("is not the key of the first certificate");
        assertThatThrownBy(() -> SigningKey.pem(keys.resolve("none.pem"), chain))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> SigningKey.pem(chain, chain)).hasMessageContaining("openssl pkcs8");
        assertThatThrownBy(() -> SigningKey.pem(keys.resolve("signing-key.pem"), clip))
                .hasMessageContaining("no certificate");
    }
}
