package dev.beatboard.service.api.shot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.beatboard.Preview;
import dev.beatboard.Take;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.shot.Sizes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// What a shot looks like before a frame of it is rendered: the set with its people in motion as
/// glTF, and their tracks. The last few are kept in memory under the digest of their shot.
public final class PreviewRoutes implements Routes {

    private static final long KEPT_BYTES = 64L << 20;
    private static final String TRACKS = "tracks";
    private static final String MODEL = "model";

    private final Takes takes;
    /// The models as they are, the tracks compressed.
    private final Cache<String, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .<String, byte[]>weigher((_, bytes) -> bytes.length)
            .build();

    public PreviewRoutes(Takes takes) {
        this.takes = takes;
    }

    @Override
    public List<Route> routes() {
        Access read = Access.scope(Scope.GENERATIONS_READ);
        return List.of(
                Route.post("/v1/shots/preview.glb", read, this::model),
                Route.post("/v1/shots/tracks", read, this::tracks));
    }

    private Answer model(Call call) throws IOException {
        ShotText.Good shot = ShotText.of(call).good();
        String digest = digest(MODEL, shot.source());
        byte[] bytes = kept.get(digest, _ -> made(() -> Preview.model(take(shot))));
        return Answer.bytes("model/gltf-binary", bytes).header("ETag", '"' + digest + '"');
    }

    private Answer tracks(Call call) throws IOException {
        ShotText.Good shot = ShotText.of(call).good();
        String digest = digest(TRACKS, shot.source());
        byte[] packed = kept.get(digest, _ -> made(() -> tracks(shot)));
        boolean gzip = call.header("Accept-Encoding")
                .map(e -> e.toLowerCase(Locale.ROOT).contains("gzip"))
                .orElse(false);
        Answer answer = gzip
                ? Answer.bytes("application/json", packed).header("Content-Encoding", "gzip")
                : Answer.stream("application/json", -1, out -> {
                    try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
                        in.transferTo(out);
                    }
                });
        return answer.header("ETag", '"' + digest + (gzip ? "-gzip" : "") + '"').header("Vary", "Accept-Encoding");
    }

    private byte[] tracks(ShotText.Good shot) throws IOException {
        Path folder = Files.createTempDirectory("beatboard-tracks");
        Path file = folder.resolve("tracks.json");
        try {
            Preview.tracks(
                    take(shot),
                    new Sizes.Size(shot.draft().width(), shot.draft().height()),
                    file);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                Files.copy(file, gzip);
            }
            return packed.toByteArray();
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private Take take(ShotText.Good shot) throws IOException {
        return takes.of(shot.source(), Optional.empty());
    }

    private interface Maker {
        byte[] make() throws IOException;
    }

    /// One at a time: each takes a core for a second or so.
    private synchronized byte[] made(Maker maker) {
        try {
            return maker.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String what, String source) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest((what + "\n" + source).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
