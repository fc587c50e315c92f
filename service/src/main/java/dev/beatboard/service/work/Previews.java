package dev.beatboard.service.work;

import dev.beatboard.file.Picture;
import dev.beatboard.service.store.ObjectStore;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Small pictures of frames as they come, for whoever watches. Losing one is no failure, and the
/// rendering never waits for them.
final class Previews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    /// Pixels on the longer side.
    private static final int SIDE = 384;
    private static final int MOST_WAITING = 64;

    private final ObjectStore store;
    private final ExecutorService writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("previews").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    Previews(ObjectStore store) {
        this.store = store;
    }

    /// Where the preview of a frame is.
    ///
    /// @param folder of the generation
    static String key(String folder, int n) {
        return folder + "/previews/" + n + ".jpg";
    }

    void show(String folder, int n, Picture picture) {
        writer.execute(() -> {
            try {
                store.put(key(folder, n), jpeg(small(picture)), "image/jpeg");
            } catch (IOException | RuntimeException e) {
                LOG.warn("The preview of frame {} could not be stored: {}", n, e.getMessage());
            }
        });
    }

    private static BufferedImage small(Picture p) {
        BufferedImage whole = image(p);
        double scale = Math.min(1, (double) SIDE / Math.max(p.width(), p.height()));
        int width = Math.max(1, (int) Math.round(p.width() * scale));
        int height = Math.max(1, (int) Math.round(p.height() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(whole, 0, 0, width, height, null);
        g.dispose();
        return small;
    }

    static BufferedImage image(Picture p) {
        BufferedImage image = new BufferedImage(p.width(), p.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] rgb = p.rgb();
        for (int y = 0; y < p.height(); y++) {
            for (int x = 0; x < p.width(); x++) {
                int i = 3 * (y * p.width() + x);
                image.setRGB(x, y, (rgb[i] & 255) << 16 | (rgb[i + 1] & 255) << 8 | rgb[i + 2] & 255);
            }
        }
        return image;
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            boolean done = writer.awaitTermination(5, TimeUnit.SECONDS);
            if (!done) {
                LOG.info("Some previews were left out.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
