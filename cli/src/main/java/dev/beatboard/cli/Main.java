package dev.beatboard.cli;

/// The `beatboard` command.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("beatboard");
    }
}
