package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;

/// The skin under a skirt: thighs that move inside of it would come through, so they are not drawn.
final class Skirts {

    /// Above the hem the skin is seen from below, so it is kept this far up, meters.
    private static final float HEM = 0.06f;

    /// Below this there are only legs, meters on the neutral body.
    private static final float THIGH = -0.2f;

    private static final float HALF = 0.25f;

    /// How far down from the top of the skirt it hides anything: the waist.
    private static final float WAIST = -0.02f;

    private Skirts() {}

    /// Marks the legs and feet of somebody in long trousers and shoes.
    static void hideLegs(boolean[] hidden, People people) {
        float[] neutral = people.body().positions();
        for (int v = 0; v < hidden.length; v++) {
            hidden[v] |= neutral[3 * v + 1] < THIGH;
        }
    }

    /// Marks the base-mesh vertices that a fitted skirt or dress covers below the hips.
    static void hide(boolean[] hidden, float[] fitted, Figure figure) {
        float hem = Float.MAX_VALUE;
        float top = -Float.MAX_VALUE;
        for (int i = 1; i < fitted.length; i += 3) {
            hem = Math.min(hem, fitted[i]);
            top = Math.max(top, fitted[i]);
        }
        float[] body = figure.positions();
        float hip = Math.min(top + WAIST, 0.12f);
        for (int v = 0; v < hidden.length; v++) {
            float y = body[3 * v + 1];
            if (y > hem + HEM && y < hip && Math.abs(body[3 * v]) < HALF) {
                hidden[v] = true;
            }
        }
    }
}
