package dev.beatboard.service.store;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The media types that follow from a file's ending.
public final class MediaTypes {

    static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("bvh", "text/plain"),
            Map.entry("chan", "text/plain"),
            Map.entry("comp", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("edl", "text/plain"),
            Map.entry("exr", "image/x-exr"),
            Map.entry("fcpxml", "application/xml"),
            Map.entry("glb", "model/gltf-binary"),
            Map.entry("gltf", "model/gltf+json"),
            Map.entry("html", "text/html"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("json", "application/json"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("nk", "text/plain"),
            Map.entry("otio", "application/json"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("txt", "text/plain"),
            Map.entry("usda", "text/plain"),
            Map.entry("wav", "audio/wav"),
            Map.entry("webm", "video/webm"),
            Map.entry("webp", "image/webp"),
            Map.entry("zip", "application/zip"));

    /// RFC 9110 without parameters, which servers write in their own ways; nothing that ends a line.
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}");

    private MediaTypes() {}

    /// The media type of a file, by the ending of its name; `application/octet-stream` if it is none
    /// that we know.
    public static String ofEnding(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? UNKNOWN : BY_ENDING.getOrDefault(key.substring(dot + 1).toLowerCase(Locale.ROOT), UNKNOWN);
    }

    static String checked(String mediaType) {
        if (!SOUND.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("No media type (RFC 9110): one is like video/mp4.");
        }
        return mediaType;
    }
}
