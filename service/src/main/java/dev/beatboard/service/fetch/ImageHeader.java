package dev.beatboard.service.fetch;

import dev.beatboard.service.fetch.MediaException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The format and size of a picture, read from its first bytes without decoding anything.
///
/// @param demuxer what ffmpeg calls the format
record ImageHeader(String mediaType, String demuxer, int width, int height) {

    /// Of all that comes before a JPEG's size: profiles, previews, comments.
    private static final int JPEG_SEGMENTS = 2000;

    private static final long PNG = 0x89504e47_0d0a1a0aL;

    /// @return empty if this is no picture that we know
    /// @throws MediaException if it begins like one and goes on otherwise
    static Optional<ImageHeader> of(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() < 16) {
                return Optional.empty();
            }
            long first = file.readLong();
            if (first == PNG) {
                return Optional.of(png(file));
            }
            if (first >>> 40 == 0xffd8ff) {
                return Optional.of(jpeg(file));
            }
            byte[] kind = new byte[4];
            file.readFully(kind);
            if (first >>> 32 == 0x52494646 && new String(kind, StandardCharsets.US_ASCII).equals("WEBP")) {
                return Optional.of(webp(file));
            }
            return Optional.empty();
        } catch (EOFException e) {
            throw corrupt("ends within its header");
        }
    }

    private static MediaException corrupt(String what) {
        return new MediaException(Reason.CORRUPT, "The picture " + what + ".");
    }

    private static ImageHeader sized(String mediaType, String demuxer, int width, int height) throws MediaException {
        if (width <= 0 || height <= 0) {
            throw corrupt("says that it is " + width + " by " + height + " pixels");
        }
        return new ImageHeader(mediaType, demuxer, width, height);
    }

    /// ISO/IEC 15948: IHDR comes first.
    private static ImageHeader png(RandomAccessFile file) throws IOException {
        int length = file.readInt();
        int type = file.readInt();
        if (length != 13 || type != 0x49484452) {
            throw corrupt("does not begin with its size");
        }
        return sized("image/png", "png_pipe", file.readInt(), file.readInt());
    }

    /// ISO/IEC 10918-1: segments up to the one that begins the frame (SOF0 to SOF15).
    private static ImageHeader jpeg(RandomAccessFile file) throws IOException {
        file.seek(2);
        for (int i = 0; i < JPEG_SEGMENTS; i++) {
            if (file.readUnsignedByte() != 0xff) {
                throw corrupt("has a broken segment");
            }
            int marker = file.readUnsignedByte();
            while (marker == 0xff) {
                marker = file.readUnsignedByte();
            }
            int length = file.readUnsignedShort();
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                file.readUnsignedByte();
                int height = file.readUnsignedShort();
                return sized("image/jpeg", "jpeg_pipe", file.readUnsignedShort(), height);
            }
            if (length < 2 || marker == 0xda || marker == 0xd9) {
                throw corrupt("does not say its size");
            }
            file.seek(file.getFilePointer() + length - 2);
        }
        throw corrupt("has too many segments");
    }

    /// RFC 9649: lossy, lossless or extended.
    private static ImageHeader webp(RandomAccessFile file) throws IOException {
        byte[] chunk = new byte[4];
        file.readFully(chunk);
        byte[] b = new byte[14];
        file.readFully(b);
        return switch (new String(chunk, StandardCharsets.US_ASCII)) {
            case "VP8 " -> sized("image/webp", "webp_pipe", little(b, 10, 2) & 0x3fff, little(b, 12, 2) & 0x3fff);
            case "VP8L" -> {
                int bits = little(b, 5, 4);
                yield sized("image/webp", "webp_pipe", (bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
            }
            case "VP8X" -> {
                if ((b[4] & 2) != 0) {
                    throw new MediaException(
                            Reason.UNSUPPORTED_FORMAT, "The WebP picture is animated; a still one is needed.");
                }
                yield sized("image/webp", "webp_pipe", little(b, 8, 3) + 1, little(b, 11, 3) + 1);
            }
            default -> throw corrupt("is a WebP without content");
        };
    }

    private static int little(byte[] b, int at, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | b[at + i] & 0xff;
        }
        return value;
    }
}
