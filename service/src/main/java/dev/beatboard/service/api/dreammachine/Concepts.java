package dev.beatboard.service.api.dreammachine;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The vendor's concepts, each with the words that it becomes at the end of a prompt. Those of the
/// vendor's that the director has no words for (`tiny_planet`, `bolt_cam`, `selfie`,
/// `elevator_doors`) are not offered.
final class Concepts {

    private static final SequencedMap<String, String> WORDS = words();

    private Concepts() {}

    private static SequencedMap<String, String> words() {
        TreeMap<String, String> w = new TreeMap<>();
        for (String key : List.of(
                "truck_left",
                "truck_right",
                "pan_left",
                "pan_right",
                "tilt_up",
                "tilt_down",
                "pedestal_up",
                "pedestal_down",
                "crane_up",
                "crane_down",
                "orbit_left",
                "orbit_right",
                "roll_left",
                "roll_right",
                "zoom_in",
                "zoom_out",
                "dolly_zoom",
                "push_in",
                "pull_out",
                "low_angle",
                "high_angle",
                "eye_level",
                "ground_level",
                "over_the_shoulder",
                "handheld",
                "aerial",
                "pov")) {
            w.put(key, key.replace('_', ' '));
        }
        w.put("static", "static camera");
        w.put("overhead", "overhead shot");
        w.put("aerial_drone", "drone shot");
        return w;
    }

    /// All keys, in the order of the alphabet.
    static List<String> keys() {
        return List.copyOf(WORDS.keySet());
    }

    /// The words of a key that is known.
    static String words(String key) {
        String words = WORDS.get(key);
        if (words == null) {
            throw new IllegalArgumentException(key);
        }
        return words;
    }

    /// What the older list of camera motions has: phrases that may stand in a prompt.
    static List<String> motions() {
        return List.of(
                "Static",
                "Move Left",
                "Move Right",
                "Move Up",
                "Move Down",
                "Push In",
                "Pull Out",
                "Zoom In",
                "Zoom Out",
                "Pan Left",
                "Pan Right",
                "Tilt Up",
                "Tilt Down",
                "Orbit Left",
                "Orbit Right",
                "Crane Up",
                "Crane Down");
    }
}
