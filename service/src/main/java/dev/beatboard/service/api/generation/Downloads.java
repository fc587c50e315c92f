package dev.beatboard.service.api.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.RangedFile;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.store.MediaTypes;
import dev.beatboard.service.store.ObjectStore;
import dev.beatboard.service.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;

/// Answers with files of the store.
final class Downloads {

    private static final int KEPT_SUMS = 100_000;

    private final ObjectStore store;
    /// The CRC-32 of objects, which never change under their key. To compute one is to read all of
    /// it, so that the first download of a ZIP file reads each of its entries twice.
    private final Cache<String, Long> sums =
            Caffeine.newBuilder().maximumSize(KEPT_SUMS).build();

    Downloads(ObjectStore store) {
        this.store = store;
    }

    /// A file of a generation, or the part of it that is asked for.
    Answer file(Call call, Output f) {
        RangedFile file =
                new RangedFile(f.mediaType(), f.bytes(), f.sha256(), (from, count) -> open(f.key(), from, count));
        return named(Answer.file(call, file), plain(f.name()));
    }

    /// Any object.
    ///
    /// @param name under which it is saved
    Answer object(Call call, String key, String name) throws IOException {
        Optional<StoredObject> found = store.head(key);
        if (found.isEmpty()) {
            throw Refusal.of(Code.NOT_FOUND, "The file is not there, or not any more.")
                    .exception();
        }
        RangedFile file = new RangedFile(
                MediaTypes.ofEnding(name),
                found.get().bytes(),
                tag(List.of(key + found.get().bytes())),
                (from, count) -> open(key, from, count));
        return named(Answer.file(call, file), name);
    }

    /// Files as one ZIP file.
    Answer zip(Call call, List<Output> files, String name) {
        ZipFile zip = new ZipFile(files.stream()
                .map(f -> new ZipFile.Entry(f.name(), f.bytes(), new Stored(f)))
                .toList());
        RangedFile file = new RangedFile(
                "application/zip",
                zip.length(),
                tag(files.stream().map(f -> f.name() + f.sha256()).toList()),
                zip::open);
        return named(Answer.file(call, file), name);
    }

    /// What was deleted after it was found is not there, which is no fault.
    private InputStream open(String key, long from, long count) throws IOException {
        try {
            return store.open(key, from, count);
        } catch (NoSuchFileException e) {
            throw Refusal.of(Code.NOT_FOUND, "The file is not there any more.").exception();
        }
    }

    private static Answer named(Answer answer, String name) {
        return answer.header("Content-Disposition", disposition(name));
    }

    /// As RFC 6266 and RFC 8187 write it.
    static String disposition(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        StringBuilder text =
                new StringBuilder("attachment; filename=\"").append(ascii).append('"');
        if (!ascii.equals(name)) {
            text.append("; filename*=UTF-8''");
            for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
                boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '.';
                text.append(plain ? Character.toString(b) : String.format("%%%02X", b & 255));
            }
        }
        return text.toString();
    }

    private static String plain(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String tag(List<String> parts) {
        return DigestUtils.sha256Hex(String.join("\n", parts));
    }

    private final class Stored implements ZipFile.Content {

        private final Output file;

        Stored(Output file) {
            this.file = file;
        }

        @Override
        public InputStream open(long from, long length) throws IOException {
            return Downloads.this.open(file.key(), from, length);
        }

        @Override
        public long crc() throws IOException {
            Long known = sums.getIfPresent(file.key());
            if (known != null) {
                return known;
            }
            CRC32 crc = new CRC32();
            try (InputStream in = store.open(file.key(), 0, Long.MAX_VALUE)) {
                byte[] buffer = new byte[1 << 16];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    crc.update(buffer, 0, n);
                }
            }
            sums.put(file.key(), crc.getValue());
            return crc.getValue();
        }
    }
}
