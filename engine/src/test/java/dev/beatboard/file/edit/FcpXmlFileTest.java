package dev.beatboard.file.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FcpXmlFileTest {

    /// The parts of the document type of FCPXML 1.10 that the file uses, in our own words.
    private static final String TYPE = """
            <!DOCTYPE fcpxml [
            <!ELEMENT fcpxml (resources?, library?)> <!ATTLIST fcpxml version CDATA #FIXED "1.10">
            <!ELEMENT resources (asset | format)*> <!ELEMENT format EMPTY>
            <!ATTLIST format id ID #REQUIRED name CDATA #IMPLIED frameDuration CDATA #IMPLIED width CDATA #IMPLIED
                height CDATA #IMPLIED colorSpace CDATA #IMPLIED>
            <!ELEMENT asset (media-rep+, metadata?)>
            <!ATTLIST asset id ID #REQUIRED name CDATA #IMPLIED start CDATA #IMPLIED duration CDATA #IMPLIED
                hasVideo CDATA #IMPLIED format IDREF #IMPLIED videoSources CDATA #IMPLIED>
            <!ELEMENT media-rep EMPTY>
            <!ATTLIST media-rep kind (original-media | proxy-media) "original-media" src CDATA #REQUIRED>
            <!ELEMENT metadata (md*)> <!ELEMENT md EMPTY>
            <!ATTLIST md key CDATA #REQUIRED value CDATA #IMPLIED type (string | integer) #IMPLIED>
            <!ELEMENT library (event*)> <!ELEMENT event (project*)> <!ATTLIST event name CDATA #IMPLIED>
            <!ELEMENT project (sequence)> <!ATTLIST project name CDATA #IMPLIED>
            <!ELEMENT sequence (spine)>
            <!ATTLIST sequence format IDREF #REQUIRED duration CDATA #IMPLIED tcStart CDATA #IMPLIED
                tcFormat (DF | NDF) #IMPLIED>
            <!ELEMENT spine (asset-clip*)> <!ELEMENT asset-clip (marker*)>
            <!ATTLIST asset-clip ref IDREF #REQUIRED offset CDATA #IMPLIED name CDATA #IMPLIED start CDATA #IMPLIED
                duration CDATA #IMPLIED tcFormat (DF | NDF) #IMPLIED>
            <!ELEMENT marker EMPTY>
            <!ATTLIST marker start CDATA #REQUIRED duration CDATA #IMPLIED value CDATA #REQUIRED note CDATA #IMPLIED>
            ]>
            """;

    private static Document parsed(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new org.xml.sax.helpers.DefaultHandler() {
            @Override
            public void error(org.xml.sax.SAXParseException e) throws org.xml.sax.SAXException {
                throw e;
            }
        });
        return builder.parse(new InputSource(new StringReader(text.replace("<!DOCTYPE fcpxml>\n", TYPE))));
    }

    private static Element element(Document d, String name, int index) {
        NodeList all = d.getElementsByTagName(name);
        return (Element) all.item(index);
    }

    @Test
    void theDocumentIsValidAndTimesAreExact() throws Exception {
        Document d = parsed(FcpXmlFile.text(Edits.of("A <title> & more", Timecode.of(new FrameRate(24000, 1001)))));
        assertThat(element(d, "format", 0).getAttribute("frameDuration")).isEqualTo("1001/24000s");
        assertThat(element(d, "format", 0).getAttribute("name")).isEqualTo("FFVideoFormat1080p2398");
        assertThat(element(d, "asset", 0).getAttribute("duration")).isEqualTo("1001/250s");
        // An hour of timecode at 23.976 lasts 3603.6 seconds.
        assertThat(element(d, "sequence", 0).getAttribute("tcStart")).isEqualTo("18018/5s");
        assertThat(d.getElementsByTagName("asset-clip").getLength()).isEqualTo(3);
        Element second = element(d, "asset-clip", 1);
        assertThat(second.getAttribute("start")).isEqualTo("1001/600s");
        assertThat(second.getAttribute("duration")).isEqualTo("1001/750s");
        assertThat(second.getAttribute("name")).isEqualTo("A <title> & more 2");
        Element marker = element(d, "marker", 1);
        assertThat(marker.getAttribute("note")).isEqualTo(Edits.NASTY);
        assertThat(marker.getAttribute("start")).isEqualTo("1001/600s");
        assertThat(marker.getAttribute("duration")).isEqualTo("1001/24000s");
    }

    @Test
    void dropFrameIsSaidAndStartsOnTheClock() throws Exception {
        Document d = parsed(FcpXmlFile.text(Edits.of("A", Timecode.dropFrame(new FrameRate(30000, 1001)))));
        Element sequence = element(d, "sequence", 0);
        assertThat(sequence.getAttribute("tcFormat")).isEqualTo("DF");
        // 107892 frames of 1001/30000 s.
        assertThat(sequence.getAttribute("tcStart")).isEqualTo("8999991/2500s");
    }

    @Test
    void refusesAnEditWithoutMovie() {
        Edit e = Edits.of("A", Timecode.of(FrameRate.FILM));
        Edit without = new Edit(
                e.shot(), e.slate(), 1920, 1080, e.frames(), e.cuts(), e.timecode(), Optional.empty(), e.sequence());
        assertThatIllegalArgumentException().isThrownBy(() -> FcpXmlFile.text(without));
    }
}
