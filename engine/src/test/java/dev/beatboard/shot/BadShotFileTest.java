package dev.beatboard.shot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each bad file gets one clear message with what is wrong, and where, and what to do.
class BadShotFileTest {

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        String key = "keyframes: [{at: 0s, prompt: hello}]\n";
        return Stream.of(
                Arguments.of("empty", "", "The file is empty."),
                Arguments.of("blank", "  \n\n", "The file is empty."),
                Arguments.of("only a comment", "# nothing\n", "The file is empty."),
                Arguments.of("a sentence", "a man walks", "The file holds a single value."),
                Arguments.of("not YAML", "duration: [10s\n" + key, "This is not YAML"),
                Arguments.of("nor that", "{[}: : -", "Look there for a bracket, quotation mark or colon"),
                Arguments.of("a list", "- a\n- b\n", "The file holds a list."),
                Arguments.of("1000 fps", "duration: 1s\nfps: 1000\n" + key, "The nearest is 60."),
                Arguments.of(
                        "an image outside",
                        "duration: 1s\nkeyframes: [{at: 0s, image: ../../../../../../../../etc/hostname}]",
                        "keyframes[0].image"),
                Arguments.of("an unknown place", "duration: 1s\nset: moon base\n" + key, "\"moon base\" is not known"),
                Arguments.of("tabs", "duration: 10s\nkeyframes:\n\t- at: 0s\n", "Indent with blanks"),
                Arguments.of("an alias bomb", bomb(), "An alias (*a) is used."),
                Arguments.of("too deep", "duration: 1s\nlook: " + "[".repeat(5000) + "]".repeat(5000), "nest"),
                Arguments.of("too many values", "duration: 1s\nlook: [" + "0,".repeat(30000) + "0]", "more than 20000"),
                Arguments.of("twice", "duration: 1s\nduration: 2s\n" + key, "duration: The field is there twice."),
                Arguments.of("two documents", "duration: 1s\n" + key + "---\nduration: 1s\n", "second document"),
                Arguments.of("unknown field", "duration: 1s\nkeyfames: []\n" + key, "Did you mean \"keyframes\"?"),
                Arguments.of("no keyframes", "duration: 1s\n", "keyframes: There are none."),
                Arguments.of("0 keyframes", "duration: 1s\nkeyframes: []\n", "keyframes: The list is empty."),
                Arguments.of(
                        "a mark with one number",
                        "duration: 1s\nkeyframes: [{at: 0s, camera: {mark: {x: 1}}}]",
                        "keyframes[0].camera.mark.z: It is missing. A mark has x and z in meters"),
                Arguments.of(
                        "a mark that is a place",
                        "duration: 1s\nkeyframes: [{at: 0s, light: {mark: door}}]",
                        "A group of fields belongs here: x, y, z."),
                Arguments.of(
                        "a mark in the air",
                        "duration: 1s\ncast: [{name: A}]\nkeyframes: [{at: 0s, cast: [{name: A, mark: {x: 1, y: 1, z: 2}}]}]",
                        "keyframes[0].cast[0].mark.y: There is no such field. Known: x, z, facing."),
                Arguments.of(
                        "a mark far off",
                        "duration: 1s\nkeyframes: [{at: 0s, camera: {mark: {x: 1e6, z: 2}}}]",
                        "A number from -1000 to 1000 m belongs here."),
                Arguments.of("17 keyframes", many(17), "keyframes: There are 17. A shot has 1 to 16 keyframes."),
                Arguments.of("negative", times("-1s"), "keyframes[0].at: \"-1s\" is before the clip begins."),
                Arguments.of("equal", times("1s", "1.001s"), "falls on frame 24, as keyframes[0] (1s) does."),
                Arguments.of("unordered", times("2s", "1s"), "\"1s\" is before keyframes[0] (2s)."),
                Arguments.of(
                        "past the end", times("10.5s"), "\"10.5s\" is past the end. The clip runs from 0 s to 10 s."),
                Arguments.of("NaN", times(".nan"), "\".nan\" is not a time."),
                Arguments.of("NaN as a word", times("NaN"), "\"NaN\" is not a time."),
                Arguments.of("infinite", times(".inf"), "\".inf\" is not a time."),
                Arguments.of("huge", times("1e99"), "\"1e99\" is not a time."),
                Arguments.of("a bad timecode", times("00:00:01:24"), "is not a time."),
                Arguments.of(
                        "21 s",
                        "duration: 21s\n" + key,
                        "duration: \"21s\" is too long. A clip lasts more than 0 and at most 20 s."),
                Arguments.of("0 s", "duration: 0s\n" + key, "duration: \"0s\" is too short."),
                Arguments.of("0 fps", "duration: 1s\nfps: 0\n" + key, "fps: \"0\" is not a rate. Known: 23.976, 24,"),
                Arguments.of(
                        "a long prompt",
                        "duration: 1s\nkeyframes: [{at: 0s, prompt: \"" + "a ".repeat(4000) + "\"}]",
                        "has 8000 characters. At most 4000"),
                Arguments.of(
                        "a huge prompt",
                        "duration: 1s\nkeyframes: [{at: 0s, prompt: \"" + "a".repeat(10_000_000) + "\"}]",
                        "The file has 10.0 MB. At most 1 MB is read."),
                Arguments.of(
                        "control character", "duration: 1s\nkeyframes: [{at: 0s, prompt: \"a\u0007b\"}]", "U+0007"),
                Arguments.of(
                        "escaped control character",
                        "duration: 1s\nkeyframes: [{at: 0s, prompt: \"a\\x07b\"}]",
                        "U+0007"),
                Arguments.of(
                        "missing image",
                        "duration: 1s\nkeyframes: [{at: 0s, image: no.png}]",
                        "The image \"no.png\" is not there."),
                Arguments.of(
                        "broken image",
                        "duration: 1s\nkeyframes: [{at: 0s, image: broken.png}]",
                        "\"broken.png\" is broken"),
                Arguments.of(
                        "no image",
                        "duration: 1s\nkeyframes: [{at: 0s, image: text.png}]",
                        "in a form that is not read"),
                Arguments.of("a bad seed", "duration: 1s\nseed: lots\n" + key, "seed: \"lots\" is not a seed."),
                Arguments.of("a bad size", "duration: 1s\nsize: 99999x2\n" + key, "size: \"99999x2\" cannot be used."),
                Arguments.of("a bad aspect", "duration: 1s\naspect: 0:0\n" + key, "aspect: \"0:0\" cannot be used."),
                Arguments.of(
                        "9 people",
                        "duration: 1s\ncast: [" + people(9) + "]\n" + key,
                        "cast: 9 people are listed. At most 8"),
                Arguments.of(
                        "half a person", "duration: 1s\ncast: [{name: A, sex: male}]\n" + key, "Missing: age, build"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void refusesWithOneClearMessage(String what, String text, String expected) throws IOException {
        ImageIO.write(
                new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("good.png").toFile());
        byte[] good = Files.readAllBytes(folder.resolve("good.png"));
        Files.write(folder.resolve("broken.png"), Arrays.copyOf(good, 60));
        Files.writeString(folder.resolve("text.png"), "no image");
        Path file = Files.writeString(folder.resolve("shot.yaml"), text);

        ShotReader.Result r = ShotReader.read(file);

        assertThat(r).isInstanceOfSatisfying(ShotReader.Result.Refused.class, refused -> {
            List<String> messages =
                    refused.problems().stream().map(Problem::message).toList();
            assertThat(messages).hasSize(1);
            assertThat(messages.getFirst()).contains(expected).hasSizeLessThan(600);
        });
    }

    @Test
    void acceptsWhatOnlyLooksStrange() throws IOException {
        ImageIO.write(
                new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("good.png").toFile());
        Path file = Files.writeString(
                folder.resolve("shot.yaml"),
                "\uFEFFduration: 1s\nkeyframes: [{at: 0s, prompt: \"מבט רחב, גבר הולך 🎬 \u200Fאל המצלמה\", image: good.png}]");

        assertThat(ShotReader.read(file)).isInstanceOf(ShotReader.Result.Accepted.class);
    }

    @Test
    void namesAFileThatIsNotThereOrNoText() throws IOException {
        assertThat(messages(ShotReader.read(folder.resolve("none.yaml"))))
                .first()
                .asString()
                .contains("There is no such file");
        assertThat(messages(ShotReader.read(folder))).first().asString().contains("This is not a file");
        Path binary = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(messages(ShotReader.read(binary)))
                .containsExactly("The file is not UTF-8 text. Save it as plain text in UTF-8.");
    }

    private static List<String> messages(ShotReader.Result r) {
        return ((ShotReader.Result.Refused) r)
                .problems().stream().map(Problem::message).toList();
    }

    private static String bomb() {
        StringBuilder s = new StringBuilder("duration: 1s\na: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            char before = (char) (c - 1);
            s.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + before + ",").repeat(8))
                    .append("*")
                    .append(before)
                    .append("]\n");
        }
        return s.toString();
    }

    private static String many(int n) {
        StringBuilder s = new StringBuilder("duration: 20s\nkeyframes:\n");
        for (int i = 0; i < n; i++) {
            s.append("  - {at: ").append(i).append("s, prompt: hello}\n");
        }
        return s.toString();
    }

    private static String times(String... at) {
        return "duration: 10s\nkeyframes: ["
                + String.join(
                        ", ", Arrays.stream(at).map(t -> "{at: " + t + "}").toList()) + "]";
    }

    private static String people(int n) {
        return String.join(
                ", ",
                Stream.iterate(1, i -> i + 1)
                        .limit(n)
                        .map(i -> "{name: P" + i + "}")
                        .toList());
    }
}
