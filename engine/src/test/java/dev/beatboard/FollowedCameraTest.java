package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.beatboard.file.camera.CameraFile;
import dev.beatboard.file.camera.CameraTrack;
import dev.beatboard.file.camera.ChanFile;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Sizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The cameras of the examples, written, read again and followed.
@Tag("assets")
class FollowedCameraTest {

    @TempDir
    Path folder;

    @BeforeEach
    void needsThePeople() throws IOException {
        Examples.needPeople();
    }

    @ParameterizedTest
    @ValueSource(strings = {"corridor", "dialogue", "walkthrough", "sixteen"})
    void theOwnCameraComesBackWithItsCuts(String example) throws IOException {
        try (Director director = Examples.director(2)) {
            Take take = Examples.stage(director, example);
            CameraTrack camera = take.camera(new Sizes.Size(960, 540));
            Path chan = folder.resolve("camera.chan");
            ChanFile.write(chan, camera);
            CameraFile.Result read = CameraFile.read(chan, camera, CameraFile.Wanted.ANY);
            assertThat(read).isInstanceOf(CameraFile.Result.Accepted.class);
            CameraFile.Result.Accepted a = (CameraFile.Result.Accepted) read;
            assertThat(a.cuts()).isEqualTo(camera.cuts());
            Take followed = take.followed(a.views(), a.cuts());
            for (int n = 0; n < camera.views().size(); n++) {
                View asked = camera.views().get(n);
                View got = followed.play().camera().view(n);
                assertThat(got.position().distanceTo(asked.position())).isLessThan(1e-5);
                double turn = asked.orientation()
                        .inverse()
                        .times(got.orientation())
                        .toRotationVector()
                        .length();
                assertThat(StrictMath.toDegrees(turn)).isLessThan(1e-4);
            }
            assertThat(followed.notes()).anyMatch(n -> n.value().equals("follows a given camera"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> take.followed(a.views().subList(1, 3), List.of(0)))
                    .withMessageContaining("2 views");
        }
    }
}
