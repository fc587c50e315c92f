package dev.beatboard.track;

import java.util.Locale;

/// The 21 points of a hand in the order of MediaPipe Hands, which is OpenPose's as well.
public enum HandPoint {
    WRIST,
    THUMB_CMC,
    THUMB_MCP,
    THUMB_IP,
    THUMB_TIP,
    INDEX_FINGER_MCP,
    INDEX_FINGER_PIP,
    INDEX_FINGER_DIP,
    INDEX_FINGER_TIP,
    MIDDLE_FINGER_MCP,
    MIDDLE_FINGER_PIP,
    MIDDLE_FINGER_DIP,
    MIDDLE_FINGER_TIP,
    RING_FINGER_MCP,
    RING_FINGER_PIP,
    RING_FINGER_DIP,
    RING_FINGER_TIP,
    PINKY_MCP,
    PINKY_PIP,
    PINKY_DIP,
    PINKY_TIP;

    /// As it is called in files: `index-finger-mcp`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
