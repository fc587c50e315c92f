package dev.beatboard.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkTest {

    @Test
    void chunksCoverAllFramesOnceAndAreAboutEqual() {
        Random random = new Random(20261128);
        for (int i = 0; i < 2000; i++) {
            int first = random.nextInt(100);
            int frames = 1 + random.nextInt(5000);
            int size = 1 + random.nextInt(60);
            List<Chunk> chunks = Chunk.split(first, first + frames - 1, size);
            int next = first;
            for (Chunk c : chunks) {
                assertThat(c.firstFrame()).isEqualTo(next);
                assertThat(c.frames()).isBetween(frames / chunks.size(), Math.ceilDiv(frames, chunks.size()));
                next = c.lastFrame() + 1;
            }
            assertThat(next).isEqualTo(first + frames);
            assertThat(chunks).hasSizeLessThanOrEqualTo(100);
            assertThat(chunks.getLast().number()).isEqualTo(chunks.size() - 1);
        }
    }
}
