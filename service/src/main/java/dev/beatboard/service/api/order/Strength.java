package dev.beatboard.service.api.order;

import java.util.List;

/// How freely the vendor's models repaint, in both of its dialects; ours repaint nothing.
public final class Strength {

    public static final List<String> LABELS = List.of(
            "adhere_1",
            "adhere_2",
            "adhere_3",
            "flex_1",
            "flex_2",
            "flex_3",
            "reimagine_1",
            "reimagine_2",
            "reimagine_3");

    private Strength() {}
}
