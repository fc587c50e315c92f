package dev.beatboard.service.generation;

import dev.beatboard.service.plan.Lane;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What a client wants made, whichever language it spoke.
///
/// @param type what the client calls it
/// @param model as the client named it
/// @param request as it came, without media
/// @param shot the shot file as JSON text
/// @param parent of the same account, of which this is an edit or another shape: frames that show
///     the same as its own cost nothing
/// @param picture how large and of what shape
/// @param formats labels of [dev.beatboard.Format]; `mp4` if empty
/// @param layers labels of EXR layers; `beauty`, `depth`, `id` if empty
/// @param colorSpaces labels of EXR color spaces; `linear-rec709` if empty
/// @param lane the plan's best if nobody says
/// @param notices what the reading of the request found
public record Order(
        Dialect dialect,
        Kind kind,
        String type,
        String model,
        JsonNode request,
        String shot,
        Optional<UUID> project,
        Optional<UUID> parent,
        Picture picture,
        List<String> formats,
        List<String> layers,
        List<String> colorSpaces,
        boolean burnIn,
        Optional<String> stillFormat,
        Optional<Lane> lane,
        Optional<String> callbackUrl,
        Optional<String> endUser,
        List<Notice> notices) {

    public Order {
        formats = List.copyOf(formats);
        layers = List.copyOf(layers);
        colorSpaces = List.copyOf(colorSpaces);
        notices = List.copyOf(notices);
    }

    /// How large the picture is.
    ///
    /// @param resolution `360p`, `540p`, `720p` or `1080p`; decides the quality
    /// @param aspect another shape than the shot's own, such as `9:16`
    /// @param size exactly, such as `640x360`, instead of both
    public record Picture(Optional<String> resolution, Optional<String> aspect, Optional<String> size) {}
}
