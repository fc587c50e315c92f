package dev.beatboard.service.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/// How a shot is to be rendered, as it is kept in the database.
///
/// @param quality `draft` or `final`
/// @param width of the picture in pixels, even, as is `height`
/// @param reframed whether the picture has another shape than the shot asks for
/// @param formats labels of [dev.beatboard.Format]
/// @param layers labels of EXR layers; empty where no EXR is wanted
/// @param colorSpaces labels of EXR color spaces; empty where no EXR is wanted
/// @param watermark what is written over the picture, if anything
/// @param burnIn whether shot, frame and time code are
/// @param stillFormat `png` or `jpeg` of a still; empty for clips
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RenderTerms(
        String quality,
        int width,
        int height,
        boolean reframed,
        List<String> formats,
        List<String> layers,
        List<String> colorSpaces,
        Optional<String> watermark,
        boolean burnIn,
        Optional<String> stillFormat) {

    public RenderTerms {
        formats = formats == null ? List.of() : List.copyOf(formats);
        layers = layers == null ? List.of() : List.copyOf(layers);
        colorSpaces = colorSpaces == null ? List.of() : List.copyOf(colorSpaces);
        watermark = watermark == null ? Optional.empty() : watermark;
        stillFormat = stillFormat == null ? Optional.empty() : stillFormat;
    }
}
