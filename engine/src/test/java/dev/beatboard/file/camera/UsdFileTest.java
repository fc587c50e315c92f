package dev.beatboard.file.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.beatboard.file.Slate;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsdFileTest {

    private static final Slate SLATE = new Slate("A \"quoted\" title", "0123", 7, "0.1.0", "draft");

    @Test
    void aCameraAtRestIsWrittenAsKnown() {
        View v = new View(
                new Vec3(1, 1.5, -2),
                Quat.about(Vec3.Y, StrictMath.toRadians(90)),
                35,
                36,
                3.2,
                Double.POSITIVE_INFINITY);
        CameraTrack track = new CameraTrack(Collections.nCopies(2, v), List.of(0), Cameras.FILM_NTSC, 1920, 1080, 0);
        String usd = UsdFile.text(track, Cameras.shot(24, "Say \"hi\"\\\nthere"), List.of(), SLATE);
        assertThat(usd)
                .startsWith("#usda 1.0\n")
                .contains("metersPerUnit = 0.01\n", "upAxis = \"Y\"")
                .contains("startTimeCode = 1001\n", "endTimeCode = 1002\n")
                .contains("timeCodesPerSecond = 23.976023976023978\n", "framesPerSecond = 23.976023976023978\n")
                .contains("float focalLength = 35\n", "float horizontalAperture = 36\n")
                .contains("float verticalAperture = 20.25\n", "float focusDistance = 320\n", "float fStop = 0\n")
                .contains("double shutter:close = 0.25\n", "double shutter:open = -0.25\n")
                .contains("1001: ( (0, 0, -1, 0), (0, 1, 0, 0), (1, 0, 0, 0), (100, 150, -200, 1) ),\n")
                .contains("string prompt = \"Say \\\"hi\\\"\\\\\\nthere\"\n")
                .contains("string title = \"A \\\"quoted\\\" title\"\n");
    }

    @Test
    void nothingIsBlendedOverACut() {
        String usd = UsdFile.text(Cameras.moving(24), Cameras.shot(24, "a"), List.of(), SLATE);
        List<String> around = usd.lines()
                .map(String::strip)
                .filter(l -> l.startsWith("1020") || l.startsWith("1021"))
                .filter(l -> l.contains("( ("))
                .toList();
        assertThat(around.stream().map(l -> l.substring(0, l.indexOf(':'))))
                .containsExactly("1020", "1020.499", "1020.501", "1021");
        assertThat(around.get(1)).endsWith(around.get(0).substring(4));
        assertThat(around.get(2)).endsWith(around.get(3).substring(4));
    }

    @Test
    void peopleHaveTheirNamesAndPlaces() {
        CameraTrack track = Cameras.moving(3);
        Locator ann = new Locator("Ann", List.of(Vec3.ZERO, Vec3.X, new Vec3(2, 0, 0)));
        Locator again = new Locator("Ann", List.of(new Vec3(0, 1, 0)));
        Locator camera = new Locator("Camera", List.of(new Vec3(0, 1, 0)));
        Locator foreign = new Locator("日本 2", List.of(new Vec3(0, 1, 0)));
        String usd = UsdFile.text(track, Cameras.shot(24, "a"), List.of(ann, again, camera, foreign), SLATE);
        assertThat(usd)
                .contains(
                        "def Xform \"Ann\" (",
                        "def Xform \"Ann_2\" (",
                        "def Xform \"Camera_2\" (",
                        "def Xform \"___2\" (")
                .contains("string name = \"日本 2\"", "1003: (200, 0, 0),", "xformOp:translate = (0, 100, 0)");
        assertThat(usd.chars().filter(c -> c == '{').count())
                .isEqualTo(usd.chars().filter(c -> c == '}').count());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsdFile.text(Cameras.moving(4), Cameras.shot(24, "a"), List.of(ann), SLATE));
    }

    @Test
    void identifiersAreUnique() {
        Set<String> taken = new HashSet<>();
        assertThat(UsdText.identifier("1a", taken)).isEqualTo("_1a");
        assertThat(UsdText.identifier("", taken)).isEqualTo("_");
        assertThat(UsdText.identifier("", taken)).isEqualTo("__2");
    }
}
