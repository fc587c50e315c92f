package dev.beatboard.motion;

import dev.beatboard.asset.SkyPhotos;
import dev.beatboard.math.Box;
import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.camera.CameraPlan;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Sky;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Mark;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.Note;
import dev.beatboard.stage.Stage;
import dev.beatboard.stage.camera.Landmarks;
import dev.beatboard.stage.light.LightPlan;
import dev.beatboard.stage.light.LightPlanner;
import dev.beatboard.stage.light.LightWish;
import dev.beatboard.stage.set.FilmSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// The light of a clip: one plan per camera set-up and lighting, cross-faded where the lighting changes within a
/// set-up.
/// The added lamps (key, fill, rim) travel with a subject that the camera travels with.
public final class Illumination {

    /// A change of light within a set-up takes this long, seconds.
    private static final double FADE = 1;

    /// How near to a wall a lamp on a mark may stand, meters.
    private static final double WALL_MARGIN = 0.3;

    private final List<Span> spans;
    private final List<Note> notes;
    private final CameraPlan camera;
    private final double frameSeconds;

    /// @param middle the frame for which the plan was made
    /// @param marked whether the key stands on a mark, and does not travel
    private record Span(int first, int middle, boolean marked, LightPlan plan) {}

    private Illumination(List<Span> spans, List<Note> notes, CameraPlan camera, double frameSeconds) {
        this.spans = spans;
        this.notes = List.copyOf(notes);
        this.camera = camera;
        this.frameSeconds = frameSeconds;
    }

    /// Plans the light of a shot.
    public static Illumination plan(Stage stage, Performers performers, CameraPlan camera, SkyPhotos skies) {
        Shot shot = stage.shot();
        List<Integer> starts = new ArrayList<>(camera.cuts());
        TreeMap<Integer, LightDirection> asked = new TreeMap<>();
        LightDirection now = first(shot);
        asked.put(0, now);
        for (int k = 1; k < shot.keyframes().size(); k++) {
            LightDirection next = with(now, shot.keyframes().get(k).light());
            if (!next.equals(now)) {
                asked.put(shot.frameOf(k), next);
                if (!starts.contains(shot.frameOf(k))) {
                    starts.add(shot.frameOf(k));
                }
            }
            now = next;
        }
        starts.sort(Integer::compare);
        List<Span> spans = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i);
            int to = i + 1 < starts.size() ? starts.get(i + 1) - 1 : shot.frames() - 1;
            int middle = metered(stage, from, to);
            LightDirection told = asked.floorEntry(from).getValue();
            spans.add(new Span(
                    from,
                    middle,
                    told.mark().isPresent(),
                    plan(stage, performers, camera, skies, told, middle, notes)));
        }
        return new Illumination(spans, notes, camera, shot.rate().frameSeconds());
    }

    /// What the clip's light is before anything changes it: the first mention fills back to frame 0 (keyframe rule 2).
    private static LightDirection first(Shot shot) {
        LightDirection d = LightDirection.NONE;
        for (Keyframe k : shot.keyframes()) {
            LightDirection l = k.light();
            d = new LightDirection(
                    d.lighting().or(l::lighting),
                    d.from().or(l::from),
                    d.kelvin().or(l::kelvin),
                    d.level() == 0 ? l.level() : d.level(),
                    // a mark is a place at a moment, and holds from there
                    shot.keyframes().getFirst().light().mark());
        }
        return d;
    }

    private static LightDirection with(LightDirection before, LightDirection said) {
        return new LightDirection(
                said.lighting().or(before::lighting),
                said.from().or(before::from),
                said.kelvin().or(before::kelvin),
                said.level() == 0 ? before.level() : said.level(),
                said.mark()
                        .or(() -> said.lighting().isPresent() || said.from().isPresent()
                                ? Optional.empty()
                                : before.mark()));
    }

    /// The frame at which the light of a set-up is set: its last keyframe, where what matters has come into place.
    private static int metered(Stage stage, int from, int to) {
        int frame = (from + to) / 2;
        for (int k = 0; k < stage.shot().keyframes().size(); k++) {
            int n = stage.shot().frameOf(k);
            frame = n >= from && n <= to ? n : frame;
        }
        return frame;
    }

    private static LightPlan plan(
            Stage stage,
            Performers performers,
            CameraPlan camera,
            SkyPhotos skies,
            LightDirection asked,
            int frame,
            List<Note> notes) {
        List<Integer> who = List.of();
        for (CameraPlan.Framed f : camera.framings()) {
            who = f.frame() <= frame ? f.actors() : who;
        }
        if (who.isEmpty()) {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < performers.count(); i++) {
                all.add(i);
            }
            who = all;
        }
        List<Vec3> faces = new ArrayList<>();
        List<Vec3> facings = new ArrayList<>();
        for (int a : who) {
            Landmarks l = performers.landmarks(a, frame * stage.shot().rate().frameSeconds());
            faces.add(l.eyes());
            facings.add(l.headFacing().withY(0).normalized());
        }
        FilmSet set = stage.set();
        Vec3 subject = faces.isEmpty() ? set.actingArea().center() : faces.getFirst();
        boolean exterior = set.kind() == SetKind.STREET_DAY || set.kind() == SetKind.STREET_NIGHT;
        Box around = set.actingArea().grownBy(5);
        Box room = exterior
                ? set.rooms().stream().reduce(Box::with).orElse(around)
                : set.rooms().stream()
                        .filter(r -> r.contains(subject.withY(Math.max(0.5, subject.y()))))
                        .findFirst()
                        .orElse(around);
        return LightPlanner.plan(new LightWish(
                exterior ? asked : inside(asked, room, keyframe(stage.shot(), frame), notes),
                set.lamps(),
                set.sky(),
                skies,
                room,
                exterior,
                faces,
                facings,
                subject,
                camera.view(frame).position()));
    }

    /// The keyframe that last said where the key stands.
    private static int keyframe(Shot shot, int frame) {
        int found = 0;
        for (int k = 0; k < shot.keyframes().size(); k++) {
            boolean says = shot.keyframes().get(k).light().mark().isPresent();
            found = says && shot.frameOf(k) <= frame ? k : found;
        }
        return found;
    }

    /// The light with its mark inside of the room.
    private static LightDirection inside(LightDirection asked, Box room, int keyframe, List<Note> notes) {
        if (asked.mark().isEmpty()) {
            return asked;
        }
        Mark m = asked.mark().get();
        double x = Ease.clamp(m.x(), room.low().x() + WALL_MARGIN, room.high().x() - WALL_MARGIN);
        double z = Ease.clamp(m.z(), room.low().z() + WALL_MARGIN, room.high().z() - WALL_MARGIN);
        double off = StrictMath.hypot(x - m.x(), z - m.z());
        if (off < 1e-6) {
            return asked;
        }
        Note note = new Note(
                keyframe,
                "light.mark",
                String.format(Locale.ROOT, "%.1f m nearer, inside of the wall", off),
                "the light's mark lies outside of the room",
                true);
        if (!notes.contains(note)) {
            notes.add(note);
        }
        return new LightDirection(
                asked.lighting(),
                asked.from(),
                asked.kelvin(),
                asked.level(),
                Optional.of(new Mark(x, m.y(), z, Optional.empty())));
    }

    /// What could not be done as asked.
    public List<Note> notes() {
        return notes;
    }

    /// Whether the key stands on a mark at a frame.
    public boolean marked(int frame) {
        return spans.get(number(frame)).marked();
    }

    /// The plans of the clip in order of time.
    public List<LightPlan> plans() {
        return spans.stream().map(Span::plan).toList();
    }

    /// The frames from which the plans are in force.
    public List<Integer> starts() {
        return spans.stream().map(Span::first).toList();
    }

    /// The lamps of a plan as they stand at a frame.
    public List<Emitter> standing(int plan, int frame) {
        return traveled(spans.get(plan), frame);
    }

    /// Which of the plans is in force at a frame.
    public int number(int frame) {
        int i = 0;
        while (i + 1 < spans.size() && spans.get(i + 1).first() <= frame) {
            i++;
        }
        return i;
    }

    /// What shines at a frame, with which sky and exposure.
    public LightPlan at(int frame) {
        int i = number(frame);
        Span span = spans.get(i);
        double since = (frame - span.first()) * frameSeconds;
        List<Emitter> here = traveled(span, frame);
        if (!fades(i, frame)) {
            return new LightPlan(
                    here, span.plan().sky(), span.plan().exposure(), span.plan().decisions());
        }
        double share = Ease.smooth(since / FADE);
        List<Emitter> both = new ArrayList<>();
        traveled(spans.get(i - 1), frame).forEach(e -> both.add(scaled(e, 1 - share)));
        here.forEach(e -> both.add(scaled(e, share)));
        Sky sky = share < 0.5 ? spans.get(i - 1).plan().sky() : span.plan().sky();
        double a = spans.get(i - 1).plan().exposure();
        return new LightPlan(
                both,
                sky,
                a * StrictMath.pow(span.plan().exposure() / a, share),
                span.plan().decisions());
    }

    /// What bounce light is worked out from at a frame: the lamps as they stood when the light was set.
    public List<Emitter> bounced(int frame) {
        int i = number(frame);
        return fades(i, frame) ? at(frame).emitters() : spans.get(i).plan().emitters();
    }

    private boolean fades(int span, int frame) {
        int first = spans.get(span).first();
        return span > 0
                && (frame - first) * frameSeconds < FADE
                && !camera.cuts().contains(first);
    }

    /// All decisions taken, by span.
    public List<String> decisions() {
        return spans.stream()
                .flatMap(s -> s.plan().decisions().stream())
                .distinct()
                .toList();
    }

    private List<Emitter> traveled(Span span, int frame) {
        Vec3 by = camera.travel(frame).minus(camera.travel(span.middle()));
        if (by.length() < 1e-6) {
            return span.plan().emitters();
        }
        return span.plan().emitters().stream()
                .map(e -> e.group() == LightGroup.KEY && !span.marked()
                                || e.group() == LightGroup.FILL
                                || e.group() == LightGroup.RIM
                        ? moved(e, by)
                        : e)
                .toList();
    }

    private static Emitter moved(Emitter e, Vec3 by) {
        return switch (e) {
            case Emitter.Rectangle r ->
                new Emitter.Rectangle(r.group(), r.center().plus(by), r.u(), r.v(), r.radiance());
            case Emitter.Bulb b -> new Emitter.Bulb(b.group(), b.center().plus(by), b.radius(), b.intensity());
            case Emitter.Sun s -> s;
        };
    }

    private static Emitter scaled(Emitter e, double k) {
        return switch (e) {
            case Emitter.Rectangle r ->
                new Emitter.Rectangle(
                        r.group(), r.center(), r.u(), r.v(), r.radiance().times(k));
            case Emitter.Bulb b ->
                new Emitter.Bulb(
                        b.group(), b.center(), b.radius(), b.intensity().times(k));
            case Emitter.Sun s ->
                new Emitter.Sun(
                        s.group(), s.toward(), s.angularRadius(), s.irradiance().times(k));
        };
    }
}
