package dev.beatboard;

import dev.beatboard.file.Decimal;
import dev.beatboard.file.Picture;
import dev.beatboard.file.Slate;
import dev.beatboard.file.camera.CameraTrack;
import dev.beatboard.file.camera.ChanFile;
import dev.beatboard.file.camera.Locator;
import dev.beatboard.file.camera.PoseFile;
import dev.beatboard.file.camera.UsdFile;
import dev.beatboard.file.comp.CompSource;
import dev.beatboard.file.comp.FusionComp;
import dev.beatboard.file.comp.NukeScript;
import dev.beatboard.file.edit.Edit;
import dev.beatboard.file.edit.EdlFile;
import dev.beatboard.file.edit.FcpXmlFile;
import dev.beatboard.file.edit.OtioFile;
import dev.beatboard.file.edit.ShotListFile;
import dev.beatboard.file.edit.StoryboardFile;
import dev.beatboard.file.farm.JobTemplate;
import dev.beatboard.file.gltf.GltfForm;
import dev.beatboard.file.gltf.GltfWriter;
import dev.beatboard.file.gltf.ShotModel;
import dev.beatboard.file.track.TrackFiles;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Cryptomatte;
import dev.beatboard.frame.Layer;
import dev.beatboard.motion.Play;
import dev.beatboard.render.Layers;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.World;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.time.Timecode;
import dev.beatboard.track.ClipTrack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The files that go with the pictures of a clip: cameras, edits, compositions, tracks, models,
/// jobs. All are small beside the pictures and cost no rendering.
final class Delivery {

    /// Frames in a chunk of a farm's job, if nobody chooses otherwise.
    private static final int CHUNK = 24;

    private final Take take;
    private final RenderOrder order;
    private final Slate slate;
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Delivery(Take take, RenderOrder order, Slate slate) {
        this.take = take;
        this.order = order;
        this.slate = slate;
        folder = order.folder();
    }

    /// Writes what was ordered.
    ///
    /// @param stills the pictures of keyframes, by their number
    /// @param fonts for printed pages
    /// @param tracks of the frames that were rendered
    List<Path> write(Map<Integer, Picture> stills, StoryboardFile.Fonts fonts, ClipTrack tracks) throws IOException {
        Set<Format> formats = order.formats();
        if (formats.contains(Format.CAMERA)) {
            camera();
        }
        if (formats.contains(Format.EDIT)) {
            edit(stills, fonts);
        }
        if (formats.contains(Format.COMP)) {
            compositions();
        }
        if (formats.contains(Format.TRACKS)) {
            files.addAll(TrackFiles.write(folder, tracks, slate));
        }
        if (formats.contains(Format.GLTF) || formats.contains(Format.WEB)) {
            models(formats);
        }
        if (formats.contains(Format.JOB)) {
            job();
        }
        return files;
    }

    private Path file(String name) {
        Path file = folder.resolve(name);
        files.add(file);
        return file;
    }

    /// The camera of the frames that were rendered, for pictures as large as these.
    private CameraTrack rendered() {
        CameraTrack all = take.camera(order.inside());
        int first = order.frames().first();
        int last = order.frames().last();
        List<Integer> cuts = new ArrayList<>(List.of(0));
        all.cuts().stream().filter(c -> c > first && c <= last).forEach(c -> cuts.add(c - first));
        double wider = order.width() / (double) order.inside().width();
        return new CameraTrack(
                all.views().subList(first, last + 1).stream()
                        .map(v -> wider == 1 ? v : v.onWider(wider))
                        .toList(),
                cuts,
                all.rate(),
                order.width(),
                order.height(),
                first);
    }

    private void camera() throws IOException {
        CameraTrack camera = rendered();
        ChanFile.write(file("camera.chan"), camera);
        PoseFile.write(file("camera.txt"), camera, slate.title());
        UsdFile.write(file("camera.usda"), camera, take.shot(), locators(), slate);
    }

    /// Where everybody stands, frame by frame.
    private List<Locator> locators() {
        Play play = take.play();
        double seconds = take.shot().rate().frameSeconds();
        List<Locator> locators = new ArrayList<>();
        for (Actor a : play.stage().actors()) {
            locators.add(new Locator(
                    a.performer().name(),
                    IntStream.rangeClosed(order.frames().first(), order.frames().last())
                            .mapToObj(n -> play.performers().anchor(a.index(), n * seconds))
                            .toList()));
        }
        return locators;
    }

    private void edit(Map<Integer, Picture> stills, StoryboardFile.Fonts fonts) throws IOException {
        Shot shot = take.shot();
        Optional<String> movie = movie();
        Edit edit = new Edit(
                shot,
                slate,
                order.width(),
                order.height(),
                order.frames(),
                take.play().camera().cuts(),
                Timecode.of(shot.rate()),
                movie,
                order.formats().contains(Format.EXR)
                        ? Optional.of(new Edit.Sequence(
                                order.sequence()
                                        .folder(order.sequence().spaces().getFirst()),
                                "clip.",
                                ".exr"))
                        : Optional.empty());
        OtioFile.write(file("clip.otio"), edit);
        EdlFile.write(file("clip.edl"), edit);
        if (movie.isPresent()) {
            FcpXmlFile.write(file("clip.fcpxml"), edit);
        }
        ShotListFile.write(file("shot-list.csv"), edit, take.play().camera().views());
        StoryboardFile.write(
                file("storyboard.pdf"), slate.title(), slate.line(), StoryboardFile.panels(edit, stills), fonts);
    }

    /// The movie that an edit points to: the one to work with, if there are several.
    private Optional<String> movie() {
        return List.of(Format.PRORES, Format.MP4, Format.HDR10, Format.HLG).stream()
                .filter(order.formats()::contains)
                .findFirst()
                .flatMap(Format::video)
                .map(v -> "clip" + v.ending());
    }

    private void compositions() throws IOException {
        World world = take.play().world(order.frames().first());
        List<String> actors = IntStream.range(0, world.objects().size())
                .filter(i -> world.objects().get(i).performer())
                .mapToObj(world.names()::get)
                .toList();
        ColorSpace space = order.sequence().spaces().getFirst();
        CompSource source = new CompSource(
                slate.title(), order.sequence().folder(space), "clip.", ".exr", channels(), actors, space, rendered());
        NukeScript.write(file("clip.nk"), source);
        FusionComp.write(file("clip.comp"), source);
    }

    /// The channels of the EXR files.
    List<String> channels() {
        List<String> names = new ArrayList<>();
        for (Layer l : Layer.values()) {
            if (!order.sequence().layers().contains(l)) {
                continue;
            }
            switch (l) {
                case BEAUTY -> names.addAll(List.of("R", "G", "B", "A"));
                case DEPTH -> names.add("depth.Z");
                case ID -> names.add("id.X");
                case NORMALS -> names.addAll(List.of("N.X", "N.Y", "N.Z"));
                case POSITION -> names.addAll(List.of("P.X", "P.Y", "P.Z"));
                case MOTION -> names.addAll(List.of("forward.u", "forward.v", "backward.u", "backward.v"));
                case ALBEDO, DIFFUSE, SPECULAR, EMISSION, SHADOW, AMBIENT -> names.addAll(colors(l.label()));
                case LIGHTS -> {
                    for (LightGroup g : new Layers(Set.of(l), take.lightGroups()).inOrder()) {
                        names.addAll(colors(Layers.name(g)));
                    }
                    names.addAll(colors("light_bounce"));
                }
                case CRYPTOMATTE -> {
                    names.addAll(Cryptomatte.planes(Cryptomatte.OBJECTS));
                    if (!take.play().stage().actors().isEmpty()) {
                        names.addAll(Cryptomatte.planes(Cryptomatte.ACTORS));
                    }
                }
            }
        }
        return names;
    }

    private static List<String> colors(String layer) {
        return List.of(layer + ".R", layer + ".G", layer + ".B");
    }

    private void models(Set<Format> formats) throws IOException {
        ShotModel model = ShotModels.of(take, order.quality());
        if (formats.contains(Format.GLTF)) {
            GltfWriter.write(file("shot.glb"), model, GltfForm.PLAIN);
        }
        if (formats.contains(Format.WEB)) {
            GltfWriter.write(file("shot.web.glb"), model, GltfForm.COMPRESSED);
        }
    }

    private void job() throws IOException {
        List<String> rendered = order.formats().stream()
                .filter(f -> f != Format.JOB && f != Format.GUIDES)
                .sorted()
                .map(Format::label)
                .toList();
        JobTemplate.write(
                file("job.yaml"),
                new JobTemplate.Job(
                        slate.title(),
                        "shot.json",
                        take.shot().frames(),
                        order.quality(),
                        rendered.isEmpty() ? List.of(Format.MP4.label()) : rendered,
                        options(),
                        CHUNK));
    }

    /// What makes `render` give the same files again, besides quality and formats.
    private List<String> options() {
        List<String> words = new ArrayList<>(List.of("--size", order.width() + "x" + order.height()));
        if (order.extended()) {
            words.add("--extend");
        }
        if (order.quality().equals("reference")) {
            words.addAll(List.of("--samples", Integer.toString(order.samples())));
        }
        if (order.exr().isPresent()) {
            SequenceOrder s = order.exr().get();
            words.addAll(List.of("--layers", join(s.layers().stream().sorted().map(Layer::label))));
            words.addAll(List.of("--color-space", join(s.spaces().stream().map(ColorSpace::label))));
            words.addAll(List.of("--exr-compression", s.compression().name().toLowerCase(Locale.ROOT)));
            if (s.multiPart()) {
                words.add("--multi-part");
            }
            if (s.overscan() > 0) {
                words.addAll(List.of(
                        "--overscan",
                        Decimal.of(100.0 * s.overscan() / order.inside().width(), 6)));
            }
        }
        Marking m = order.marking();
        if (m.burnIn()) {
            words.add("--burn-in");
        }
        m.watermark().ifPresent(w -> words.addAll(List.of("--watermark", w)));
        m.letterbox().ifPresent(a -> words.addAll(List.of("--letterbox", Decimal.of(a, 6) + ":1")));
        if (m.slateSeconds() > 0) {
            words.addAll(List.of("--slate", Decimal.of(m.slateSeconds(), 3)));
        }
        return words;
    }

    private static String join(Stream<String> labels) {
        return labels.collect(Collectors.joining(","));
    }
}
