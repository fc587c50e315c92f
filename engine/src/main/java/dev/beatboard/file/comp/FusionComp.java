package dev.beatboard.file.comp;

import dev.beatboard.file.Decimal;
import dev.beatboard.file.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a Fusion composition: a Loader for the picture with depth, normals, motion and position
/// in Fusion's own auxiliary channels, a Loader per layer of color, the picture put together again
/// from its parts, and a Cryptomatte per actor (with the Cryptomatte fuse; without it those nodes
/// stay empty).
///
/// Source: the table text that Fusion saves, and its names of the OpenEXR loader's channels
/// (`RedName`, `ZName`, `XNormName`, `XVelName`, `XRevVelName`, `XPosName` ...).
public final class FusionComp {

    /// What no channel is called: Fusion's own word for "none".
    private static final String NONE = "SomethingThatWontMatchHopefully";

    private final CompSource source;
    private final StringBuilder out = new StringBuilder();
    private int column;

    private FusionComp(CompSource source) {
        this.source = source;
    }

    public static void write(Path target, CompSource source) throws IOException {
        OutputFile.write(target, text(source));
    }

    static String text(CompSource source) {
        FusionComp comp = new FusionComp(source);
        comp.all();
        return comp.out.toString();
    }

    /// A Lua string.
    static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void all() {
        double rate = (double) source.camera().rate().numerator()
                / source.camera().rate().denominator();
        String range = "{ " + source.first() + ", " + source.last() + " }";
        out.append("Composition {\n\tCurrentTime = ")
                .append(source.first())
                .append(",\n\tRenderRange = ")
                .append(range)
                .append(",\n\tGlobalRange = ")
                .append(range)
                .append(",\n\tHiQ = true,\n\tPrefs = {\n\t\tComp = {\n\t\t\tFrameFormat = {\n")
                .append("\t\t\t\tWidth = ")
                .append(source.camera().width())
                .append(",\n\t\t\t\tHeight = ")
                .append(source.camera().height())
                .append(",\n\t\t\t\tRate = ")
                .append(Decimal.of(rate, 10))
                .append(",\n\t\t\t},\n\t\t},\n\t},\n\tTools = ordered() {\n");
        loader("Frames", beauty());
        for (String layer : source.colors()) {
            loader("Layer_" + layer, color(layer));
        }
        sum();
        mattes();
        out.append("\t},\n}\n");
    }

    /// Fusion's names of channels with the file's.
    private Map<String, String> beauty() {
        Map<String, String> names = new LinkedHashMap<>();
        map(names, "RedName", "R");
        map(names, "GreenName", "G");
        map(names, "BlueName", "B");
        map(names, "AlphaName", "A");
        map(names, "ZName", "depth.Z");
        map(names, "XNormName", "N.X");
        map(names, "YNormName", "N.Y");
        map(names, "ZNormName", "N.Z");
        map(names, "XVelName", "forward.u");
        map(names, "YVelName", "forward.v");
        map(names, "XRevVelName", "backward.u");
        map(names, "YRevVelName", "backward.v");
        map(names, "XPosName", "P.X");
        map(names, "YPosName", "P.Y");
        map(names, "ZPosName", "P.Z");
        return names;
    }

    private void map(Map<String, String> names, String fusion, String channel) {
        names.put(fusion, source.channels().contains(channel) ? channel : NONE);
    }

    private Map<String, String> color(String layer) {
        Map<String, String> names = new LinkedHashMap<>();
        map(names, "RedName", layer + ".R");
        map(names, "GreenName", layer + ".G");
        map(names, "BlueName", layer + ".B");
        map(names, "AlphaName", source.channels().contains(layer + ".A") ? layer + ".A" : "A");
        return names;
    }

    private void loader(String name, Map<String, String> channels) {
        int length = source.last() - source.first();
        String file = "Comp:/" + source.folder() + "/" + source.prefix()
                + String.format(Locale.ROOT, "%04d", source.first()) + source.suffix();
        open(name, "Loader");
        out.append("\t\t\tClips = {\n\t\t\t\tClip {\n");
        clip("ID", quoted("Clip1"));
        clip("Filename", quoted(file));
        clip("FormatID", quoted("OpenEXRFormat"));
        clip("StartFrame", Integer.toString(source.first()));
        clip("LengthSetManually", "true");
        clip("TrimIn", "0");
        clip("TrimOut", Integer.toString(length));
        clip("GlobalStart", Integer.toString(source.first()));
        clip("GlobalEnd", Integer.toString(source.last()));
        out.append("\t\t\t\t}\n\t\t\t},\n\t\t\tInputs = {\n");
        channels.forEach((fusion, channel) ->
                input("[\"Clip1.OpenEXRFormat." + fusion + "\"]", "Value = FuID { " + quoted(channel) + " }"));
        close();
    }

    private void clip(String field, String value) {
        out.append("\t\t\t\t\t").append(field).append(" = ").append(value).append(",\n");
    }

    private void open(String name, String kind) {
        out.append("\t\t").append(name).append(" = ").append(kind).append(" {\n");
    }

    private void input(String name, String value) {
        out.append("\t\t\t\t").append(name).append(" = Input { ").append(value).append(", },\n");
    }

    private void wire(String input, String tool) {
        input(input, "SourceOp = " + quoted(tool) + ", Source = \"Output\"");
    }

    /// Ends the inputs and the tool.
    private void close() {
        column += 110;
        out.append("\t\t\t},\n\t\t\tViewInfo = OperatorInfo { Pos = { ")
                .append(column)
                .append(", 50 } },\n\t\t},\n");
    }

    /// Adds the three parts, number by number; a Merge would take their alpha into account.
    private void sum() {
        List<String> parts = source.parts();
        if (parts.isEmpty()) {
            return;
        }
        open("Beauty_from_parts", "Custom");
        out.append("\t\t\tInputs = {\n");
        for (String c : List.of("Red", "Green", "Blue")) {
            String x = c.substring(0, 1).toLowerCase(Locale.ROOT);
            input(c + "Expression", "Value = " + quoted(x + "1+" + x + "2+" + x + "3"));
        }
        input("AlphaExpression", "Value = " + quoted("a1"));
        for (int i = 0; i < parts.size(); i++) {
            wire("Image" + (i + 1), "Layer_" + parts.get(i));
        }
        close();
    }

    private void mattes() {
        if (!source.hasMattes(CompSource.ACTORS)) {
            return;
        }
        List<String> names = new ArrayList<>(CompSource.identifiers(source.actors()));
        for (int i = 0; i < names.size(); i++) {
            open("Matte_" + names.get(i), "Fuse.Cryptomatte");
            out.append("\t\t\tInputs = {\n");
            String list = source.actors().get(i).replace("\\", "\\\\").replace("\"", "\\\"");
            input("LayerName", "Value = " + quoted(CompSource.ACTORS));
            input("MatteList", "Value = " + quoted("\"" + list + "\""));
            wire("Input", "Frames");
            close();
        }
    }
}
