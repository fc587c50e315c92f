package dev.beatboard.service.api.shot;

import dev.beatboard.service.api.Call;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.Problem;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A shot file that came as the body of a request, JSON or YAML.
///
/// @param text as it came
/// @param json whether it is JSON
record ShotText(String text, boolean json) {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /// A shot that can be used.
    ///
    /// @param source the same shot as JSON text
    /// @param notices what is all right but worth knowing
    record Good(String source, ShotDraft draft, List<Problem> notices) {}

    /// @throws dev.beatboard.service.problem.RefusedException if the body is neither JSON nor YAML by
    ///     its content type, or no UTF-8
    static ShotText of(Call call) throws IOException {
        String type =
                call.header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean json = type.equals("application/json") || type.endsWith("+json");
        boolean yaml = List.of("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml")
                .contains(type);
        if (!json && !yaml) {
            throw Refusal.of(
                            Code.UNSUPPORTED_MEDIA_TYPE,
                            (type.isEmpty()
                                            ? "There is no Content-Type"
                                            : "The Content-Type is " + Refusal.quoted(type))
                                    + "; a shot comes as application/json or application/yaml.")
                    .exception();
        }
        return new ShotText(utf8(call.body()), json);
    }

    /// Text from bytes, which have to be UTF-8.
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of(Code.MALFORMED_BODY, "The body is not UTF-8.").exception();
        }
    }

    /// What the engine says to it.
    ShotReader.Result read() {
        return ShotReader.read(text, json ? "shot.json" : "shot.yaml");
    }

    /// @throws dev.beatboard.service.problem.RefusedException (INVALID_SHOT) with all that is wrong
    Good good() {
        return switch (read()) {
            case ShotReader.Result.Accepted a -> new Good(source(), a.draft(), a.notices());
            case ShotReader.Result.Refused r ->
                throw Takes.invalid(r.problems()).exception();
        };
    }

    /// As JSON. What the engine's reader accepted is bounded, so that it can be read once more.
    private String source() {
        return json ? text : YAML.readTree(text).toString();
    }
}
