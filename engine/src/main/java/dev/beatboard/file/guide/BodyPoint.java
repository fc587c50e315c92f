package dev.beatboard.file.guide;

/// The 18 points of a body in OpenPose's COCO order; left and right are the person's own.
enum BodyPoint {
    NOSE(0xff0000),
    NECK(0xff5500),
    RIGHT_SHOULDER(0xffaa00),
    RIGHT_ELBOW(0xffff00),
    RIGHT_WRIST(0xaaff00),
    LEFT_SHOULDER(0x55ff00),
    LEFT_ELBOW(0x00ff00),
    LEFT_WRIST(0x00ff55),
    RIGHT_HIP(0x00ffaa),
    RIGHT_KNEE(0x00ffff),
    RIGHT_ANKLE(0x00aaff),
    LEFT_HIP(0x0055ff),
    LEFT_KNEE(0x0000ff),
    LEFT_ANKLE(0x5500ff),
    RIGHT_EYE(0xaa00ff),
    LEFT_EYE(0xff00ff),
    RIGHT_EAR(0xff00aa),
    LEFT_EAR(0xff0055);

    private final int color;

    BodyPoint(int color) {
        this.color = color;
    }

    /// Its color as OpenPose draws it, `0xRRGGBB`.
    int color() {
        return color;
    }
}
