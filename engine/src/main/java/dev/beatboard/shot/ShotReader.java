package dev.beatboard.shot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads shot files, YAML or JSON (by the ending `.json`). Everything that is wrong with a file is found in one go,
/// each
/// with its place and a remedy; only what cannot be parsed at all stops the reading. All input is bounded: it may come
/// from anywhere.
public final class ShotReader {

    static final int MOST_BYTES = 1 << 20;
    static final String MINIMAL =
            "The least a shot needs: \"duration: 10s\" and \"keyframes: [{at: 0s, prompt: ...}]\".";

    private ShotReader() {}

    /// What came of a file.
    public sealed interface Result {

        /// @param notices what is all right but worth knowing, such as a time that was snapped to its frame
        record Accepted(ShotDraft draft, List<Problem> notices) implements Result {}

        /// @param problems at least one
        record Refused(List<Problem> problems) implements Result {}
    }

    /// Reads a file. Reference images are looked for beside it.
    ///
    /// @throws IOException if the file is there but cannot be read
    public static Result read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return refused("There is no such file.", "Check the name and the folder.");
        }
        if (!Files.isRegularFile(file)) {
            return refused("This is not a file.", "Name the shot file itself.");
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            return tooLarge(Files.size(file));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused("The file is not UTF-8 text.", "Save it as plain text in UTF-8.");
        }
        Path name = file.getFileName();
        Path folder = file.toAbsolutePath().getParent();
        return read(text, name == null ? "shot" : name.toString(), Optional.ofNullable(folder));
    }

    /// Reads text that came otherwise. Reference images are not looked at.
    ///
    /// @param name as of a file; its ending tells JSON from YAML, its stem is the title if the text has none
    public static Result read(String text, String name) {
        return read(text, name, Optional.empty());
    }

    private static Result read(String source, String name, Optional<Path> folder) {
        if (source.length() > MOST_BYTES) {
            return tooLarge(source.length());
        }
        String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
        Problems problems = new Problems();
        if (text.isBlank()) {
            return refused("The file is empty.", MINIMAL);
        }
        if (controls(text, problems)) {
            return new Result.Refused(problems.all());
        }
        boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
        Optional<Node> tree = NodeReader.read(text, json, problems);
        Optional<ShotDraft> draft =
                tree.flatMap(t -> new DraftReader(problems, new ReferenceImages(folder)).read(t, stem(name)));
        if (problems.count() > 0 || draft.isEmpty()) {
            return new Result.Refused(problems.all());
        }
        return new Result.Accepted(draft.get(), problems.notices());
    }

    /// Control characters are no text; the parsers would stop at the first one with less of a message.
    private static boolean controls(String text, Problems problems) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Text.forbidden(c)) {
                problems.add(
                        "",
                        new Node.Place(line, column),
                        "The file holds the control character " + Text.name(c) + ".",
                        "Only visible text, blanks and line ends are read.",
                        "Remove it.");
            }
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
            i += Character.charCount(c);
        }
        return problems.count() > 0;
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Result tooLarge(long bytes) {
        return refused(
                String.format(Locale.ROOT, "The file has %.1f MB. At most 1 MB is read.", bytes / 1e6),
                "Shorten it; a prompt has at most " + KeyframeReader.LONGEST_PROMPT + " characters.");
    }

    private static Result refused(String found, String remedy) {
        return new Result.Refused(List.of(new Problem("", 0, 0, found, "", remedy)));
    }
}
