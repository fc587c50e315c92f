package dev.beatboard.file.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.file.Picture;
import dev.beatboard.file.Slate;
import dev.beatboard.file.Tools;
import dev.beatboard.file.video.Clip;
import dev.beatboard.file.video.Ffmpeg;
import dev.beatboard.file.video.VideoFormat;
import dev.beatboard.file.video.VideoWriter;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our Content Credentials, read by the C2PA project's own reader (npm package @contentauth/c2pa-wasm).
class ContentCredentialsTest {

    private static final Slate SLATE = new Slate("Corridor & \"hall\"", "abc123", 7, "0.1.0", "draft");

    /// Prints what the reader says of a file: `node reader.mjs PACKAGE MEDIA-TYPE FILE`.
    private static final String READER = """
        import fs from 'node:fs';
        import { pathToFileURL } from 'node:url';
        const [folder, type, file] = process.argv.slice(2);
        const c2pa = await import(pathToFileURL(folder + '/pkg/c2pa.js'));
        c2pa.initSync({ module: fs.readFileSync(folder + '/pkg/c2pa_bg.wasm') });
        const reader = await c2pa.WasmReader.fromBytes(type, new Uint8Array(fs.readFileSync(file)));
        console.log(reader.json());
        process.exit(0);
        """;

    @TempDir
    static Path cache;

    @TempDir
    Path folder;

    private static Ffmpeg ffmpeg;

    @BeforeAll
    static void unpack() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the encoder in the jar is for Linux");
        ffmpeg = Ffmpeg.installed(cache);
    }

    @ParameterizedTest
    @EnumSource(VideoFormat.class)
    void theProjectsOwnReaderFindsAValidSignature(VideoFormat format) throws IOException, InterruptedException {
        Path clip = write(format, SigningKey.local(folder.resolve("key")));
        JsonNode said = read(clip, format);

        assertValid(said);
        // The boxes are in nobody's way.
        assertThat(Tools.output(ffmpeg.process(
                        "ffprobe", List.of("-v", "error", "-count_frames", "-show_streams", clip.toString()))))
                .contains("nb_read_frames=3");
        assertThat(Files.readString(clip, StandardCharsets.ISO_8859_1)).contains(SourceType.ALGORITHMIC_MEDIA);
        JsonNode manifest =
                said.get("manifests").get(said.get("active_manifest").asString());
        assertThat(manifest.get("title").asString()).isEqualTo(SLATE.title());
        assertThat(manifest.get("claim_version").asInt()).isEqualTo(2);
        assertThat(manifest.get("signature_info").get("alg").asString()).isEqualTo("Ed25519");
        assertThat(manifest.get("signature_info").get("common_name").asString()).contains("untrusted");
        assertThat(manifest.get("assertions").toString())
                .contains("c2pa.created", SourceType.ALGORITHMIC_MEDIA, "\"shot\":\"abc123\"");
    }

    @Test
    void aChangedPictureIsFound() throws IOException, InterruptedException {
        Path clip = write(VideoFormat.MP4, SigningKey.local(folder.resolve("key")));
        byte[] bytes = Files.readAllBytes(clip);
        bytes[bytes.length - 10] ^= 1;
        Files.write(clip, bytes);

        JsonNode said = read(clip, VideoFormat.MP4);
        assertThat(said.get("validation_state").asString()).isEqualTo("Invalid");
        assertThat(said.toString()).contains("assertion.bmffHash.mismatch");
    }

    @Test
    void aKeyOfOnesOwnSigns() throws IOException, InterruptedException {
        Tools.need("openssl");
        Path key = folder.resolve("key.pem");
        Path chain = folder.resolve("chain.pem");
        EcKey.make(folder, key, chain);

        Path clip = write(VideoFormat.MP4, SigningKey.pem(key, chain));
        JsonNode said = read(clip, VideoFormat.MP4);
        assertValid(said);
        assertThat(said.toString()).contains("\"alg\":\"Es256\"");
    }

    @Test
    void sameFramesAndLocalKeyGiveTheSameBytes() throws IOException {
        SigningKey key = SigningKey.local(folder.resolve("key"));
        byte[] first = Files.readAllBytes(write(VideoFormat.MP4, key));
        SigningKey again = SigningKey.local(folder.resolve("key"));
        assertThat(Files.readAllBytes(write(VideoFormat.MP4, again))).isEqualTo(first);
    }

    /// Valid, though nobody trusts the signer.
    private static void assertValid(JsonNode said) {
        assertThat(said.get("validation_state").asString())
                .as(said.toPrettyString())
                .isEqualTo("Valid");
        assertThat(said.get("validation_status")
                        .valueStream()
                        .map(s -> s.get("code").asString()))
                .containsOnly("signingCredential.untrusted");
        assertThat(said.toString()).contains("assertion.bmffHash.match", "claimSignature.validated");
    }

    private Path write(VideoFormat format, SigningKey key) throws IOException {
        Path clip = folder.resolve("clip" + format.ending());
        Clip about = new Clip(
                Timecode.of(FrameRate.FILM),
                SLATE,
                Optional.of(Xmp.bytes(SLATE)),
                Optional.of(new ContentCredentials(SLATE, key)));
        byte[] rgb = new byte[3 * 64 * 36];
        try (VideoWriter video = VideoWriter.open(ffmpeg, clip, format, 64, 36, about)) {
            for (int n = 0; n < 3; n++) {
                rgb[3 * n] = (byte) 200;
                video.write(new Picture(64, 36, rgb));
            }
            video.finish();
        }
        return clip;
    }

    private static Path reader() {
        return Tools.nodePackages("@contentauth/c2pa-wasm").resolve("node_modules/@contentauth/c2pa-wasm");
    }

    private JsonNode read(Path clip, VideoFormat format) throws IOException, InterruptedException {
        Path reader = reader();
        Path program = Files.writeString(folder.resolve("reader.mjs"), READER);
        String said = Tools.output(
                List.of("node", program.toString(), reader.toString(), format.mediaType(), clip.toString()));
        return JsonMapper.shared().readTree(said.substring(said.indexOf('{')));
    }
}
