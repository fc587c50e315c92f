package dev.beatboard.file.provenance;

import dev.beatboard.file.Slate;
import java.nio.charset.StandardCharsets;

/// The XMP packet (ISO 16684-1) that every file can carry: title, what made it, and IPTC's digital source type. In MP4
/// and MOV it is a `uuid` box, in PNG an `iTXt` chunk, in EXR a string attribute named `xmp`.
public final class Xmp {

    private Xmp() {}

    public static String packet(Slate slate) {
        return """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
                xmp:CreatorTool="Beatboard %s"
                Iptc4xmpExt:DigitalSourceType="%s">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>""".formatted(
                        escape(slate.engineVersion()),
                        SourceType.ALGORITHMIC_MEDIA,
                        escape(slate.title()),
                        escape(slate.line()));
    }

    public static byte[] bytes(Slate slate) {
        return packet(slate).getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String s) {
        StringBuilder out = new StringBuilder();
        s.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                // Control characters and halves of pairs are not allowed in XML at all.
                default ->
                    out.appendCodePoint(c < 32 || c >= 0xd800 && c < 0xe000 || c > 0xfffd && c < 0x10000 ? ' ' : c);
            }
        });
        return out.toString();
    }
}
