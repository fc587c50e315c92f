package dev.beatboard.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.time.FrameRate;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportWriterTest {

    @TempDir
    Path folder;

    @Test
    void saysTheSameInBothForms() throws IOException {
        ReportWriter.write(folder, report());

        JsonNode json = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("report.json")));
        assertThat(json.at("/facts/holds").asInt()).isEqualTo(1);
        assertThat(json.at("/facts/missed").asInt()).isEqualTo(1);
        assertThat(json.at("/keyframes/0/facts/0/slot").asString()).isEqualTo("camera.size");
        assertThat(json.at("/keyframes/0/facts/0/state").asString()).isEqualTo("holds");
        assertThat(json.at("/keyframes/0/facts/1/state").asString()).isEqualTo("in-part");
        assertThat(json.at("/keyframes/0/facts/1/status").asString()).isEqualTo("missed");
        assertThat(json.at("/keyframes/0/facts/1/staged").asString()).isEqualTo("smile 100 %, from frame 48 to 60");
        assertThat(json.at("/states/in-part").asInt()).isEqualTo(1);
        assertThat(json.at("/states/not-done").asInt()).isZero();
        assertThat(json.at("/keyframes/0/timecode").asString()).isEqualTo("00:00:02:00");
        assertThat(json.at("/slate/shot").asString()).isEqualTo("abc");
        String html = Files.readString(folder.resolve("report.html"));
        assertThat(html)
                .contains("medium &lt;b&gt; shot", "in part", "smile 100 %, from frame 48 to 60")
                .as("a name breaks after its dots only")
                .contains("<span class=\"whole\">camera.</span><wbr><span class=\"whole\">size</span>")
                .doesNotContain("<b> shot", "http");
        assertThat(folder.resolve("credits.txt")).content().contains("- Furniture by A, CC-BY 3.0");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(3);
        }
    }

    @Test
    void drawsEveryKeyframeOnTheSheet() throws IOException {
        List<ContactSheet.Panel> panels = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            byte[] rgb = new byte[3 * 160 * 90];
            for (int p = 0; p < 160 * 90; p++) {
                rgb[3 * p + i % 3] = (byte) 200;
            }
            panels.add(new ContactSheet.Panel(
                    new Picture(160, 90, rgb),
                    24 * i,
                    i + " s",
                    "medium shot, man in navy suit walks toward camera, office corridor, overhead fluorescent lighting,"
                            + " even pace, and then so many more words that they cannot all be shown under the frame"));
        }

        Path file = folder.resolve("contact-sheet.png");
        PngWriter.write(file, ContactSheet.draw("Corridor", "draft, 24 frames/s", panels));

        BufferedImage sheet = ImageIO.read(file.toFile());
        assertThat(sheet.getWidth()).isEqualTo(2 * 28 + 3 * 560 + 2 * 20);
        // The middle of the second panel is green.
        assertThat(sheet.getRGB(28 + 560 + 20 + 280, 28 + 64 + 150) & 0xffffff).isEqualTo(0x00c800);
    }

    @Test
    void drawsLettersWithoutAnyFont() {
        BufferedImage image = new BufferedImage(60, 12, BufferedImage.TYPE_INT_RGB);
        PixelFont.draw(image.createGraphics(), "H\u00e9", 0, 0, 1);

        assertThat(image.getRGB(0, 0) & 1).isEqualTo(1);
        assertThat(image.getRGB(2, 3) & 1).isEqualTo(1);
        assertThat(image.getRGB(2, 0) & 1).isZero();
    }

    private static Report report() {
        return new Report(
                new Slate("Corridor", "abc", 7, "0.1.0", "draft"),
                960,
                540,
                FrameRate.FILM,
                0,
                239,
                240,
                List.of(new Report.Moment(
                        48,
                        "medium <b> shot",
                        "medium shot of the man",
                        List.of("50 mm from 3.1 m"),
                        List.of(
                                new Report.Fact("camera.size", "medium", "medium, head to waist", Report.Status.HOLDS),
                                new Report.Fact("man.expression", "smile", "20.0 % of it", Report.Status.MISSED)
                                        .inPart()
                                        .staged("smile 100 %, from frame 48 to 60")))),
                List.of(new Report.Decision(-1, "set", "office-corridor", "the words say corridor")),
                List.of(new Report.Warning(0, "no-light", "Nothing is said about light.")),
                List.of(new Report.Stage("staging", 0.2)),
                List.of("Furniture by A, CC-BY 3.0"));
    }
}
