package dev.beatboard.service.fetch;

import dev.beatboard.file.video.Ffmpeg;
import dev.beatboard.service.fetch.Inspector.Outcome;
import dev.beatboard.service.fetch.MediaException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Says what a file from outside is, by its content alone: a PNG, JPEG or still WebP picture, or a
/// film in MP4, QuickTime, Matroska or WebM.
///
/// A picture's size is read from its header and compared with the limits before anything is
/// decoded. Then it is decoded once by a bounded process, to prove that it is whole. Of a film,
/// everything is read and the first frame decoded.
public final class MediaProbe {

    private static final String VIDEO_CODECS = "h264,hevc,vp8,vp9,av1,libdav1d,mpeg4,prores,mjpeg";
    private static final String CODECS = VIDEO_CODECS
            + ",aac,mp3,mp3float,opus,vorbis,flac,alac,ac3,pcm_s16le,pcm_s24le,pcm_s16be,pcm_s24be,png,webp";
    private static final Pattern DATA_URL = Pattern.compile("data:[a-zA-Z0-9.+/-]{0,80};base64,");

    private final Inspector inspector;
    private final MediaLimits limits;

    /// @param ffmpeg where the programs are
    public MediaProbe(Ffmpeg ffmpeg, MediaLimits limits) {
        this.inspector = new Inspector(ffmpeg);
        this.limits = limits;
    }

    /// What a file is.
    ///
    /// @throws MediaException if it cannot be used
    /// @throws IOException if it could not be looked at
    public Media probe(Path file) throws IOException {
        Optional<ImageHeader> image = ImageHeader.of(file);
        return image.isPresent() ? image(file, image.get()) : video(file);
    }

    /// Writes what a field of JSON holds as base64 (RFC 4648), also as a `data:` URL.
    ///
    /// @param most bytes after decoding
    /// @throws MediaException if it is longer, or no base64
    public static void decode(String base64, long most, Path to) throws IOException {
        Matcher url = DATA_URL.matcher(base64);
        String text = url.lookingAt() ? base64.substring(url.end()) : base64;
        if (text.length() / 4 * 3L > most + 2) {
            throw tooLarge("The data", most + " bytes");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
            if (bytes.length > most) {
                throw tooLarge("The data", most + " bytes");
            }
            Files.write(to, bytes);
        } catch (IllegalArgumentException e) {
            throw new MediaException(Reason.CORRUPT, "The data is not base64 (RFC 4648, with + and /).");
        }
    }

    private static MediaException tooLarge(String what, String limit) {
        return new MediaException(Reason.TOO_LARGE, what + " is larger than " + limit + ".");
    }

    private Media image(Path file, ImageHeader header) throws IOException {
        if (Files.size(file) > limits.imageBytes()) {
            throw tooLarge("The picture", limits.imageBytes() + " bytes");
        }
        if ((long) header.width() * header.height() > limits.imagePixels()) {
            throw tooLarge(
                    "The picture of " + header.width() + " by " + header.height(), limits.imagePixels() + " pixels");
        }
        Outcome outcome = inspector.run(
                "ffmpeg",
                List.of(
                        "-nostdin",
                        "-v",
                        "error",
                        "-xerror",
                        "-err_detect",
                        "crccheck+bitstream+buffer+explode",
                        "-threads",
                        "1",
                        "-protocol_whitelist",
                        "file",
                        "-codec_whitelist",
                        "png,mjpeg,webp,vp8",
                        "-max_pixels",
                        Long.toString(limits.imagePixels()),
                        "-f",
                        header.demuxer(),
                        "-i",
                        name(file),
                        "-frames:v",
                        "1",
                        "-f",
                        "null",
                        "-"));
        if (!outcome.good()) {
            throw new MediaException(Reason.CORRUPT, "The picture (" + header.mediaType() + ") does not decode.");
        }
        return new Media(header.mediaType(), header.width(), header.height(), 0);
    }

    private Media video(Path file) throws IOException {
        String demuxer = demuxer(file);
        if (Files.size(file) > limits.videoBytes()) {
            throw tooLarge("The film", limits.videoBytes() + " bytes");
        }
        Outcome outcome = inspector.run(
                "ffprobe",
                Stream.concat(
                                input(demuxer),
                                Stream.of(
                                        "-select_streams",
                                        "v:0",
                                        "-show_entries",
                                        "format=duration,format_name:stream=codec_name,width,height:format_tags=major_brand",
                                        "-of",
                                        "json",
                                        name(file)))
                        .toList());
        if (!outcome.good()) {
            throw new MediaException(Reason.CORRUPT, "The film cannot be read.");
        }
        Media media = media(demuxer, new JsonMapper().readTree(outcome.out()));
        if ((long) media.width() * media.height() > limits.videoPixels()) {
            throw tooLarge(
                    "The film of " + media.width() + " by " + media.height(), limits.videoPixels() + " pixels a frame");
        }
        if (media.seconds() > limits.videoSeconds()) {
            throw tooLarge("The film of " + media.seconds() + " s", limits.videoSeconds() + " s");
        }
        prove(file, demuxer);
        return media;
    }

    private void prove(Path file, String demuxer) throws IOException {
        Outcome outcome = inspector.run(
                "ffmpeg",
                Stream.of(
                                Stream.of("-nostdin", "-xerror", "-err_detect", "explode", "-threads", "1"),
                                input(demuxer),
                                Stream.of("-i", name(file)),
                                Stream.of("-map", "0:v:0", "-c", "copy", "-f", "null", "-"),
                                Stream.of("-map", "0:v:0", "-frames:v", "1", "-f", "null", "-"))
                        .flatMap(s -> s)
                        .toList());
        // Matroska says the end of a file that was cut, but goes on.
        if (!outcome.good() || outcome.errors().contains("ended prematurely")) {
            throw new MediaException(Reason.CORRUPT, "The film is damaged or cut off.");
        }
    }

    private static Stream<String> input(String demuxer) {
        return Stream.of("-v", "error", "-protocol_whitelist", "file", "-codec_whitelist", CODECS, "-f", demuxer);
    }

    /// With its protocol, so that no name is taken for one or for an option.
    private static String name(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    /// ISO/IEC 14496-12 has a box's type at 4; Matroska and WebM begin with EBML (RFC 8794).
    private static String demuxer(Path file) throws IOException {
        byte[] head = new byte[12];
        try (InputStream in = Files.newInputStream(file)) {
            if (in.readNBytes(head, 0, head.length) == head.length) {
                String type = new String(head, 4, 4, StandardCharsets.US_ASCII);
                if (List.of("ftyp", "moov", "mdat", "wide", "free", "skip").contains(type)) {
                    return "mov";
                }
                if (head[0] == 0x1a && head[1] == 0x45 && head[2] == (byte) 0xdf && head[3] == (byte) 0xa3) {
                    return "matroska";
                }
            }
        }
        throw new MediaException(
                Reason.UNSUPPORTED_FORMAT, "The file is none of PNG, JPEG, WebP, MP4, QuickTime, Matroska and WebM.");
    }

    private static Media media(String demuxer, JsonNode found) throws MediaException {
        JsonNode stream = found.path("streams").path(0);
        if (stream.isMissingNode()) {
            throw new MediaException(Reason.UNSUPPORTED_FORMAT, "The file has no pictures in it.");
        }
        String codec = stream.path("codec_name").asString("unknown");
        if (!List.of(VIDEO_CODECS.split(",")).contains(codec)) {
            throw new MediaException(
                    Reason.UNSUPPORTED_FORMAT,
                    "The film is in " + codec + "; H.264, HEVC, VP8, VP9, AV1, MPEG-4 and ProRes are known.");
        }
        int width = stream.path("width").asInt(0);
        int height = stream.path("height").asInt(0);
        double seconds = seconds(found.path("format").path("duration").asString(""));
        if (width <= 0 || height <= 0 || !(seconds > 0)) {
            throw new MediaException(Reason.CORRUPT, "The film does not say its size and duration.");
        }
        return new Media(mediaType(demuxer, codec, found), width, height, seconds);
    }

    private static double seconds(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String mediaType(String demuxer, String codec, JsonNode found) {
        if (demuxer.equals("matroska")) {
            return List.of("vp8", "vp9", "av1").contains(codec) ? "video/webm" : "video/x-matroska";
        }
        String brand = found.path("format").path("tags").path("major_brand").asString("");
        return brand.strip().equals("qt") ? "video/quicktime" : "video/mp4";
    }
}
