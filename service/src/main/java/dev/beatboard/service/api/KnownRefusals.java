package dev.beatboard.service.api;

import dev.beatboard.service.account.Refusal;
import dev.beatboard.service.credit.InsufficientCredits;
import dev.beatboard.service.problem.Code;
import java.util.Optional;

/// What the packages that have refusals of their own mean by them.
final class KnownRefusals implements Translator {

    @Override
    public Optional<dev.beatboard.service.problem.Refusal> refusal(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> Optional.of(account(refusal));
            case InsufficientCredits e -> Optional.of(credits(e));
            default -> Optional.empty();
        };
    }

    private static dev.beatboard.service.problem.Refusal account(Refusal refusal) {
        Code code = switch (refusal.kind()) {
            case INVALID -> Code.INVALID_REQUEST;
            case UNAUTHENTICATED -> Code.UNAUTHENTICATED;
            case FORBIDDEN -> Code.FORBIDDEN;
            case NOT_FOUND -> Code.NOT_FOUND;
            case CONFLICT -> Code.CONFLICT;
            case TOO_MANY -> Code.RATE_LIMITED;
            case BUSY -> Code.UNAVAILABLE;
        };
        String detail = String.valueOf(refusal.getMessage());
        var no = refusal.field().isEmpty()
                ? dev.beatboard.service.problem.Refusal.of(code, detail)
                : dev.beatboard.service.problem.Refusal.of(code, detail).at("/" + refusal.field(), detail);
        return refusal.retryAfter().isZero() ? no : no.retryAfter(refusal.retryAfter());
    }

    private static dev.beatboard.service.problem.Refusal credits(InsufficientCredits e) {
        var no = dev.beatboard.service.problem.Refusal.of(Code.INSUFFICIENT_CREDITS, String.valueOf(e.getMessage()))
                .with("needed", e.needed())
                .with("available", e.available());
        return e.nextGrantAt().isEmpty()
                ? no
                : no.with("next_grant_at", e.nextGrantAt().get().toString());
    }
}
