package dev.beatboard.service.api.order;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.fetch.FetchException;
import dev.beatboard.service.fetch.Fetcher;
import dev.beatboard.service.fetch.Media;
import dev.beatboard.service.fetch.MediaException;
import dev.beatboard.service.fetch.MediaProbe;
import dev.beatboard.service.generation.FailureCode;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.State;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Looks at what requests refer to: pictures are brought, measured and decoded once, and not kept;
/// generations have to be the caller's own. What is wrong carries, besides its status, the failure
/// code that vendors' clients know.
public final class ReferenceCheck {

    private static final long MOST_BYTES = 50_000_000;
    private static final long MOST_TOGETHER = 200_000_000;
    /// Less than vendors' clients wait for an answer.
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration EACH = Duration.ofSeconds(20);

    private final Database database;
    private final Fetcher fetcher;
    private final MediaProbe probe;
    private final Path scratch;

    /// @param scratch a folder for what is being looked at
    public ReferenceCheck(Database database, Fetcher fetcher, MediaProbe probe, Path scratch) {
        this.database = database;
        this.fetcher = fetcher;
        this.probe = probe;
        this.scratch = scratch;
    }

    /// Checks them in their order.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException 404 for a generation that is not the
    ///     caller's, 413 for what is too large, else 422
    public void check(UUID account, List<Reference> references) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long bytes = 0;
        for (Reference r : references) {
            if (r.generation().isPresent()) {
                delivered(account, r);
            } else {
                bytes += picture(r, Duration.ofNanos(end - System.nanoTime()));
                if (bytes > MOST_TOGETHER) {
                    throw refused(
                                    Code.TOO_LARGE,
                                    r,
                                    "All pictures of a request together have at most " + MOST_TOGETHER + " bytes.",
                                    FailureCode.IMAGE_TOO_LARGE)
                            .exception();
                }
            }
        }
    }

    /// A generation of the caller's own, whatever its state.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException 404 if there is none
    public Generation own(UUID account, Reference r) {
        UUID id = r.generation().orElseThrow();
        return database.tenant(account, h -> Generations.find(h, id))
                .orElseThrow(() -> refused(
                                Code.NOT_FOUND,
                                r,
                                r.field() + ": there is no generation " + id + ".",
                                FailureCode.OUTPUT_NOT_FOUND)
                        .exception());
    }

    private void delivered(UUID account, Reference r) {
        Generation g = own(account, r);
        if (g.state() != State.COMPLETED) {
            throw refused(
                            Code.INVALID_MEDIA,
                            r,
                            r.field() + ": generation " + g.id() + " is "
                                    + g.state().label() + "; only a completed one has pictures to refer to.",
                            FailureCode.OUTPUT_NOT_FOUND)
                    .exception();
        }
    }

    private long picture(Reference r, Duration left) throws IOException {
        Files.createDirectories(scratch);
        Path file = Files.createTempFile(scratch, "reference", ".media");
        try {
            bring(r, file, left.compareTo(EACH) < 0 ? left : EACH);
            Media media = probe.probe(file);
            if (media.video()) {
                throw unusable(r, "is a film (" + media.mediaType() + "); a picture belongs here.");
            }
            if (r.mediaType().isPresent() && !same(r.mediaType().get(), media.mediaType())) {
                throw unusable(
                        r,
                        "is " + media.mediaType() + ", not "
                                + Refusal.quoted(r.mediaType().get()) + ".");
            }
            return Files.size(file);
        } catch (FetchException e) {
            throw fetched(r, e).exception();
        } catch (MediaException e) {
            throw looked(r, e).exception();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void bring(Reference r, Path file, Duration patience) throws IOException {
        if (r.data().isPresent()) {
            MediaProbe.decode(r.data().get(), MOST_BYTES, file);
        } else {
            fetcher.get(r.url().orElseThrow(), file, MOST_BYTES, patience);
        }
    }

    private static boolean same(String said, String found) {
        String plain = said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.equals(found)
                || (plain.equals("image/jpg") && found.equals("image/jpeg"))
                || plain.equals("image/*");
    }

    private static RuntimeException unusable(Reference r, String what) {
        return refused(Code.INVALID_MEDIA, r, r.field() + " " + what, FailureCode.UNSUPPORTED_FORMAT)
                .exception();
    }

    private static Refusal fetched(Reference r, FetchException e) {
        String detail = r.field() + ": " + e.getMessage();
        return switch (e.reason()) {
            case TOO_LARGE -> refused(Code.TOO_LARGE, r, detail, FailureCode.IMAGE_TOO_LARGE);
            case BUSY ->
                refused(Code.UNAVAILABLE, r, detail, FailureCode.RATE_LIMITED).retryAfter(Duration.ofSeconds(5));
            case INVALID_URL, CREDENTIALS_IN_URL, REFUSED_PORT, REFUSED_ADDRESS ->
                refused(Code.INVALID_MEDIA, r, detail, FailureCode.INVALID_REQUEST);
            case INCOMPLETE -> refused(Code.INVALID_MEDIA, r, detail, FailureCode.CORRUPT_INPUT);
            case TOO_MANY_REDIRECTS, UNREACHABLE, TIMEOUT, BAD_ANSWER, STATUS ->
                refused(Code.INVALID_MEDIA, r, detail, FailureCode.OUTPUT_NOT_FOUND);
        };
    }

    private static Refusal looked(Reference r, MediaException e) {
        String detail = r.field() + ": " + e.getMessage();
        return switch (e.reason()) {
            case TOO_LARGE -> refused(Code.TOO_LARGE, r, detail, FailureCode.IMAGE_TOO_LARGE);
            case UNSUPPORTED_FORMAT -> refused(Code.INVALID_MEDIA, r, detail, FailureCode.UNSUPPORTED_FORMAT);
            case CORRUPT -> refused(Code.INVALID_MEDIA, r, detail, FailureCode.CORRUPT_INPUT);
        };
    }

    private static Refusal refused(Code code, Reference r, String detail, FailureCode failure) {
        return Refusal.of(code, detail).at(r.pointer(), detail).with("failure_code", failure.label());
    }

    /// Whether messages may be sent there.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException 422 if not
    public void callback(Optional<String> url) {
        if (url.isEmpty()) {
            return;
        }
        try {
            fetcher.check(url.get());
        } catch (FetchException e) {
            String detail = "callback_url: " + e.getMessage();
            throw Refusal.of(Code.UNPROCESSABLE, detail)
                    .at("/callback_url", detail)
                    .exception();
        }
    }
}
