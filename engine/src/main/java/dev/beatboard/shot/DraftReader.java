package dev.beatboard.shot;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A tree of nodes to a draft: the top of the file and the order of its keyframes in time.
final class DraftReader {

    static final List<String> FIELDS = List.of(
            "version", "title", "duration", "fps", "aspect", "size", "seed", "look", "set", "cast", "keyframes");

    private static final int LONGEST_TITLE = 80;

    private final Problems problems;
    private final ReferenceImages images;

    DraftReader(Problems problems, ReferenceImages images) {
        this.problems = problems;
        this.images = images;
    }

    Optional<ShotDraft> read(Node tree, String defaultTitle) {
        if (!(tree instanceof Node.Mapping m)) {
            problems.add("", tree.place(), "The file holds " + tree.kind() + ".", ShotReader.MINIMAL, "");
            return Optional.empty();
        }
        Fields f = new Fields(m, "", FIELDS, problems);
        f.scalar("version")
                .filter(v -> !v.text().equals("1"))
                .ifPresent(v -> f.bad(
                        "version", Text.quoted(v.text()) + " is not read.", "This is version 1.", "Remove the field."));
        f.text("look", LONGEST_TITLE)
                .ifPresent(l -> problems.notice("look", f.place(), "A look is kept in mind but not used yet."));
        String title = f.name("title").orElse(defaultTitle);
        FrameRate rate = rate(f);
        Time duration = duration(f, rate);
        Sizes.Size picture = picture(f);
        long seed = seed(f);
        Optional<SetKind> set = f.one("set", SetKind.class);
        List<ShotDraft.CastEntry> cast = new CastReader(problems, images).read(f);
        List<String> names = cast.stream().map(ShotDraft.CastEntry::name).toList();
        List<Keyframe> keyframes = keyframes(f, new KeyframeReader(names, images, problems), rate, duration);
        return Optional.of(
                new ShotDraft(title, duration, rate, picture.width(), picture.height(), seed, set, cast, keyframes));
    }

    private FrameRate rate(Fields f) {
        return f.scalar("fps")
                .map(s -> {
                    String t = s.text().strip();
                    return FrameRate.KNOWN.stream()
                            .filter(r -> says(t, r))
                            .findFirst()
                            .orElseGet(() -> {
                                f.bad("fps", Text.quoted(t) + " is not a rate.", known(), nearestRate(t));
                                return FrameRate.FILM;
                            });
                })
                .orElse(FrameRate.FILM);
    }

    private static boolean says(String text, FrameRate r) {
        if (text.equals(r.numerator() + "/" + r.denominator()) || text.equals(r.label())) {
            return true;
        }
        return number(text)
                .filter(v -> v.compareTo(BigDecimal.ZERO) > 0
                        && Math.abs(v.doubleValue() - (double) r.numerator() / r.denominator()) < 0.006)
                .isPresent();
    }

    private static String known() {
        return "Known: "
                + String.join(
                        ", ", FrameRate.KNOWN.stream().map(FrameRate::label).toList()) + ".";
    }

    private static String nearestRate(String text) {
        return number(text)
                .filter(v -> v.signum() > 0)
                .flatMap(v -> FrameRate.KNOWN.stream()
                        .min(Comparator.comparingDouble(
                                r -> Math.abs((double) r.numerator() / r.denominator() - v.doubleValue()))))
                .map(r -> "The nearest is " + r.label() + ".")
                .orElse("");
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("[+-]?\\d{1,9}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private Time duration(Fields f, FrameRate rate) {
        String allowed = "A clip lasts more than 0 and at most " + TimeText.readable(Shot.LONGEST) + ".";
        if (f.node("duration").isEmpty()) {
            f.bad("duration", "It is missing.", allowed, "Write for example \"duration: 10s\".");
            return Shot.LONGEST;
        }
        return f.scalar("duration")
                .flatMap(s -> {
                    Optional<Time> time = TimeText.parse(s.text(), rate);
                    if (time.isEmpty()) {
                        f.bad("duration", Text.quoted(s.text()) + " is not a time.", TimeText.FORMS, "");
                    } else if (time.get().compareTo(Time.ZERO) <= 0) {
                        f.bad("duration", Text.quoted(s.text()) + " is too short.", allowed, "");
                        return Optional.empty();
                    } else if (time.get().compareTo(Shot.LONGEST) > 0) {
                        f.bad(
                                "duration",
                                Text.quoted(s.text()) + " is too long.",
                                allowed,
                                "Make several shots of it.");
                        return Optional.empty();
                    }
                    return time;
                })
                .orElse(Shot.LONGEST);
    }

    private Sizes.Size picture(Fields f) {
        Sizes.Size wide = new Sizes.Size(1920, 1080);
        if (f.has("size") && f.has("aspect")) {
            f.bad("aspect", "Both size and aspect are there.", "One of them says the shape.", "Remove one.");
            return wide;
        }
        Optional<Sizes.Size> size = f.scalar("size").flatMap(s -> {
            Optional<Sizes.Size> said = Sizes.parse(s.text());
            if (said.isEmpty()) {
                f.bad(
                        "size",
                        Text.quoted(s.text()) + " cannot be used.",
                        Sizes.ALLOWED,
                        Sizes.nearest(s.text()).map(n -> "Nearest: " + n + ".").orElse(""));
            }
            return said;
        });
        Optional<Sizes.Size> aspect = f.scalar("aspect").flatMap(s -> {
            Optional<Sizes.Size> said = Sizes.ofAspect(s.text());
            if (said.isEmpty()) {
                f.bad(
                        "aspect",
                        Text.quoted(s.text()) + " cannot be used.",
                        Sizes.ASPECTS,
                        Sizes.nearestAspect(s.text())
                                .map(n -> "Nearest: " + n + ".")
                                .orElse(""));
            }
            return said;
        });
        return size.or(() -> aspect).orElse(wide);
    }

    private long seed(Fields f) {
        return f.scalar("seed")
                .map(s -> {
                    try {
                        return Long.parseLong(s.text().strip());
                    } catch (NumberFormatException e) {
                        f.bad("seed", Text.quoted(s.text()) + " is not a seed.", "A whole number belongs here.", "");
                        return 0L;
                    }
                })
                .orElse(0L);
    }

    private List<Keyframe> keyframes(Fields f, KeyframeReader reader, FrameRate rate, Time duration) {
        List<Fields.Item> items = f.items("keyframes");
        String allowed = "A shot has 1 to " + Shot.MOST_KEYFRAMES + " keyframes.";
        if (f.node("keyframes").isEmpty()) {
            f.bad("keyframes", "There are none.", allowed, "Write for example \"keyframes: [{at: 0s, prompt: ...}]\".");
        } else if (items.isEmpty() && f.node("keyframes").get() instanceof Node.Sequence) {
            f.bad("keyframes", "The list is empty.", allowed, "Add {at: 0s, prompt: ...}.");
        } else if (items.size() > Shot.MOST_KEYFRAMES) {
            f.bad(
                    "keyframes",
                    "There are " + items.size() + ".",
                    allowed,
                    "Remove " + (items.size() - Shot.MOST_KEYFRAMES) + ", or make two shots of it.");
        }
        List<Keyframe> out = new ArrayList<>();
        KeyframeTimes times = new KeyframeTimes(rate, duration, problems);
        for (Fields.Item item : items.stream().limit(Shot.MOST_KEYFRAMES).toList()) {
            Fields.of(item.node(), item.path(), KeyframeReader.FIELDS, problems)
                    .ifPresent(k -> out.add(reader.read(k, times.next(k))));
        }
        return out;
    }
}
