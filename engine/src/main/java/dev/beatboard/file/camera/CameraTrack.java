package dev.beatboard.file.camera;

import dev.beatboard.file.FileNumber;
import dev.beatboard.scene.View;
import dev.beatboard.time.FrameRate;
import java.util.List;

/// A camera over time: one view per frame, and where it is cut.
///
/// @param views of the frames from `first` on; at least one
/// @param cuts the first frame of every set-up, counted as the clip's frames are, ascending
/// @param width of the picture in pixels
/// @param height of the picture in pixels
/// @param first the clip's frame that the first view belongs to
public record CameraTrack(List<View> views, List<Integer> cuts, FrameRate rate, int width, int height, int first) {

    public CameraTrack {
        views = List.copyOf(views);
        cuts = List.copyOf(cuts);
        if (views.isEmpty() || width < 1 || height < 1 || first < 0) {
            throw new IllegalArgumentException("A camera has at least one view, a picture and a first frame: "
                    + views.size() + " views, " + width + "x" + height + ", from " + first);
        }
    }

    /// The clip's frame of the view at place `i`.
    public int frame(int i) {
        return first + i;
    }

    /// The number in files of the view at place `i`.
    public int number(int i) {
        return FileNumber.of(first + i);
    }

    /// Whether a set-up begins with the view at place `i`.
    public boolean begins(int i) {
        return i == 0 || cuts.contains(frame(i));
    }

    public double aspect() {
        return (double) width / height;
    }

    /// The tangent of half the vertical field of view at place `i`.
    public double tanHalfHeight(int i) {
        return views.get(i).tanHalfWidth() / aspect();
    }
}
