package dev.beatboard.cli;

/// What was typed or what a shot file says cannot be used; the message says why and what to do. Exit code 2.
final class WrongInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongInput(String message) {
        super(message);
    }
}
