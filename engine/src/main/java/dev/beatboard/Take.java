package dev.beatboard;

import dev.beatboard.direction.Understanding;
import dev.beatboard.file.camera.CameraTrack;
import dev.beatboard.frame.Frame;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Play;
import dev.beatboard.motion.camera.CameraPlan;
import dev.beatboard.motion.camera.Reframing;
import dev.beatboard.render.Quality;
import dev.beatboard.render.Renderer;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Sizes;
import dev.beatboard.stage.Note;
import dev.beatboard.stage.cast.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A shot that is staged and ready to be rendered.
public final class Take {

    private final Understanding understanding;
    private final Play play;

    Take(Understanding understanding, Play play) {
        this.understanding = understanding;
        this.play = play;
    }

    /// What it was staged from.
    public Understanding understanding() {
        return understanding;
    }

    public Shot shot() {
        return understanding.shot();
    }

    /// What staging and the camera decided unasked or could not do.
    public List<Note> notes() {
        List<Note> all = new ArrayList<>(play.stage().notes());
        all.addAll(play.camera().notes());
        for (String d : play.light().decisions()) {
            all.add(new Note(-1, "light", d, "the light plan", false));
        }
        all.addAll(play.light().notes());
        all.addAll(outside());
        return all;
    }

    /// Whoever is told something at a keyframe while outside of the picture (keyframe rule 13).
    private List<Note> outside() {
        List<Note> notes = new ArrayList<>();
        for (int k = 0; k < shot().keyframes().size(); k++) {
            int n = shot().frameOf(k);
            for (Actor a : play.stage().actors()) {
                String name = a.performer().name();
                boolean told = shot().keyframes().get(k).cast().stream()
                        .anyMatch(d -> d.name().equals(name)
                                && (!d.actions().isEmpty() || d.expression().isPresent()));
                Vec3 eyes = play.camera()
                        .view(n)
                        .project(
                                play.performers()
                                        .landmarks(a.index(), n * shot().rate().frameSeconds())
                                        .eyes(),
                                play.camera().aspect());
                boolean seen = eyes.z() > 0 && eyes.x() > 0 && eyes.x() < 1 && eyes.y() > 0 && eyes.y() < 1;
                if (told && !seen) {
                    notes.add(new Note(
                            k,
                            name + ".in-frame",
                            "acts outside of the picture",
                            "the camera frames something else",
                            true));
                }
            }
        }
        return notes;
    }

    /// Renders frame `n` alone; equal to the same frame in sequence.
    public Frame frame(int n, Quality quality, Renderer renderer) {
        return renderer.render(play.scene(n), quality);
    }

    /// The same take for a picture of another shape: same world, same performance, same cuts,
    /// framed anew (see [Reframing]). The take itself if the shape is its own but for rounding to
    /// whole pixels.
    public Take reframed(Sizes.Size picture) {
        double aspect = (double) picture.width() / picture.height();
        double rounding = 2.0 / Math.min(picture.width(), picture.height());
        if (Math.abs(aspect / play.camera().aspect() - 1) < rounding) {
            return this;
        }
        CameraPlan camera =
                Reframing.of(play.camera(), aspect, shot(), play.stage().scores(), play.performers());
        return new Take(understanding, play.before(camera));
    }

    /// The same take seen by another camera, such as one that was read from a file
    /// ([dev.beatboard.file.camera.CameraFile]): same world, light and performance, though eyes
    /// that look at the lens follow it. What the keyframes ask of the framing is still measured,
    /// and may be missed.
    ///
    /// @param views one per frame of the clip
    /// @param cuts the first frame of every set-up, 0 included, ascending
    public Take followed(List<View> views, List<Integer> cuts) {
        CameraPlan plan = play.camera();
        int frames = plan.views().size();
        boolean ascending = !cuts.isEmpty() && cuts.getFirst() == 0 && cuts.getLast() < frames;
        for (int i = 1; i < cuts.size(); i++) {
            ascending &= cuts.get(i) > cuts.get(i - 1);
        }
        if (views.size() != frames || !ascending) {
            throw new IllegalArgumentException("A camera to follow has one view for each of " + frames
                    + " frames and cuts that ascend from 0: " + views.size() + " views, cuts " + cuts);
        }
        List<Note> notes = new ArrayList<>(plan.notes());
        notes.add(new Note(-1, "camera", "follows a given camera", "its planned moves are left out", false));
        return new Take(
                understanding,
                play.before(new CameraPlan(views, plan.aspect(), cuts, plan.travel(), plan.framings(), notes)));
    }

    /// The camera of the whole clip.
    ///
    /// @param picture its size in pixels
    public CameraTrack camera(Sizes.Size picture) {
        CameraPlan plan = play.camera();
        return new CameraTrack(plan.views(), plan.cuts(), shot().rate(), picture.width(), picture.height(), 0);
    }

    /// The first frame of every set-up of the camera, 0 included, ascending.
    public List<Integer> cuts() {
        return play.camera().cuts();
    }

    /// The light groups that the clip has at any time.
    Set<LightGroup> lightGroups() {
        return play.light().plans().stream()
                .flatMap(p -> p.emitters().stream())
                .map(Emitter::group)
                .collect(Collectors.toSet());
    }

    Play play() {
        return play;
    }
}
