package dev.beatboard.file.farm;

import dev.beatboard.file.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Writes a job template of Open Job Description: a step that renders the shot in chunks of frames,
/// each into a folder of its own, and one that assembles them. A chunk that is rendered again
/// replaces itself. Values reach the scripts as arguments, never as part of their text, so that no
/// name can become a command.
///
/// Source: Open Job Description, "2023-09 Template Schemas", and RFC 0001 (extension
/// `TASK_CHUNKING`: a contiguous chunk is always `first-last`). Beatboard itself
/// tells the worker how far it is (`--progress openjd`).
public final class JobTemplate {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_NAME = 128;

    private JobTemplate() {}

    /// What the template asks for if nobody chooses otherwise.
    ///
    /// @param title of the shot, the job's name
    /// @param shot the shot file, as a path from where the template lies
    /// @param frames of the clip
    /// @param quality `draft`, `final` or `reference`
    /// @param formats as `--format` names them, such as `mp4`, `exr`
    /// @param options further options of `render`, a word each, such as `--layers`, `all`
    /// @param chunk frames in a chunk, 1 to 150
    public record Job(
            String title,
            String shot,
            int frames,
            String quality,
            List<String> formats,
            List<String> options,
            int chunk) {

        /// The most frames in a chunk that every scheduler takes.
        public static final int MOST_IN_CHUNK = 150;

        public Job {
            formats = List.copyOf(formats);
            options = List.copyOf(options);
            if (frames < 1 || chunk < 1 || chunk > MOST_IN_CHUNK || formats.isEmpty()) {
                throw new IllegalArgumentException("A job has frames, formats and chunks of 1 to " + MOST_IN_CHUNK
                        + ": " + frames + " frames in chunks of " + chunk + ", formats " + formats);
            }
        }
    }

    public static void write(Path target, Job job) throws IOException {
        OutputFile.write(target, text(job));
    }

    static String text(Job job) {
        return TEMPLATE.replace("@NAME@", quoted(name(job.title())))
                .replace("@SHOT@", quoted(literal(job.shot())))
                .replace("@FRAMES@", quoted("0-" + (job.frames() - 1)))
                .replace("@CHUNK@", Integer.toString(job.chunk()))
                .replace("@QUALITY@", quoted(literal(job.quality())))
                .replace("@OPTIONS@", quoted(literal(String.join("\n", job.options()))))
                .replace("@FORMATS@", quoted(literal(String.join(",", job.formats()))));
    }

    private static String name(String title) {
        String plain = literal(title.replaceAll("\\p{Cntrl}", " ").strip());
        int points = plain.codePointCount(0, plain.length());
        String cut = points > LONGEST_NAME ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME)) : plain;
        return cut.isEmpty() ? "Beatboard" : cut;
    }

    /// Two braces would begin a reference to a parameter.
    private static String literal(String text) {
        return text.replace("{{", "{ {").replace("}}", "} }").replace('@', '_');
    }

    /// A string of JSON is one of YAML.
    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static final String TEMPLATE = """
            specificationVersion: jobtemplate-2023-09
            extensions: [TASK_CHUNKING]
            name: @NAME@
            description: Renders a Beatboard shot in chunks of frames and assembles the clip.
            parameterDefinitions:
              - name: ShotFile
                type: PATH
                objectType: FILE
                dataFlow: IN
                default: @SHOT@
                userInterface: {control: CHOOSE_INPUT_FILE, label: Shot file}
              - name: OutputFolder
                type: PATH
                objectType: DIRECTORY
                dataFlow: OUT
                default: out
                userInterface: {control: CHOOSE_DIRECTORY, label: Output folder}
              - name: Beatboard
                type: STRING
                default: ./beatboard
                description: How the worker calls Beatboard.
                userInterface: {control: LINE_EDIT, label: Command}
              - name: Frames
                type: STRING
                default: @FRAMES@
                description: The frames of the clip, counted from 0.
                userInterface: {control: LINE_EDIT, label: Frames}
              - name: ChunkSize
                type: INT
                default: @CHUNK@
                minValue: 1
                maxValue: 150
                userInterface: {control: SPIN_BOX, label: Frames in a chunk}
              - name: Quality
                type: STRING
                default: @QUALITY@
                allowedValues: [draft, final, reference]
                userInterface: {control: DROPDOWN_LIST, label: Quality}
              - name: Formats
                type: STRING
                default: @FORMATS@
                description: As for --format, with commas.
                userInterface: {control: LINE_EDIT, label: Formats}
              - name: Options
                type: STRING
                default: @OPTIONS@
                description: Further options of render, a word on each line.
                userInterface: {control: MULTILINE_EDIT, label: Options}
            steps:
              - name: Render
                parameterSpace:
                  taskParameterDefinitions:
                    - name: Frame
                      type: CHUNK[INT]
                      range: "{{Param.Frames}}"
                      chunks:
                        defaultTaskCount: "{{Param.ChunkSize}}"
                        rangeConstraint: CONTIGUOUS
                script:
                  actions:
                    onRun:
                      command: bash
                      args:
                        - "{{Task.File.Render}}"
                        - "{{Param.Beatboard}}"
                        - "{{Param.ShotFile}}"
                        - "{{Param.OutputFolder}}"
                        - "{{Task.Param.Frame}}"
                        - "{{Param.Quality}}"
                        - "{{Param.Formats}}"
                        - "{{Param.Options}}"
                  embeddedFiles:
                    - name: Render
                      type: TEXT
                      filename: render.sh
                      data: |
                        set -euo pipefail
                        beatboard=$1 shot=$2 out=$3 frames=$4 quality=$5 formats=$6
                        options=()
                        while IFS= read -r word; do
                          [[ -z $word ]] || options+=("$word")
                        done <<< "$7"
                        first=${frames%-*} last=${frames#*-}
                        folder=$out/chunks/$(printf '%05d-%05d' "$first" "$last")
                        mkdir -p "$folder"
                        "$beatboard" render "$shot" --frames "$first-$last" --quality "$quality" \\
                          --format "$formats" ${options[@]+"${options[@]}"} --progress openjd -o "$folder"
              - name: Assemble
                dependencies:
                  - dependsOn: Render
                script:
                  actions:
                    onRun:
                      command: bash
                      args: ["{{Task.File.Assemble}}", "{{Param.Beatboard}}", "{{Param.OutputFolder}}"]
                  embeddedFiles:
                    - name: Assemble
                      type: TEXT
                      filename: assemble.sh
                      data: |
                        set -euo pipefail
                        beatboard=$1 out=$2
                        "$beatboard" assemble "$out/chunks" --progress openjd -o "$out"
            """;
}
