package dev.beatboard.render.raster;

import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.emitter.RectangleWarp;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sampler.Circle;
import dev.beatboard.scene.Material;

/// Traces the shadow rays, to one light of each channel: from every second pixel, as on a
/// chessboard that differs from channel to channel. In a draft half of these take what their
/// neighbors found where those agree. The other pixels take what their four neighbors found, and
/// those that have no neighbor of their own surface get a ray. Beside what stands on a surface, and at
/// the edges of the sun's shadows, more rays are traced.
final class ShadowPass {

    private static final byte SKIN = (byte) Material.Kind.SKIN.ordinal();
    private static final byte HAIR = (byte) Material.Kind.HAIR.ordinal();
    /// Pixels with rays across and down of a block.
    private static final int SIDE = 8;
    /// Weight of neighbors below which none of them lies on a pixel's surface.
    private static final float ALIKE = 0.25f;
    /// Columns between the rays of a block that are traced first.
    private static final int FIRST = 4;

    /// In place of what the rays of a block have found.
    private static final float UNKNOWN = -1;

    private static final float MIXED = -2;
    /// Rays at the edges of the sun's shadows.
    private static final int EDGE_RAYS = 4;
    /// Where something stands over a pixel no further off than so many pixels are wide, its shadow there is narrower
    /// than the filter reaches.
    private static final float CLOSE = 24;
    /// Where it is of skin, hair up to so far off counts, too, meters: in a close-up that is many pixels.
    private static final float LOCK = 0.025f;
    /// Its height over the pixel's plane, per distance, at least.
    private static final float STEEP = 0.3f;
    /// Cosine between the two surfaces, at least, unless it moves.
    private static final float ALONG = 0.2f;
    /// The share of a pixel's light that a channel has to have for it.
    private static final float MUCH = 0.3f;
    /// Columns and rows away at which a pixel looks for such things; only those of skin look far.
    private static final int[] LOOKS = {1, 3, 6, 10};

    private static final int NEAR_LOOKS = 2;

    /// How far above hair a ray starts, meters.
    private static final float HAIR_OFF = 0.001f;

    private final Canvas c;
    private final Lights lights;
    private final WideBvh fixed;
    private final WideBvh moving;
    private final WideBvh.Gate blocks;
    private final int firstMoving;
    private final Coherence coherence;
    /// Rows between rays: 1, or 2 in a draft.
    private final int step;

    ShadowPass(
            Canvas c, Lights lights, WideBvh fixed, WideBvh moving, Finish finish, Coherence coherence, boolean draft) {
        this.coherence = coherence;
        this.c = c;
        this.lights = lights;
        this.fixed = fixed;
        this.moving = moving;
        blocks = finish::shades;
        firstMoving = finish.mesh.fixedTriangles;
        step = draft ? 2 : 1;
    }

    int pieces() {
        return (c.height + SIDE * step - 1) / (SIDE * step);
    }

    /// The rays of one strip: those of every second pixel, or in a draft of every fourth.
    void piece(int strip, Radiance.Bench b) {
        strip(SIDE * step * strip, false, b);
    }

    /// In a draft, after all of [#piece]: the pixels in the middle of four that have had a ray.
    /// Where the four agree and lie on one surface, theirs is taken.
    void between(int strip, Radiance.Bench b) {
        strip(SIDE * step * strip + 1, true, b);
    }

    private void strip(int y0, boolean ask, Radiance.Bench b) {
        for (int x0 = 0; x0 < c.width; x0 += 2 * SIDE) {
            for (int k = 0; k < lights.channels; k++) {
                if (ask) {
                    between(x0, y0, k, b);
                } else {
                    block(x0, y0, k, b);
                }
            }
        }
    }

    private void between(int x0, int y0, int channel, Radiance.Bench b) {
        for (int y = y0; y < Math.min(c.height, y0 + step * SIDE); y += step) {
            for (int x = x0 + (y + channel & 1); x < Math.min(c.width, x0 + 2 * SIDE); x += 2) {
                pixel(x, y, channel, true, b);
            }
        }
    }

    /// The rays of a block: every second or fourth of them first, and the others only where those do
    /// not agree.
    private void block(int x0, int y0, int channel, Radiance.Bench b) {
        float[] out = c.visible[channel];
        int across = lights.hasSun() && channel == lights.channels - 1 ? 2 : FIRST;
        float one = UNKNOWN;
        for (int y = y0; y < Math.min(c.height, y0 + step * SIDE); y += 2 * step) {
            for (int x = x0 + (y + channel & 1); x < Math.min(c.width, x0 + 2 * SIDE); x += across) {
                pixel(x, y, channel, false, b);
                int p = c.at(x, y);
                if (c.pick[channel][p] >= 0 && out[p] != one) {
                    one = one == UNKNOWN ? out[p] : MIXED;
                }
            }
        }
        for (int y = y0; y < Math.min(c.height, y0 + step * SIDE); y += step) {
            int by = (y - y0) % (2 * step) == 0 ? across : 0;
            int begin = x0 + (y + channel & 1);
            for (int x = begin; x < Math.min(c.width, x0 + 2 * SIDE); x += 2) {
                if (by == 0 || (x - begin) % by != 0) {
                    int p = c.at(x, y);
                    int light = c.pick[channel][p];
                    if (one < 0 || light < 0) {
                        pixel(x, y, channel, false, b);
                    } else {
                        out[p] = one;
                    }
                }
            }
        }
    }

    private void pixel(int x, int y, int channel, boolean ask, Radiance.Bench b) {
        int p = c.at(x, y);
        float[] out = c.visible[channel];
        int light = c.pick[channel][p];
        if (light < 0) {
            out[p] = unasked(light);
        } else if (ask && agreed(p, channel)) {
            out[p] = out[p - c.stride - 1];
        } else {
            out[p] = open(x, y, p, channel, light, b);
        }
    }

    /// Without a ray: no light at the dark side of a ball, and all of what hardly counts.
    private static float unasked(int light) {
        return light == LightPass.SLIGHT ? 1 : 0;
    }

    /// How much arrives at pixel `p` from a point of the light that it picked: nothing, or what panes leave.
    private float open(int x, int y, int p, int channel, int light, Radiance.Bench b) {
        float known = coherence.shaded(channel, p);
        if (known == 0 || !aim(x, y, p, light, channel, pair(x, y, channel), b) || moving.blocks(b.ray, blocks)) {
            return 0;
        }
        if (known > 0) {
            return known;
        }
        float open = through(b);
        coherence.shade(channel, p, open);
        return open;
    }

    /// How much arrives at pixel `p` from the point of a light that `pair` stands for.
    private float arrives(int x, int y, int p, int light, int channel, long pair, Radiance.Bench b) {
        return aim(x, y, p, light, channel, pair, b) && !moving.blocks(b.ray, blocks) ? through(b) : 0;
    }

    /// What still things leave of the light along the bench's ray.
    private float through(Radiance.Bench b) {
        b.dimming.toward(b.ray.dx, b.ray.dy, b.ray.dz);
        return fixed.blocks(b.ray, b.dimming) ? 0 : b.dimming.through();
    }

    /// Whether the four diagonal neighbors of a pixel found the same and lie on its surface.
    private boolean agreed(int p, int channel) {
        float[] v = c.visible[channel];
        int a = p - c.stride - 1;
        int b = p - c.stride + 1;
        int d = p + c.stride - 1;
        int e = p + c.stride + 1;
        float first = v[a];
        return first == v[b]
                && first == v[d]
                && first == v[e]
                && beside(p, a, channel)
                && beside(p, b, channel)
                && beside(p, d, channel)
                && beside(p, e, channel);
    }

    private boolean beside(int p, int n, int channel) {
        if (c.kind[n] != c.kind[p] || c.weight[channel][n] <= 1e-6f) {
            return false;
        }
        float dot = c.nx[p] * c.nx[n] + c.ny[p] * c.ny[n] + c.nz[p] * c.nz[n];
        float off = (c.x[n] - c.x[p]) * c.nx[p] + (c.y[n] - c.y[p]) * c.ny[p] + (c.z[n] - c.z[p]) * c.nz[p];
        return dot > 0.9f && Math.abs(off) < 0.004f * c.depth[p];
    }

    /// After all of [#piece] and [#between]: the pixels of row `y` that have had no ray of their own.
    void fill(int y, Radiance.Bench b) {
        for (int k = 0; k < lights.channels; k++) {
            float[] v = c.visible[k];
            for (int x = 1 - (y + k & 1); x < c.width; x += 2) {
                int p = c.at(x, y);
                int light = c.pick[k][p];
                if (light < 0) {
                    v[p] = unasked(light);
                    continue;
                }
                float first = v[p - 1];
                if (first == v[p + 1] && first == v[p - c.stride] && first == v[p + c.stride]) {
                    v[p] = first;
                } else if (!mix(p, k)) {
                    v[p] = open(x, y, p, k, light, b);
                }
            }
        }
    }

    /// The mean of the four neighbors as far as they lie on the pixel's surface. False if none does.
    private boolean mix(int p, int channel) {
        float[] v = c.visible[channel];
        float[] weight = c.weight[channel];
        float sum = 0;
        float light = 0;
        for (int q = 0; q < 4; q++) {
            int n = p + (q == 0 ? -1 : q == 1 ? 1 : q == 2 ? -c.stride : c.stride);
            if (c.kind[n] < 0 || weight[n] <= 1e-6f) {
                continue;
            }
            float dot = Math.max(0, c.nx[p] * c.nx[n] + c.ny[p] * c.ny[n] + c.nz[p] * c.nz[n]);
            float off = (c.x[n] - c.x[p]) * c.nx[p] + (c.y[n] - c.y[p]) * c.ny[p] + (c.z[n] - c.z[p]) * c.nz[p];
            float d = off / (0.004f * c.depth[p]);
            float w = dot * dot / (1 + d * d);
            sum += w;
            light += w * v[n];
        }
        if (sum < ALIKE) {
            return false;
        }
        c.visible[channel][p] = light / sum;
        return true;
    }

    /// After all of [#fill]: the edges of the sun's shadows, which are too narrow for a filter, get four
    /// rays. The result is in the plane that the filter writes to.
    void sharpen(int y, Radiance.Bench b) {
        int k = lights.channels - 1;
        float[] v = c.visible[k];
        float[] to = c.visibleSwap[k];
        for (int x = 0; x < c.width; x++) {
            int p = c.at(x, y);
            to[p] = v[p];
            int light = c.pick[k][p];
            if (light < 0 || !edge(v, p)) {
                continue;
            }
            float sum = 0;
            for (int i = 0; i < EDGE_RAYS; i++) {
                sum += arrives(x, y, p, light, k, Noise.within(x, y, 91, i), b);
            }
            to[p] = sum / EDGE_RAYS;
        }
    }

    /// After all of [#fill], row `y`: the shadow beside what casts it, as under a collar or a drawer's
    /// handle. There the lights of four pixels are asked, two columns and rows apart, of which each
    /// picks among another quarter of all light. Of the shadow of hair on skin, which is wider, the inside
    /// is known without asking.
    ///
    /// @param to by channel, the share of its light that arrives at such pixels, [ShadowFilter#OPEN] at others
    /// @param pixels per unit slope of the lens
    void narrow(int y, float[][] to, float pixels, Radiance.Bench b) {
        for (int k = 0; k < lights.emitterChannels(); k++) {
            float[] v = c.visible[k];
            for (int x = 0; x < c.width; x++) {
                int p = c.at(x, y);
                boolean lit = c.pick[k][p] >= 0 && c.kind[p] != HAIR;
                boolean skin = c.kind[p] == SKIN;
                boolean edge = lit && edge(v, p);
                boolean inside = lit && !edge && skin && v[p] < 1;
                boolean narrow = (edge || inside) && (skin || much(p, k)) && under(p, pixels);
                to[k][p] = !narrow ? ShadowFilter.OPEN : edge ? ask(x, y, p, k, b) : v[p];
            }
        }
    }

    /// Whether the channel has much of the light at pixel `p`.
    private boolean much(int p, int channel) {
        float all = 0;
        for (int k = 0; k < lights.channels; k++) {
            all += c.weight[k][p];
        }
        return c.weight[channel][p] > MUCH * all;
    }

    private float ask(int x, int y, int p, int channel, Radiance.Bench b) {
        float sum = 0;
        int n = 0;
        for (int i = 0; i < 4; i++) {
            int q = p + (i & 2) * c.stride + 2 * (i & 1);
            int light = c.kind[q] < 0 ? LightPass.NONE : c.pick[channel][q];
            if (i == 0 && (x + y + channel & 1) == 0) {
                sum += c.visible[channel][p];
                n++;
            } else if (light >= 0) {
                sum += arrives(x, y, p, light, channel, Noise.within(x, y, 91 + channel, i), b);
                n++;
            }
        }
        return sum / n;
    }

    /// Whether one of the pixels around shows something that stands close over pixel `p`.
    private boolean under(int p, float pixels) {
        float reach = CLOSE * c.depth[p] / pixels;
        reach = c.kind[p] == SKIN ? Math.max(reach, LOCK) : reach;
        int looks = c.kind[p] == SKIN ? LOOKS.length : NEAR_LOOKS;
        for (int i = 0; i < looks; i++) {
            int s = LOOKS[i];
            for (int j = -s; j <= s; j += s) {
                for (int q = p + j * c.stride - s; q <= p + j * c.stride + s; q += s) {
                    float dx = c.x[q] - c.x[p];
                    float dy = c.y[q] - c.y[p];
                    float dz = c.z[q] - c.z[p];
                    float up = dx * c.gx[p] + dy * c.gy[p] + dz * c.gz[p];
                    float d2 = dx * dx + dy * dy + dz * dz;
                    // What is built to stand up from a surface, as one wall of a corner, throws no narrow shadow.
                    float alike = c.gx[p] * c.gx[q] + c.gy[p] * c.gy[q] + c.gz[p] * c.gz[q];
                    if (up > 0
                            && d2 < reach * reach
                            && up * up > STEEP * STEEP * d2
                            && (alike > ALONG || c.triangle[q] >= firstMoving)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean edge(float[] v, int p) {
        float first = v[p];
        for (int j = -1; j <= 1; j++) {
            for (int q = p + j * c.stride - 1; q <= p + j * c.stride + 1; q++) {
                if (c.kind[q] >= 0 && v[q] != first) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The pattern is laid over the pixels of the chessboard, in a draft over those of each half of
    /// them.
    private long pair(int x, int y, int channel) {
        return step == 1 ? Noise.pair(x >> 1, y, 20 + channel) : Noise.pair(x >> 1, y >> 1, 20 + channel + 8 * (y & 1));
    }

    /// Turns the bench's ray from pixel `p` to the point of the light that `pair` stands for; false if that
    /// is below the surface.
    private boolean aim(int x, int y, int p, int light, int channel, long pair, Radiance.Bench b) {
        float r1 = 2 * Noise.first(pair) - 1;
        float r2 = 2 * Noise.second(pair) - 1;
        RectangleWarp warp = b.warp;
        byte kind = c.kind[p];
        float off = kind == HAIR ? HAIR_OFF : 0.0008f;
        float gx = c.gx[p];
        float gy = c.gy[p];
        float gz = c.gz[p];
        float ox = c.x[p] + gx * off;
        float oy = c.y[p] + gy * off;
        float oz = c.z[p] + gz * off;
        float tx;
        float ty;
        float tz;
        float reach;
        int o = 3 * light;
        float[] m = lights.center;
        if (lights.type[light] == Lights.SUN) {
            float rad = lights.radius[light] * (float) Math.sqrt(Noise.first(pair));
            r1 = (float) Circle.cos(Noise.second(pair));
            r2 = (float) Circle.sin(Noise.second(pair));
            // Two directions across the sun's; any pair will do.
            float ax = Math.abs(m[o + 1]) < 0.9f ? -m[o + 2] : 0;
            float ay = Math.abs(m[o + 1]) < 0.9f ? 0 : m[o + 2];
            float az = Math.abs(m[o + 1]) < 0.9f ? m[o] : -m[o + 1];
            float al = 1 / (float) Math.sqrt(ax * ax + ay * ay + az * az);
            ax *= al;
            ay *= al;
            az *= al;
            float bx = m[o + 1] * az - m[o + 2] * ay;
            float by = m[o + 2] * ax - m[o] * az;
            float bz = m[o] * ay - m[o + 1] * ax;
            tx = m[o] + rad * (r1 * ax + r2 * bx);
            ty = m[o + 1] + rad * (r1 * ay + r2 * by);
            tz = m[o + 2] + rad * (r1 * az + r2 * bz);
            reach = 1e4f;
        } else {
            if (lights.type[light] == Lights.RECTANGLE) {
                if (kind != HAIR) {
                    warp.draw(
                            lights,
                            light,
                            ox,
                            oy,
                            oz,
                            c.nx[p],
                            c.ny[p],
                            c.nz[p],
                            Noise.first(pair),
                            Noise.second(pair));
                    r1 = warp.a;
                    r2 = warp.b;
                }
                tx = m[o] + r1 * lights.u[o] + r2 * lights.v[o] - ox;
                ty = m[o + 1] + r1 * lights.u[o + 1] + r2 * lights.v[o + 1] - oy;
                tz = m[o + 2] + r1 * lights.u[o + 2] + r2 * lights.v[o + 2] - oz;
            } else {
                float rad = 0.7f * lights.radius[light];
                float r3 = 2 * Noise.at(x, y, 40 + channel, 0) - 1;
                tx = m[o] + r1 * rad - ox;
                ty = m[o + 1] + r2 * rad - oy;
                tz = m[o + 2] + r3 * rad - oz;
            }
            reach = 0;
        }
        float d = (float) Math.sqrt(tx * tx + ty * ty + tz * tz);
        float id = 1 / Math.max(1e-6f, d);
        tx *= id;
        ty *= id;
        tz *= id;
        float slant = gx * tx + gy * ty + gz * tz;
        if (kind == HAIR) {
            // Strands let light from behind through.
            float far = slant < 0 ? 2 * off : 0;
            ox -= gx * far;
            oy -= gy * far;
            oz -= gz * far;
        } else if (slant < 0.08f) {
            // The true surface is rounder than its triangles: start a little above it, or facets show as dark edges.
            if (c.nx[p] * tx + c.ny[p] * ty + c.nz[p] * tz <= 0) {
                return false;
            }
            float q = Math.min(0.02f, 0.012f * (1 - slant / 0.08f));
            ox += c.nx[p] * q;
            oy += c.ny[p] * q;
            oz += c.nz[p] * q;
        }
        float length = reach > 0
                ? reach
                : d * 0.999f - (lights.type[light] == Lights.BULB ? lights.radius[light] + 0.004f : 0.004f);
        if (length <= 0) {
            return false;
        }
        b.ray.set(ox, oy, oz, tx, ty, tz, length);
        return true;
    }
}
