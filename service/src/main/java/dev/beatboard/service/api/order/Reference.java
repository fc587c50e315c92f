package dev.beatboard.service.api.order;

import dev.beatboard.service.api.form.Findings;
import dev.beatboard.service.api.form.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A picture or a film that a request refers to. Exactly one of the three ways is there.
///
/// @param field where it is in the request, with dots
/// @param pointer the same as a JSON pointer
public record Reference(
        String field,
        String pointer,
        Optional<String> url,
        Optional<String> data,
        Optional<UUID> generation,
        Optional<String> mediaType) {

    private static final int LONGEST_URL = 4_000;
    private static final int LONGEST_DATA = 70 << 20;
    private static final int LONGEST_TYPE = 100;

    /// What may stand at a place.
    public enum Place {
        /// Pictures only.
        PICTURE,
        /// A film, or a generation of ours.
        FILM
    }

    /// The reference in a field, if it is there and whole.
    public static Optional<Reference> in(Form parent, String name, Place place) {
        return parent.object(name).flatMap(f -> of(f, place));
    }

    /// The references in an array.
    public static List<Reference> all(Form parent, String name, int least, int most) {
        return parent.objects(name, least, most).stream()
                .flatMap(f -> of(f, Place.PICTURE).stream())
                .toList();
    }

    private static Optional<Reference> of(Form f, Place place) {
        Optional<String> url = f.text("url", LONGEST_URL);
        Optional<String> data = f.text("data", LONGEST_DATA);
        Optional<UUID> generation = f.id("generation_id");
        Optional<String> type = f.text("media_type", LONGEST_TYPE);
        f.unused("file_id", "not-supported", "Files are not kept for references: send url, data or generation_id.");
        f.rest();
        Findings findings = f.findings();
        String field = f.field("").replaceAll("[.]$", "");
        String pointer = "/" + field.replace('.', '/');
        long given =
                List.of("url", "data", "generation_id").stream().filter(f::has).count();
        if (given != 1) {
            findings.conflict(
                    pointer,
                    field + " needs exactly one of url, data and generation_id"
                            + (given == 0 ? "." : ", not " + given + "."));
            return Optional.empty();
        }
        String family = place == Place.FILM ? "video/" : "image/";
        if (type.isEmpty() && (f.has("data") || (place == Place.FILM && f.has("url")))) {
            findings.conflict(
                    f.pointer("media_type"),
                    f.field("media_type") + " is needed here, such as " + family
                            + (place == Place.FILM ? "mp4." : "png."));
            return Optional.empty();
        }
        String said = type.orElse(family).toLowerCase(Locale.ROOT);
        if (!said.startsWith(family) && !(place == Place.FILM && said.startsWith("image/"))) {
            findings.conflict(
                    f.pointer("media_type"), f.field("media_type") + " has to begin with " + family + " here.");
            return Optional.empty();
        }
        if (url.isEmpty() && data.isEmpty() && generation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reference(field, pointer, url, data, generation, type));
    }

    /// A picture at a URL, in a dialect that knows no other way.
    public static Reference picture(String field, String url) {
        return new Reference(
                field,
                "/" + field.replace('.', '/'),
                Optional.of(url),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A generation of the caller's own.
    public static Reference generation(String field, UUID id) {
        return new Reference(
                field,
                "/" + field.replace('.', '/'),
                Optional.empty(),
                Optional.empty(),
                Optional.of(id),
                Optional.empty());
    }
}
