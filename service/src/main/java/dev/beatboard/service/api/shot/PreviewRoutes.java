package dev.beatboard.service.api.shot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.beatboard.Preview;
import dev.beatboard.PreviewParts;
import dev.beatboard.Take;
import dev.beatboard.file.preview.MotionWriter;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.RangedFile;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.generation.Previews;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Sizes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a shot looks like before a frame of it is rendered: in parts, most of which stay what they
/// are from edit to edit, or whole as one glTF file; and the tracks of its people. The last few
/// whole ones are kept in memory under the digest of their shot.
public final class PreviewRoutes implements Routes {

    private static final long KEPT_BYTES = 64L << 20;
    private static final String TRACKS = "tracks";
    private static final String MODEL = "model";
    private static final String GLTF = "model/gltf-binary";
    private static final String MOTION = "application/vnd.beatboard.motion";
    private static final String PARTS = "/v1/preview-parts/";
    /// A digest is of this content for good.
    private static final String FOR_GOOD = "private, max-age=31536000, immutable";

    private static final byte[] MOTION_MARK = MotionWriter.MAGIC.getBytes(StandardCharsets.ISO_8859_1);

    private final Takes takes;
    private final Previews previews;
    /// The models as they are, the tracks compressed.
    private final Cache<String, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .<String, byte[]>weigher((_, bytes) -> bytes.length)
            .build();

    public PreviewRoutes(Takes takes, Previews previews) {
        this.takes = takes;
        this.previews = previews;
    }

    @Override
    public List<Route> routes() {
        Access read = Access.scope(Scope.GENERATIONS_READ);
        return List.of(
                Route.post("/v1/shots/preview", read, this::parts).throttle(Throttle.READ),
                Route.get(PARTS + "{digest}", read, this::part),
                Route.post("/v1/shots/preview.glb", read, this::model),
                Route.post("/v1/shots/tracks", read, this::tracks));
    }

    private Answer parts(Call call) throws IOException {
        return parts(call.caller().account(), ShotText.of(call).good(), PARTS);
    }

    /// The parts of a shot that is kept here.
    ///
    /// @param reader who may ask for the parts from now on: an account, or the link of a review
    /// @param source JSON text
    /// @param place where the reader finds parts, with a slash at its end
    /// @throws dev.beatboard.service.problem.RefusedException (INVALID_SHOT) with all that is wrong
    public Answer parts(UUID reader, String source, String place) throws IOException {
        return parts(reader, new ShotText(source, true).good(), place);
    }

    private Answer parts(UUID reader, ShotText.Good text, String place) throws IOException {
        Previews.Preview preview = previews.of(reader, text.source());
        Shot shot = preview.take().shot();
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put("frames", shot.frames());
        o.putArray("rate").add(shot.rate().numerator()).add(shot.rate().denominator());
        o.put("width", text.draft().width()).put("height", text.draft().height());
        o.put("aspect", shot.aspect());
        ArrayNode cuts = o.putArray("cuts");
        preview.take().cuts().forEach(cuts::add);
        link(o.putObject("set"), preview.parts().set(), place);
        ArrayNode people = o.putArray("people");
        for (PreviewParts.Person p : preview.parts().people()) {
            link(people.addObject().put("name", p.name()), p.part(), place);
        }
        link(o.putObject("motion"), preview.parts().motion(), place);
        return Answer.ok(o);
    }

    private static void link(ObjectNode o, PreviewParts.Part part, String place) {
        o.put("digest", part.digest()).put("url", place + part.digest());
    }

    private Answer part(Call call) throws IOException {
        return part(call, call.caller().account(), call.path("digest"));
    }

    /// A part, for a reader who was told of it.
    public Answer part(Call call, UUID reader, String digest) throws IOException {
        byte[] bytes = previews.part(reader, digest)
                .orElseThrow(() -> Refusal.of(
                                Code.NOT_FOUND,
                                "There is no preview part " + Refusal.quoted(digest)
                                        + ". Parts are dropped after a while; ask for the preview again.")
                        .exception());
        boolean motion = Arrays.equals(MOTION_MARK, Arrays.copyOf(bytes, MOTION_MARK.length));
        RangedFile file = new RangedFile(
                motion ? MOTION : GLTF,
                bytes.length,
                digest,
                (first, count) -> new ByteArrayInputStream(bytes, (int) first, (int) count));
        return Answer.file(call, file).header("Cache-Control", FOR_GOOD);
    }

    private Answer model(Call call) throws IOException {
        return model(ShotText.of(call).good());
    }

    /// The whole model of a shot that is kept here.
    ///
    /// @param source JSON text
    /// @throws dev.beatboard.service.problem.RefusedException (INVALID_SHOT) with all that is wrong
    public Answer model(String source) {
        return model(new ShotText(source, true).good());
    }

    private Answer model(ShotText.Good shot) {
        String digest = digest(MODEL, shot.source());
        byte[] bytes = kept.get(digest, _ -> made(() -> Preview.model(take(shot))));
        return Answer.bytes(GLTF, bytes).header("ETag", '"' + digest + '"');
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
                    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
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
        return DigestUtils.sha256Hex(what + "\n" + source);
    }
}
