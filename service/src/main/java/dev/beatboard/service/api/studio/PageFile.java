package dev.beatboard.service.api.studio;

import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/// A file of the page as it is sent.
///
/// @param type with its character set
/// @param packed the same by gzip, if that is much smaller
/// @param tag a strong validator of the bytes, without quotes
record PageFile(String type, byte[] bytes, Optional<byte[]> packed, String tag) {

    private static final String BINARY = "application/octet-stream";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("svg", "image/svg+xml; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("glb", "model/gltf-binary"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("mp4", "video/mp4"));

    /// What gains by being packed; pictures and fonts are.
    private static final String TEXT = "text/|image/svg|application/(json|manifest|wasm)|model/";

    static PageFile of(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TYPES.getOrDefault(ending, BINARY);
        boolean text = type.matches("(" + TEXT + ").*");
        Optional<byte[]> packed =
                text ? Optional.of(gzip(bytes)).filter(p -> p.length < 0.9 * bytes.length) : Optional.empty();
        return new PageFile(type, bytes, packed, digest(bytes));
    }

    /// Sends it, or says that the client has it.
    Answer answer(Call call) {
        boolean gzip = packed.isPresent()
                && call.header("Accept-Encoding")
                        .map(e -> e.toLowerCase(Locale.ROOT).contains("gzip"))
                        .orElse(false);
        String quoted = '"' + tag + (gzip ? "-gzip" : "") + '"';
        boolean had = call.header("If-None-Match")
                .filter(t -> t.equals("*") || t.contains(quoted))
                .isPresent();
        Answer answer = had ? Answer.nothing().status(304) : Answer.bytes(type, gzip ? packed.orElseThrow() : bytes);
        Answer tagged = answer.header("ETag", quoted);
        Answer varied = packed.isPresent() ? tagged.header("Vary", "Accept-Encoding") : tagged;
        return gzip && !had ? varied.header("Content-Encoding", "gzip") : varied;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] bytes) {
        return DigestUtils.sha256Hex(bytes).substring(0, 32);
    }
}
