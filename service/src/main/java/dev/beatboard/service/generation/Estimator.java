package dev.beatboard.service.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.beatboard.Director;
import dev.beatboard.Format;
import dev.beatboard.RenderOrder;
import dev.beatboard.Take;
import dev.beatboard.direction.Understanding;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Labeled;
import dev.beatboard.frame.Layer;
import dev.beatboard.service.account.Caller;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.plan.Lane;
import dev.beatboard.service.plan.Offer;
import dev.beatboard.service.plan.Plan;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.plan.Quote;
import dev.beatboard.service.plan.Tier;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.shot.Sizes;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads an order, checks it against shot, plan and engine, and says what it costs. Nothing is held
/// and nothing is written but digests of frames.
public final class Estimator {

    private static final int STILL_FRAME = 0;
    /// Frames whose digests are computed for the price of an edit.
    private static final int MOST_POSED = 2000;
    /// Shots whose digests are remembered; each takes some 100 KB.
    private static final int MOST_LATELY = 64;

    private final Database database;
    private final Plans plans;
    private final Takes takes;
    private final String watermark;
    /// To pose all frames of a long shot takes seconds, and who asks for a price orders next.
    private final Cache<Posed, List<String>> lately =
            Caffeine.newBuilder().maximumSize(MOST_LATELY).build();

    private record Posed(String source, RenderTerms terms, FrameRange frames) {}

    /// @param watermark what is written over pictures of plans that are marked
    public Estimator(Database database, Plans plans, Takes takes, String watermark) {
        this.database = database;
        this.plans = plans;
        this.takes = takes;
        this.watermark = watermark;
    }

    /// The plan of a caller's account.
    public Plan plan(Caller caller) {
        return plan(caller, plans);
    }

    /// The same of any plans.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (CONFLICT) if there is no such plan any
    ///     more
    public static Plan plan(Caller caller, Plans plans) {
        return plans.plan(caller.plan())
                .orElseThrow(() -> Refusal.of(
                                Code.CONFLICT,
                                "The account's plan, " + Refusal.quoted(caller.plan())
                                        + ", is not offered any more; whoever runs the service has to give it another.")
                        .exception());
    }

    /// A shot, read and understood: what all prices of it have in common.
    public record Reading(ShotReader.Result.Accepted accepted, Understanding understanding) {

        /// @param shot the shot file as JSON text
        /// @throws dev.beatboard.service.problem.RefusedException with all that is wrong with it
        public static Reading of(String shot) {
            ShotReader.Result.Accepted accepted = Takes.read(shot);
            return new Reading(accepted, Director.understand(accepted.draft()));
        }
    }

    /// What the order costs, or a refusal with all that is wrong.
    public Estimate estimate(Caller caller, Order order) {
        return estimate(caller, order, Reading.of(order.shot()));
    }

    /// The same for an order of a shot that was read before.
    public Estimate estimate(Caller caller, Order order, Reading reading) {
        ShotDraft draft = reading.accepted().draft();
        Plan plan = plan(caller);
        Tier tier = tier(order.picture(), plan);
        Sizes.Size picture = picture(order.picture(), draft, tier);
        RenderTerms terms = terms(order, plan, tier, picture, draft);
        int total = draft.rate().framesIn(draft.duration());
        FrameRange frames =
                order.kind() == Kind.STILL ? new FrameRange(STILL_FRAME, STILL_FRAME) : new FrameRange(0, total - 1);
        plans.prices().tooLong(plan, total, draft.rate()).ifPresent(r -> {
            throw refused(r).exception();
        });
        Lane lane = order.lane().orElse(Lane.FAST);
        List<Notice> notices = new ArrayList<>(order.notices());
        reading.accepted().notices().forEach(n -> notices.add(new Notice("shot", n.path(), n.message())));
        reading.understanding()
                .warnings()
                .forEach(w -> notices.add(
                        new Notice(w.code(), w.keyframe() < 0 ? "" : "keyframes[" + w.keyframe() + "]", w.message())));
        boolean[] fresh = fresh(caller, order, terms, frames);
        int kept = 0;
        for (boolean f : fresh) {
            kept += f ? 0 : 1;
        }
        Offer offer = plans.prices().quote(plan, tier, lane, frames.count() - kept, draft.rate(), extras(terms));
        return switch (offer) {
            case dev.beatboard.service.plan.Refusal r -> throw refused(r).exception();
            case Quote q ->
                new Estimate(
                        draft.title(),
                        q.credits(),
                        tier,
                        lane,
                        terms,
                        frames,
                        kept,
                        Estimate.ranges(frames.first(), fresh),
                        q.explanation(),
                        notices);
        };
    }

    private static Refusal refused(dev.beatboard.service.plan.Refusal r) {
        boolean never = r.plan().isEmpty();
        Refusal refusal = Refusal.of(never ? Code.NOT_SUPPORTED : Code.PLAN_LIMIT, r.reason())
                .with("reason", r.code());
        return r.plan().isPresent() ? refusal.with("plan", r.plan().get()) : refusal;
    }

    private static Tier tier(Order.Picture picture, Plan plan) {
        if (picture.size().isPresent()) {
            Sizes.Size size = size(picture.size().get());
            return Tier.of(size.width(), size.height())
                    .orElseThrow(
                            () -> refused(Tier.refusal(picture.size().get())).exception());
        }
        if (picture.resolution().isEmpty()) {
            return plan.draftOnly() ? Tier.P540 : Tier.P720;
        }
        String asked = picture.resolution().get();
        return Tier.of(asked)
                .orElseThrow(() -> (asked.strip().equalsIgnoreCase("4k") || asked.equals("2160p")
                                ? refused(Tier.refusal("4k"))
                                : Refusal.unknown("/resolution", asked, Tier.labels()))
                        .exception());
    }

    private static Sizes.Size size(String text) {
        return Sizes.parse(text)
                .orElseThrow(() -> Refusal.field(
                                "/size",
                                Refusal.quoted(text) + " cannot be used. " + Sizes.ALLOWED
                                        + Sizes.nearest(text)
                                                .map(n -> " Nearest: " + n + ".")
                                                .orElse(""))
                        .exception());
    }

    private static Sizes.Size picture(Order.Picture picture, ShotDraft draft, Tier tier) {
        if (picture.size().isPresent()) {
            return size(picture.size().get());
        }
        Sizes.Size shape = picture.aspect()
                .map(a -> Sizes.ofAspect(a)
                        .orElseThrow(() -> Refusal.field(
                                        "/aspect",
                                        Refusal.quoted(a) + " cannot be used. " + Sizes.ASPECTS
                                                + Sizes.nearestAspect(a)
                                                        .map(n -> " Nearest: " + n + ".")
                                                        .orElse(""))
                                .exception()))
                .orElse(new Sizes.Size(draft.width(), draft.height()));
        return Sizes.fit(shape.width(), shape.height(), tier.pixels());
    }

    private RenderTerms terms(Order order, Plan plan, Tier tier, Sizes.Size picture, ShotDraft draft) {
        TreeSet<String> formats = new TreeSet<>();
        for (String f : order.formats()) {
            formats.add(known("/formats", f, Format.labels()));
        }
        if (order.kind() == Kind.STILL) {
            formats.add(Format.PNG.label());
        } else if (formats.isEmpty()) {
            formats.add(Format.MP4.label());
        }
        boolean exr = formats.contains(Format.EXR.label());
        if (formats.contains(Format.COMP.label()) && !exr) {
            throw Refusal.field("/formats", "comp loads the EXR sequence: order exr as well.")
                    .exception();
        }
        if (!exr && !(order.layers().isEmpty() && order.colorSpaces().isEmpty())) {
            throw Refusal.field("/formats", "layers and color_spaces belong to EXR files: order the format exr.")
                    .exception();
        }
        if (plan.watermark()) {
            for (Format f : List.of(Format.EXR, Format.GUIDES)) {
                if (formats.contains(f.label())) {
                    throw Refusal.of(
                                    Code.PLAN_LIMIT,
                                    "The " + plan.title() + " plan marks its pictures, and " + f.label()
                                            + " cannot be marked. Plans without a watermark deliver it.")
                            .exception();
                }
            }
        }
        List<String> layers = new ArrayList<>();
        for (String l : order.layers()) {
            if (l.equals("all")) {
                layers.addAll(Labeled.labels(Layer.values()));
            } else {
                layers.add(known("/layers", l, Labeled.labels(Layer.values())));
            }
        }
        List<String> spaces = order.colorSpaces().stream()
                .map(c -> known("/color_spaces", c, Labeled.labels(ColorSpace.values())))
                .distinct()
                .toList();
        double own = (double) draft.width() / draft.height();
        double shape = (double) picture.width() / picture.height();
        double rounding = 2.0 / Math.min(picture.width(), picture.height());
        return new RenderTerms(
                tier.draft() ? "draft" : "final",
                picture.width(),
                picture.height(),
                Math.abs(shape / own - 1) >= rounding,
                List.copyOf(formats),
                layers.stream().distinct().toList(),
                spaces,
                plan.watermark() ? Optional.of(watermark) : Optional.empty(),
                order.burnIn(),
                order.stillFormat());
    }

    private static String known(String pointer, String said, List<String> labels) {
        String lower = said.strip().toLowerCase(java.util.Locale.ROOT);
        if (!labels.contains(lower)) {
            throw Refusal.unknown(pointer, said, labels).exception();
        }
        return lower;
    }

    /// What of the terms costs more, by the names of the price list.
    private static Set<String> extras(RenderTerms terms) {
        Set<String> extras = new TreeSet<>();
        for (String f : terms.formats()) {
            switch (Format.of(f).orElseThrow()) {
                case HDR10, HLG, PRORES -> extras.add("hdr");
                case EXR -> extras.add("exr");
                default -> {
                    // Belongs to the picture.
                }
            }
        }
        if (!terms.layers().isEmpty()) {
            extras.add("layers");
        }
        return extras;
    }

    /// Which frames show something that the parent has not got.
    private boolean[] fresh(Caller caller, Order order, RenderTerms terms, FrameRange frames) {
        boolean[] fresh = new boolean[frames.count()];
        Arrays.fill(fresh, true);
        if (order.parent().isEmpty()) {
            return fresh;
        }
        Generation parent = database.tenant(
                caller.account(), h -> Generations.need(h, order.parent().get()));
        if (parent.state() != State.COMPLETED
                || parent.terms().width() != terms.width()
                || parent.terms().height() != terms.height()
                || !parent.terms().formats().containsAll(paid(terms))
                || !parent.terms().layers().containsAll(terms.layers())
                || !parent.terms().colorSpaces().containsAll(terms.colorSpaces())
                || frames.count() + parent.frames() > MOST_POSED) {
            return fresh;
        }
        try {
            Set<String> has = new HashSet<>(digests(caller, parent));
            List<String> wants = digests(order.shot(), terms, frames);
            for (int i = 0; i < fresh.length; i++) {
                fresh[i] = !has.contains(wants.get(i));
            }
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Formats whose frames cost something to make.
    private static List<String> paid(RenderTerms terms) {
        return terms.formats().stream()
                .filter(f -> switch (Format.of(f).orElseThrow()) {
                    case HDR10, HLG, PRORES, EXR -> true;
                    default -> false;
                })
                .toList();
    }

    private List<String> digests(Caller caller, Generation g) throws IOException {
        Optional<List<String>> kept = database.tenant(caller.account(), h -> Generations.digests(h, g.id()));
        if (kept.isPresent()) {
            return kept.get();
        }
        List<String> digests = digests(g.source(), g.terms(), new FrameRange(g.firstFrame(), g.lastFrame()));
        database.system(h -> {
            Generations.keepDigests(h, g, digests);
            return digests;
        });
        return digests;
    }

    private List<String> digests(String source, RenderTerms terms, FrameRange frames) throws IOException {
        Posed posed = new Posed(source, terms, frames);
        List<String> known = lately.getIfPresent(posed);
        if (known == null) {
            known = List.copyOf(pose(source, terms, frames));
            lately.put(posed, known);
        }
        return known;
    }

    /// Poses frames, of one shot at a time: it takes as long as the shot is.
    private synchronized List<String> pose(String source, RenderTerms terms, FrameRange frames) throws IOException {
        Take take = takes.of(
                source,
                terms.reframed() ? Optional.of(new Sizes.Size(terms.width(), terms.height())) : Optional.empty());
        RenderOrder order = RenderOrders.of(terms, source, Path.of("unused"), frames, false, Optional.empty(), 0);
        return Director.digests(take, order);
    }
}
