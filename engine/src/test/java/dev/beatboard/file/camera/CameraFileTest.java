package dev.beatboard.file.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.shot.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Camera files that are wrong or odd.
class CameraFileTest {

    private static final CameraTrack PLANNED = Cameras.moving(24);

    @TempDir
    Path folder;

    private String refused(String name, String text, CameraFile.Wanted wanted) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        CameraFile.Result r = CameraFile.read(file, PLANNED, wanted);
        assertThat(r).isInstanceOf(CameraFile.Result.Refused.class);
        return ((CameraFile.Result.Refused) r)
                .problems().stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    private String refused(String text) throws IOException {
        return refused("a.chan", text, CameraFile.Wanted.ANY);
    }

    private CameraFile.Result.Accepted accepted(String text) throws IOException {
        Path file = folder.resolve("a.chan");
        Files.writeString(file, text);
        return (CameraFile.Result.Accepted) CameraFile.read(file, PLANNED, CameraFile.Wanted.ANY);
    }

    private static String lines(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(n -> n + "\t0.5 1.5 3 0 0 0 30\n")
                .collect(Collectors.joining());
    }

    @Test
    void missingFramesAreNamed() throws IOException {
        String said = refused(lines(1001, 1005) + lines(1007, 1012) + lines(1020, 1024));
        assertThat(said)
                .isEqualTo("Of the 24 frames of the clip, 8 are missing in the file: 1006, 1013-1019."
                        + " Export every frame from 1001 to 1024.");
    }

    @ParameterizedTest
    @CsvSource({
        "'1001 0 0 0 0 0', There are 6 numbers",
        "'1001 NaN 0 0 0 0 0 30', \"\"\"NaN\"\" is no number\"",
        "'1001 0 0 0 Infinity 0 0 30', is no number",
        "'1001 0 0 0 1e999 0 0 30', is no number",
        "'1001 0x10 0 0 0 0 0 30', is no number",
        "'1001.5 0 0 0 0 0 0 30', is no frame",
        "'1001 0 0 1e9 0 0 0 30', is too large",
        "'1001 0 0 0 0 0 0 0', The vertical field of view is 0",
        "'1001 0 0 0 0 0 0 180', The vertical field of view is 180",
        "'1001 0 0 0 0 0 0 30 1', There are 9 numbers",
    })
    void wrongNumbersAreQuotedWithTheirLine(String line, String message) throws IOException {
        String said = refused("# a comment\n" + line + "\n" + lines(1002, 1024));
        assertThat(said)
                .contains(message.replace("\"\"", "\"").replaceAll("^\"|\"$", ""))
                .contains("line 2");
    }

    @Test
    void allProblemsComeAtOnceButNotWithoutEnd() throws IOException {
        String said = refused("1001 a 0 0 0 0 0 30\n1002 0 0 0 0 0\n".repeat(500));
        assertThat(said).contains("line 1,", "line 2,", "980 more problems are not listed");
    }

    @Test
    void aFrameThatIsThereTwiceIsRefused() throws IOException {
        assertThat(refused(lines(1001, 1024) + lines(1003, 1003))).contains("Frame 1003 is there twice", "line 25");
    }

    @Test
    void emptyFilesAndForeignEndingsAreRefused() throws IOException {
        assertThat(refused("")).contains("holds no frame");
        assertThat(refused("a.abc", "", CameraFile.Wanted.ANY)).contains("ends in \".abc\"", ".chan, .gltf, .glb");
        assertThat(refused("a.gltff", "{}", CameraFile.Wanted.ANY)).contains("Did you mean \"gltf\"?");
        CameraFile.Result none = CameraFile.read(folder.resolve("none.chan"), PLANNED, CameraFile.Wanted.ANY);
        assertThat(none).isInstanceOf(CameraFile.Result.Refused.class);
    }

    @Test
    void anUnknownOrderIsRefusedWithThoseKnown() throws IOException {
        CameraFile.Wanted wanted = new CameraFile.Wanted(Optional.empty(), Optional.of("ZXZ"));
        assertThat(refused("a.chan", lines(1001, 1024), wanted)).contains("\"ZXZ\" is unknown", "ZXY");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        assertThat(refused("1001 0 0 0 0 0 0 30\n".repeat(900_000))).contains("more than 16 MB");
        assertThat(refused("#\n".repeat(250_000))).contains("more than 200000 lines");
    }

    @Test
    void foreignNumberingAndSurplusFramesAreSaid() throws IOException {
        assertThat(accepted(lines(1, 30)).notices())
                .anyMatch(n -> n.contains("first frame, 1, is the clip's first"))
                .anyMatch(n -> n.contains("6 frames of the file lie outside"));
    }

    @Test
    void withoutFieldOfViewThePlannedLensStays() throws IOException {
        CameraFile.Result.Accepted a = accepted(lines(1001, 1024).replace(" 30\n", "\n"));
        assertThat(a.notices()).anyMatch(n -> n.contains("planned lens stays"));
        assertThat(a.views().get(7).focalLength())
                .isEqualTo(PLANNED.views().get(7).focalLength());
        assertThat(a.cuts()).contains(0);
    }

    @Test
    void rangesReadLikeASheet() {
        assertThat(ChanReader.ranges(List.of(1, 2, 3, 7, 9, 10))).isEqualTo("1-3, 7, 9-10");
    }
}
