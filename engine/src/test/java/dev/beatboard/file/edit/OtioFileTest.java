package dev.beatboard.file.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OtioFileTest {

    /// The fields of each schema, as OpenTimelineIO's "Serialized Schema Documentation" lists them.
    private static final Map<String, Set<String>> SCHEMAS = Map.of(
            "Timeline.1", Set.of("metadata", "name", "global_start_time", "tracks"),
            "Stack.1", Set.of("metadata", "name", "source_range", "effects", "markers", "enabled", "children"),
            "Track.1", Set.of("metadata", "name", "source_range", "effects", "markers", "enabled", "children", "kind"),
            "Clip.2",
                    Set.of(
                            "metadata",
                            "name",
                            "source_range",
                            "effects",
                            "markers",
                            "enabled",
                            "media_references",
                            "active_media_reference_key"),
            "Marker.2", Set.of("metadata", "name", "color", "comment", "marked_range"),
            "ExternalReference.1",
                    Set.of("metadata", "name", "available_range", "available_image_bounds", "target_url"),
            "ImageSequenceReference.1",
                    Set.of(
                            "metadata",
                            "name",
                            "available_range",
                            "available_image_bounds",
                            "target_url_base",
                            "name_prefix",
                            "name_suffix",
                            "start_frame",
                            "frame_step",
                            "rate",
                            "frame_zero_padding",
                            "missing_frame_policy"),
            "TimeRange.1", Set.of("start_time", "duration"),
            "RationalTime.1", Set.of("rate", "value"));

    private static JsonNode tree(Edit edit) {
        return JsonMapper.builder().build().readTree(OtioFile.text(edit));
    }

    private static JsonNode clips(JsonNode timeline) {
        return timeline.at("/tracks/children/0/children");
    }

    private static double value(JsonNode from, String pointer) {
        return from.at(pointer).asDouble();
    }

    @Test
    void everyObjectHasTheFieldsOfItsSchemaAndNoOther() {
        check(tree(Edits.of("Corridor", Timecode.of(new FrameRate(24000, 1001)))));
    }

    private static void check(JsonNode node) {
        if (node.has("OTIO_SCHEMA")) {
            String schema = node.get("OTIO_SCHEMA").asString();
            Set<String> fields = new TreeSet<>(node.propertyNames());
            fields.remove("OTIO_SCHEMA");
            assertThat(SCHEMAS).containsKey(schema);
            assertThat(fields).as(schema).isEqualTo(new TreeSet<>(SCHEMAS.get(schema)));
        }
        node.forEach(OtioFileTest::check);
    }

    @Test
    void setUpsBecomeClipsAndKeyframesMarkers() {
        JsonNode timeline = tree(Edits.of("Corridor", Timecode.of(new FrameRate(24000, 1001))));
        JsonNode clips = clips(timeline);
        assertThat(clips.size()).isEqualTo(3);
        int[][] known = {{0, 40}, {40, 32}, {72, 24}};
        for (int i = 0; i < 3; i++) {
            assertThat(value(clips.get(i), "/source_range/start_time/value")).isEqualTo(known[i][0]);
            assertThat(value(clips.get(i), "/source_range/duration/value")).isEqualTo(known[i][1]);
            assertThat(value(clips.get(i), "/source_range/duration/rate")).isCloseTo(24000 / 1001.0, within(1e-14));
        }
        JsonNode marker = clips.get(1).at("/markers/0");
        assertThat(marker.get("comment").asString()).isEqualTo(Edits.NASTY);
        assertThat(value(marker, "/marked_range/start_time/value")).isEqualTo(40);
        assertThat(clips.get(1).get("markers").size()).isEqualTo(2);
        assertThat(clips.get(2).get("markers").size()).isZero();
        assertThat(value(timeline, "/global_start_time/value")).isEqualTo(86400);
        assertThat(timeline.at("/metadata/beatboard/shot").asString()).hasSize(64);
    }

    @Test
    void aPartOfTheClipStartsItsFilesThere() {
        JsonNode timeline = tree(Edits.part(Edits.of("Two words", Timecode.of(FrameRate.FILM)), 50, 79));
        JsonNode clip = clips(timeline).get(0);
        assertThat(clip.get("name").asString()).isEqualTo("Two words 2");
        JsonNode frames = clip.at("/media_references/frames");
        assertThat(frames.get("start_frame").asInt()).isEqualTo(1051);
        assertThat(value(frames, "/available_range/start_time/value")).isEqualTo(50);
        assertThat(value(frames, "/available_range/duration/value")).isEqualTo(30);
        assertThat(value(clip, "/source_range/duration/value")).isEqualTo(22);
        assertThat(clips(timeline).get(1).get("name").asString()).isEqualTo("Two words 3");
    }
}
