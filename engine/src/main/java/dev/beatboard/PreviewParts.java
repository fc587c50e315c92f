package dev.beatboard;

import dev.beatboard.file.gltf.GltfParts;
import dev.beatboard.file.gltf.PersonModel;
import dev.beatboard.file.gltf.SetModel;
import dev.beatboard.file.preview.MotionWriter;
import dev.beatboard.math.Sha256;
import dev.beatboard.motion.skin.LinearSkin;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.SceneDigest;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.scene.Shape;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.set.FilmSet;
import dev.beatboard.stage.set.Glow;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Shots before they are rendered, in parts that stay what they are from edit to edit: the set, each person, and what
/// moves. A part is known by a digest of all that it is made of, so that whoever has it need not ask for it again; it
/// is made only when its bytes are. Safe for use by several threads.
public final class PreviewParts {

    /// Sets and people whose digests are remembered.
    private static final int KNOWN = 64;
    /// Takes whose motion is remembered: 2 MB for eight people and 20 s.
    private static final int TAKES = 4;

    private final String build;
    private final Latest<String> digests = new Latest<>(KNOWN);
    private final Latest<Part> motions = new Latest<>(TAKES);

    /// What was found out of some objects, for as many as were asked for last.
    private static final class Latest<V> {
        private final Map<Same, V> known;

        Latest(int most) {
            known = new LinkedHashMap<>(most, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Same, V> eldest) {
                    return size() > most;
                }
            };
        }

        V of(Object object, Supplier<V> finding) {
            Same key = new Same(object);
            synchronized (known) {
                V value = known.get(key);
                if (value != null) {
                    return value;
                }
            }
            V found = finding.get();
            synchronized (known) {
                known.put(key, found);
            }
            return found;
        }
    }

    /// The very object, as long as there is one.
    private static final class Same {
        private final WeakReference<Object> object;
        private final int hash;

        Same(Object object) {
            this.object = new WeakReference<>(object);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public boolean equals(Object o) {
            if (this == o) {
                return true;
            }
            Object mine = object.get();
            return mine != null && o instanceof Same s && s.object.get() == mine;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /// A shot as its parts.
    public record Parts(Part set, List<Person> people, Part motion) {

        public Parts {
            people = List.copyOf(people);
        }
    }

    /// Somebody of the cast.
    public record Person(String name, Part part) {}

    /// A file.
    ///
    /// @param digest 64 hexadecimal digits; parts of the same digest have the same bytes
    public record Part(String digest, Maker maker) {

        /// Makes the file, which can take a second.
        public byte[] bytes() throws IOException {
            return maker.make();
        }
    }

    /// Makes a file.
    @FunctionalInterface
    public interface Maker {
        byte[] make() throws IOException;
    }

    public PreviewParts() throws IOException {
        build = BuildDigest.compute();
    }

    /// The parts of a take.
    public Parts of(Take take) {
        FilmSet set = take.play().stage().set();
        Part setPart = new Part(
                digest(set, () -> List.of("set", objects(set), set.shapes())), () -> GltfParts.set(model(set)));
        List<Person> people = take.play().stage().actors().parallelStream()
                .map(a -> new Person(
                        a.performer().name(), new Part(digest(a, () -> looks(a)), () -> GltfParts.person(model(a)))))
                .toList();
        return new Parts(setPart, people, motions.of(take, () -> {
            byte[] motion = MotionWriter.encode(MotionModels.of(take));
            return new Part(Sha256.hex(motion), () -> motion);
        }));
    }

    private String digest(Object of, Supplier<List<?>> content) {
        return digests.of(of, () -> new SceneDigest().of(List.of(build, GltfParts.FORMAT, content.get())));
    }

    private static List<?> looks(Actor a) {
        PersonModel p = model(a);
        return List.of("person", p.name(), p.joints(), p.surfaces());
    }

    private static PersonModel model(Actor a) {
        LinearSkin skin = LinearSkin.of(a);
        return new PersonModel(a.performer().name(), skin.joints(), skin.surfaces());
    }

    private static SetModel model(FilmSet set) {
        Map<Material, String> glows = new HashMap<>();
        for (Shape s : set.shapes()) {
            Material m = s.material();
            if (!m.emission().equals(Rgb.BLACK)) {
                glows.put(m, Glow.group(m).map(MotionModels::glow).orElse(MotionModels.ALWAYS));
            }
        }
        return new SetModel(set.kind().name().toLowerCase(Locale.ROOT), set.shapes(), objects(set), glows);
    }

    private static List<SceneObject> objects(FilmSet set) {
        List<SceneObject> objects = new ArrayList<>();
        objects.add(new SceneObject("nothing", false));
        set.things().forEach(t -> objects.add(new SceneObject(t.noun(), false)));
        return objects;
    }
}
