package dev.beatboard.service.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A class of picture sizes that cost the same. It is told by the number of pixels, so that every
/// shape of a class costs the same; a class reaches a tenth beyond the 16:9 size of its name, so
/// that 2048x1080 is still 1080p.
public enum Tier {
    /// 640x360 and less.
    P360(640, 360, true),
    /// 960x540.
    P540(960, 540, true),
    /// 1280x720.
    P720(1280, 720, false),
    /// 1920x1080.
    P1080(1920, 1080, false);

    private final int width;
    private final int height;
    private final boolean draft;

    Tier(int width, int height, boolean draft) {
        this.width = width;
        this.height = height;
        this.draft = draft;
    }

    /// As people write it: `720p`.
    public String label() {
        return name().substring(1) + "p";
    }

    /// Width in pixels of a 16:9 picture of this class.
    public int width() {
        return width;
    }

    /// Height in pixels of a 16:9 picture of this class.
    public int height() {
        return height;
    }

    /// How many pixels its 16:9 picture has.
    public int pixels() {
        return width * height;
    }

    /// Whether it is rendered in draft quality; the others are final.
    public boolean draft() {
        return draft;
    }

    /// The most pixels that a picture of this class has.
    public int most() {
        return pixels() / 10 * 11;
    }

    /// The smallest class that holds a picture of this size in pixels; empty if none does.
    public static Optional<Tier> of(int width, int height) {
        long pixels = (long) width * height;
        return width > 0 && height > 0
                ? Arrays.stream(values()).filter(t -> pixels <= t.most()).findFirst()
                : Optional.empty();
    }

    /// The class of that label, such as `720p`.
    public static Optional<Tier> of(String label) {
        String l = label.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(t -> t.label().equals(l)).findFirst();
    }

    /// All labels, from the smallest to the largest.
    public static List<String> labels() {
        return Arrays.stream(values()).map(Tier::label).toList();
    }

    /// Why a picture that fits no class is not made.
    ///
    /// @param asked as it was asked for: `4k`, `3840x2160`
    public static Refusal refusal(String asked) {
        return new Refusal(
                "resolution_not_available",
                asked + " is not available: pictures have up to 1080p (" + P1080.most()
                        + " pixels, such as 1920x1080). Choose one of " + String.join(", ", labels()) + ".",
                Optional.empty());
    }
}
