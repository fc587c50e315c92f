package dev.beatboard.service.problem;

/// Carries a [Refusal] to whoever answers the request. It is an ordinary outcome and no fault, so it
/// has no stack trace.
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.code().label() + ": " + refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
