package dev.beatboard;

import dev.beatboard.asset.Library;
import dev.beatboard.direction.Advice;
import dev.beatboard.direction.Interpreter;
import dev.beatboard.direction.Lanes;
import dev.beatboard.direction.Understanding;
import dev.beatboard.direction.Vocabulary;
import dev.beatboard.file.FrameShelf;
import dev.beatboard.file.Picture;
import dev.beatboard.file.edit.StoryboardFile;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.ToneMap;
import dev.beatboard.motion.Illumination;
import dev.beatboard.motion.Performers;
import dev.beatboard.motion.Play;
import dev.beatboard.motion.camera.CameraPlan;
import dev.beatboard.motion.camera.CameraPlanner;
import dev.beatboard.render.Quality;
import dev.beatboard.render.Renderer;
import dev.beatboard.render.raster.RasterRenderer;
import dev.beatboard.render.reference.PathTracer;
import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.Sizes;
import dev.beatboard.stage.Channel;
import dev.beatboard.stage.PictureAxes;
import dev.beatboard.stage.Stage;
import dev.beatboard.stage.Staging;
import dev.beatboard.stage.Stock;
import dev.beatboard.stage.Timing;
import dev.beatboard.stage.set.Inventory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The engine's front door: words to a clip.
///
/// ```java
/// Understanding words = Director.understand(draft);
/// try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
///     Take take = director.stage(words);
///     director.render(take, order, progress);
/// }
/// ```
public final class Director implements AutoCloseable {

    private final Library library;
    private final Stock stock;
    private final RasterRenderer renderer;
    private final int threads;
    private final FrameShelf shelf;
    private @Nullable Renderer reference;
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable List<FilmProp> props;

    /// @param library what is installed
    /// @param threads that render
    public Director(Library library, int threads) {
        this(library, threads, FrameShelf.NONE);
    }

    /// @param shelf where this and other machines keep frames for each other
    public Director(Library library, int threads, FrameShelf shelf) {
        this.shelf = shelf;
        this.library = library;
        this.stock = new Stock(library);
        this.renderer = new RasterRenderer(threads);
        this.threads = threads;
    }

    /// Bytes for people, set and textures of a large scene, and for each pixel of a raster
    /// renderer or of the reference: what was measured at 1920x1080 and 3840x2160, and a tenth
    /// more.
    private static final long SCENE = 700_000_000;

    private static final long PIXEL = 650;
    private static final long REFERENCE_PIXEL = 150;
    /// Of a plane: two frames are at work at a time, and one is being packed.
    private static final long PLANE_PIXEL = 11;

    /// About how many bytes of memory frames of that size need, whatever their number.
    ///
    /// @param quality `draft`, `final` or `reference`
    /// @param planes besides the picture's own that are wanted of a frame
    public static long memory(int width, int height, String quality, int planes) {
        return SCENE + (long) width * height * perPixel(quality, planes);
    }

    /// The reverse of [#memory]: the most pixels that so many bytes are enough for.
    public static long pixelsWithin(long bytes, String quality, int planes) {
        return Math.max(0, bytes - SCENE) / perPixel(quality, planes);
    }

    private static long perPixel(String quality, int planes) {
        return (quality.equals("reference") ? REFERENCE_PIXEL : PIXEL) + PLANE_PIXEL * planes;
    }

    /// Understands the words of a draft. Needs no assets; takes milliseconds.
    public static Understanding understand(ShotDraft draft) {
        return Interpreter.understand(draft);
    }

    /// The same with remedies for its warnings, each tried before it is given. Needs no assets; takes tens of
    /// milliseconds.
    public static Understanding advise(ShotDraft draft) {
        return Advice.on(draft, understand(draft));
    }

    /// The timeline of a shot, told from its words and from how long bodies take. Needs no assets.
    public static List<Lanes.Span> lanes(Understanding understanding) {
        return Lanes.of(understanding, new Lanes.Body() {
            @Override
            public double seconds(Action a) {
                return Timing.seconds(a);
            }

            @Override
            public boolean compete(ActionKind a, ActionKind b) {
                return Channel.of(a) == Channel.of(b);
            }
        });
    }

    /// Casts, builds, blocks, films and lights a shot. Cheap: no frame is drawn.
    public Take stage(Understanding understanding) throws IOException {
        Shot shot = understanding.shot();
        Staging staging = Staging.of(shot, stock);
        // Left and right are read in the picture just before a keyframe, so the first camera tells where they are.
        Stage rehearsal = staging.blocked(PictureAxes.AUDIENCE);
        CameraPlan first = film(rehearsal, new Performers(rehearsal));
        Stage stage = staging.blocked(k -> first.rightBefore(shot.frameOf(k)));
        Performers performers = new Performers(stage);
        CameraPlan camera = film(stage, performers);
        return new Take(
                understanding,
                new Play(stage, performers, camera, Illumination.plan(stage, performers, camera, library.skies())));
    }

    /// All things that words can name, with the sets that have them. Takes seconds the first time.
    public List<FilmProp> props() {
        looking.lock();
        try {
            List<FilmProp> known = props;
            if (known == null) {
                known = Inventory.of(Vocabulary.things(), library.props()).items().stream()
                        .map(i -> new FilmProp(i.noun(), i.sets(), i.brought()))
                        .toList();
                props = known;
            }
            return known;
        } finally {
            looking.unlock();
        }
    }

    private static CameraPlan film(Stage stage, Performers performers) {
        return CameraPlanner.plan(stage.shot(), stage.set(), stage.scores(), performers);
    }

    /// Frame `n` of a take alone: a pure function of the take, the quality and `n`.
    public Frame frame(Take take, int n, Quality quality) {
        return take.frame(n, quality, renderer(quality.name()));
    }

    /// Frame `n` of a take as a draft of any size, to be looked at. One at a time.
    ///
    /// @param size of the take's shape, but for rounding to whole pixels
    public Picture still(Take take, int n, Sizes.Size size) {
        Frame frame = frame(take, n, Quality.draft(size.width(), size.height()));
        return new Picture(frame.width(), frame.height(), ToneMap.toSrgb(frame));
    }

    /// Renders a take into its folder.
    ///
    /// @throws IOException with a message for people, if something cannot be written
    public RenderResult render(Take take, RenderOrder order, RenderProgress progress) throws IOException {
        return production(take, order, progress, null).run();
    }

    /// Delivers a clip whose frames were rendered apart: the same files that [#render] would have
    /// left.
    ///
    /// @param order for all frames, under the terms of the chunks
    /// @throws IOException with a message for people, if something cannot be read or written
    public RenderResult assemble(Take take, Assembly assembly, RenderOrder order, RenderProgress progress)
            throws IOException {
        return production(take, order, progress, assembly).run();
    }

    private Production production(Take take, RenderOrder order, RenderProgress progress, @Nullable Assembly assembly) {
        return new Production(
                take,
                order,
                progress,
                renderer(order.quality()),
                Library.defaultRoot(),
                shelf,
                new StoryboardFile.Fonts(library.font(false), library.font(true)),
                assembly);
    }

    /// What each frame of an order shows, as a digest: frames with equal ones are equal, of
    /// whatever shots they are. No frame is drawn; a frame takes as long as to pose it.
    ///
    /// @return one for each frame of the order, in their sequence
    public static List<String> digests(Take take, RenderOrder order) throws IOException {
        FrameStore names = FrameStore.names();
        Quality quality = Production.quality(order);
        List<String> digests = new ArrayList<>();
        for (int n = order.frames().first(); n <= order.frames().last(); n++) {
            digests.add(names.key(take.play().scene(n), quality, order.width(), order.height()));
        }
        return digests;
    }

    /// What the stages of the draft or final frame that was drawn last took, milliseconds by the
    /// clock, in their order.
    public Map<String, Double> stages() {
        return renderer.stages();
    }

    /// The renderer of a quality; the reference's is made when it is first asked for.
    private synchronized Renderer renderer(String quality) {
        if (!quality.equals("reference")) {
            return renderer;
        }
        Renderer r = reference;
        if (r == null) {
            r = new PathTracer(threads);
            reference = r;
        }
        return r;
    }

    @Override
    public synchronized void close() {
        renderer.close();
        if (reference != null) {
            reference.close();
        }
    }
}
