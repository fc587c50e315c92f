package dev.beatboard.asset;

/// A part of the library that is needed is not installed.
public final class MissingPackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MissingPackException(String pack) {
        super("The " + pack + " are not installed. Run: ./beatboard assets install");
    }
}
