package dev.beatboard.file.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.frame.ToneMap;
import dev.beatboard.math.Vec3;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GltfWriterTest {

    @TempDir
    Path folder;

    private static JsonNode json(byte[] glb) {
        ByteBuffer b = ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(b.getInt(0)).isEqualTo(0x46546C67);
        assertThat(b.getInt(8)).isEqualTo(glb.length);
        return JsonMapper.builder().build().readTree(new String(glb, 20, b.getInt(12), StandardCharsets.UTF_8));
    }

    /// The floats of an accessor of the plain form.
    private static float[] floats(byte[] glb, JsonNode json, int accessor) {
        JsonNode a = json.at("/accessors/" + accessor);
        JsonNode v = json.at("/bufferViews/" + a.get("bufferView").intValue());
        int width = a.get("type").stringValue().equals("SCALAR")
                ? 1
                : a.get("type").stringValue().charAt(3) - '0';
        ByteBuffer b = ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN);
        int at = 20
                + b.getInt(12)
                + 8
                + v.path("byteOffset").asInt(0)
                + a.path("byteOffset").asInt(0);
        float[] out = new float[width * a.get("count").intValue()];
        for (int i = 0; i < out.length; i++) {
            out[i] = b.getFloat(at + 4 * i);
        }
        return out;
    }

    @ParameterizedTest
    @EnumSource(GltfForm.class)
    void theSameModelGivesTheSameBytes(GltfForm form) throws IOException {
        assertThat(GltfWriter.encode(SmallShot.model(), form)).isEqualTo(GltfWriter.encode(SmallShot.model(), form));
    }

    @Test
    void keysStandOnFramesAndNothingIsInterpolatedAcrossTheCut() throws IOException {
        byte[] glb = GltfWriter.encode(SmallShot.model(), GltfForm.PLAIN);
        JsonNode json = json(glb);
        JsonNode sampler = json.at("/animations/0/samplers/0");
        float[] times = floats(glb, json, sampler.get("input").intValue());
        List<Float> expected = new ArrayList<>();
        for (int n = 0; n < SmallShot.FRAMES; n++) {
            if (n == SmallShot.CUT) {
                expected.add((n - 1 / 32f) / 24);
                expected.add((n - 1 / 64f) / 24);
            }
            expected.add(n / 24f);
        }
        assertThat(times).hasSize(14);
        for (int i = 0; i < times.length; i++) {
            assertThat(times[i]).isEqualTo(expected.get(i), within(1e-7f));
        }
        // The camera stands before the cut, so it holds until just before it and is elsewhere at once.
        float[] places = floats(glb, json, sampler.get("output").intValue());
        assertThat(places[3 * 5 + 2]).isEqualTo(5);
        assertThat(places[3 * 6 + 2]).isEqualTo(5);
        assertThat(places[3 * 7 + 2]).isEqualTo(2);
        assertThat(places[3 * 7]).isEqualTo(places[3 * 8]);
    }

    @Test
    void whatNeverChangesHasNoChannel() throws IOException {
        JsonNode json = json(GltfWriter.encode(SmallShot.model(), GltfForm.PLAIN));
        List<String> moving = new ArrayList<>();
        for (JsonNode c : json.at("/animations/0/channels")) {
            JsonNode node = c.at("/target/node");
            String name = node.isMissingNode()
                    ? c.at("/target/extensions/KHR_animation_pointer/pointer").stringValue()
                    : json.at("/nodes/" + node.intValue() + "/name").stringValue();
            moving.add(name + " " + c.at("/target/path").stringValue());
        }
        assertThat(moving)
                .containsExactlyInAnyOrder(
                        "camera translation",
                        "camera rotation",
                        "/cameras/0/perspective/yfov pointer",
                        "low translation",
                        "low rotation",
                        "middle.L rotation",
                        "ribbon strip weights",
                        "key light 1 translation",
                        "/extensions/KHR_lights_punctual/lights/1/intensity pointer");
        JsonNode high = json.at("/nodes/4");
        assertThat(high.get("name").stringValue()).isEqualTo("high");
        assertThat(high.at("/rotation/0").doubleValue()).isEqualTo(Math.sin(0.15), within(1e-6));
        assertThat(high.at("/translation/1").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void namesUnitsAndFactsAreWhatTheyShouldBe() throws IOException {
        JsonNode json = json(GltfWriter.encode(SmallShot.model(), GltfForm.PLAIN));
        JsonNode facts = json.at("/scenes/0/extras/beatboard");
        assertThat(facts.get("frames").intValue()).isEqualTo(12);
        assertThat(facts.at("/rate/0").intValue()).isEqualTo(24);
        assertThat(facts.at("/cuts/1").intValue()).isEqualTo(6);
        assertThat(facts.at("/keyframes/0/prompt").stringValue()).isEqualTo("a ribbon bends");
        assertThat(facts.get("shot").stringValue()).hasSize(64);
        assertThat(json.at("/meshes/0/extras/targetNames").toString()).isEqualTo("[\"never\",\"wide\"]");
        JsonNode lights = json.at("/extensions/KHR_lights_punctual/lights");
        // 3 W/sr at exposure 0.5; 1 square meter of radiance 1 at exposure 0.5.
        assertThat(lights.at("/0/intensity").doubleValue()).isEqualTo(1.5, within(1e-6));
        assertThat(lights.at("/1/intensity").doubleValue()).isEqualTo(0.5, within(1e-6));
        assertThat(lights.at("/1/extras/source").stringValue()).isEqualTo("rectangle");
        JsonNode camera = json.at("/cameras/0");
        assertThat(camera.at("/perspective/yfov").doubleValue())
                .isEqualTo(2 * Math.atan(36.0 / 2 / 35 * 9 / 16), within(1e-12));
        assertThat(camera.at("/extras/focalLengthMillimeters/11").doubleValue()).isEqualTo(51);
        assertThat(camera.at("/extras/fNumber").isMissingNode()).isTrue();
        JsonNode glow = json.at("/materials/2");
        assertThat(glow.at("/extensions/KHR_materials_emissive_strength/emissiveStrength")
                        .doubleValue())
                .isEqualTo(2);
        assertThat(glow.at("/emissiveFactor/1").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void theSmallFormHasOnlyTheMorphTargetsThatAreUsedAndNeedsItsExtensions() throws IOException {
        JsonNode json = json(GltfWriter.encode(SmallShot.model(), GltfForm.COMPRESSED));
        assertThat(json.at("/meshes/0/extras/targetNames").toString()).isEqualTo("[\"wide\"]");
        assertThat(json.at("/extensionsRequired").toString())
                .contains("KHR_mesh_quantization")
                .contains("EXT_meshopt_compression");
        assertThat(json.at("/scenes/0/extras/beatboard/performers/0/jointError/meters")
                        .doubleValue())
                .isLessThan(GltfForm.METERS);
    }

    @ParameterizedTest
    @EnumSource(GltfForm.class)
    void theValidatorOfKhronosFindsNothing(GltfForm form) throws Exception {
        Path glb = folder.resolve("small.glb");
        GltfWriter.write(glb, SmallShot.model(), form);
        JsonNode issues = GltfTools.validated(glb).get("issues");
        assertThat(issues.get("numErrors").intValue()).as(issues.toString()).isZero();
        assertThat(issues.get("numWarnings").intValue()).as(issues.toString()).isZero();
    }

    @Test
    void threeJsDrawsItWithOurCurve() throws Exception {
        Path glb = folder.resolve("small.glb");
        GltfWriter.write(glb, SmallShot.model(), GltfForm.COMPRESSED);
        Path png = folder.resolve("small.png");
        GltfTools.inThree(glb, "0", folder, png.toString(), "320", "180");
        BufferedImage picture = ImageIO.read(png.toFile());
        int sign = picture.getRGB(220, 90);
        // The sign glows with radiance 2, 1, 0 at exposure 0.5, and the lamps add little to it.
        int expected = ToneMap.toSrgb(2, 1, 0);
        assertThat(sign >> 16 & 255).isCloseTo(expected >> 16 & 255, within(12));
        assertThat(sign >> 8 & 255).isCloseTo(expected >> 8 & 255, within(25));
    }

    @ParameterizedTest
    @EnumSource(GltfForm.class)
    void threeJsSeesEveryFrameAsItIs(GltfForm form) throws Exception {
        ShotModel model = SmallShot.model();
        Path glb = folder.resolve("small.glb");
        Files.write(glb, GltfWriter.encode(model, form));
        JsonNode seen = GltfTools.inThree(glb, "all", folder);
        assertThat(seen.at("/frames").size()).isEqualTo(12);
        for (JsonNode f : seen.get("frames")) {
            int n = f.get("frame").intValue();
            Vec3 lens = model.views().get(n).position();
            assertThat(new Vec3(
                                    f.at("/lens/12").doubleValue(),
                                    f.at("/lens/13").doubleValue(),
                                    f.at("/lens/14").doubleValue())
                            .distanceTo(lens))
                    .as("lens at frame %d", n)
                    .isLessThan(1e-5);
            assertThat(1 / f.at("/projection/5").doubleValue())
                    .as("lens at frame %d", n)
                    .isEqualTo(model.views().get(n).tanHalfWidth() * 9 / 16, within(1e-6));
            List<Vec3> places = model.people().getFirst().motion().places(n, SmallShot.joints());
            for (int j = 0; j < 3; j++) {
                JsonNode p = f.at("/joints/0").get(SmallShot.joints().get(j).name());
                assertThat(new Vec3(
                                        p.get(0).doubleValue(),
                                        p.get(1).doubleValue(),
                                        p.get(2).doubleValue())
                                .distanceTo(places.get(j)))
                        .as("joint %d at frame %d", j, n)
                        .isLessThan(GltfForm.METERS);
            }
        }
    }
}
