package dev.beatboard.shot;

/// What the camera does. Left and right are the picture's; orbit left moves the camera to its own left.
public enum CameraMoveKind {
    NONE,
    PUSH_IN,
    PULL_OUT,
    PAN_LEFT,
    PAN_RIGHT,
    TILT_UP,
    TILT_DOWN,
    TRUCK_LEFT,
    TRUCK_RIGHT,
    PEDESTAL_UP,
    PEDESTAL_DOWN,
    CRANE_UP,
    CRANE_DOWN,
    ORBIT_LEFT,
    ORBIT_RIGHT,
    ROLL_LEFT,
    ROLL_RIGHT,
    ZOOM_IN,
    ZOOM_OUT,
    DOLLY_ZOOM,
    FOLLOW,
    LEAD,
    FORWARD,
    RACK_FOCUS;

    /// Whether the camera only turns where it stands, so that what is named with it is where it turns to.
    public boolean turns() {
        return this == PAN_LEFT || this == PAN_RIGHT || this == TILT_UP || this == TILT_DOWN;
    }
}
