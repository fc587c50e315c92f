package dev.beatboard.file.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.file.Picture;
import dev.beatboard.file.PngWriter;
import dev.beatboard.file.Slate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class XmpTest {

    private static final Slate SLATE = new Slate("\"A\" <& B>\u0007", "abc123", 7, "0.1.0", "draft");

    @Test
    void isXmlWithTitleAndSourceType() throws Exception {
        Document xml = parse(Xmp.bytes(SLATE));
        Element description =
                (Element) xml.getElementsByTagNameNS("*", "Description").item(0);
        assertThat(description.getAttributeNS("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "DigitalSourceType"))
                .isEqualTo("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia");
        assertThat(xml.getElementsByTagNameNS("*", "title").item(0).getTextContent())
                .isEqualTo("\"A\" <& B> ");
    }

    @Test
    void aPngCarriesIt(@TempDir Path folder) throws Exception {
        Path png = folder.resolve("still.png");
        PngWriter.write(png, new Picture(2, 1, new byte[] {1, 2, 3, 4, 5, 6}), Xmp.packet(SLATE));

        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(Files.readAllBytes(png)))) {
            reader.setInput(in);
            IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            Element entry = (Element) root.getElementsByTagName("iTXtEntry").item(0);
            assertThat(entry.getAttribute("keyword")).isEqualTo("XML:com.adobe.xmp");
            assertThat(entry.getAttribute("text")).isEqualTo(Xmp.packet(SLATE));
            assertThat(reader.read(0).getRGB(1, 0)).isEqualTo(0xff040506);
        }
    }

    private static Document parse(byte[] packet) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        String text = new String(packet, StandardCharsets.UTF_8);
        int from = text.indexOf("<x:xmpmeta");
        int to = text.indexOf("<?xpacket end");
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.substring(from, to).getBytes(StandardCharsets.UTF_8)));
    }
}
