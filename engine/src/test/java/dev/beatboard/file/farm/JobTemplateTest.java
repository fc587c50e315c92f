package dev.beatboard.file.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class JobTemplateTest {

    private static final JobTemplate.Job JOB = new JobTemplate.Job(
            "Corridor", "corridor.yaml", 240, "final", List.of("mp4", "exr"), List.of("--layers", "all"), 24);

    @TempDir
    Path folder;

    private static JsonNode tree(JobTemplate.Job job) {
        return new YAMLMapper().readTree(JobTemplate.text(job));
    }

    @Test
    void theTemplateHasTheFormOfTheSpecification() {
        JsonNode t = tree(JOB);
        assertThat(t.propertyNames())
                .containsExactlyInAnyOrder(
                        "specificationVersion", "extensions", "name", "description", "parameterDefinitions", "steps");
        assertThat(t.get("specificationVersion").asString()).isEqualTo("jobtemplate-2023-09");
        assertThat(t.at("/extensions/0").asString()).isEqualTo("TASK_CHUNKING");
        assertThat(t.get("name").asString()).isEqualTo("Corridor");
        List<String> parameters = new ArrayList<>();
        for (JsonNode p : t.get("parameterDefinitions")) {
            assertThat(p.get("name").asString()).matches("[A-Za-z_][A-Za-z0-9_]*");
            assertThat(p.get("type").asString()).isIn("STRING", "PATH", "INT");
            parameters.add("Param." + p.get("name").asString());
        }
        JsonNode frame = t.at("/steps/0/parameterSpace/taskParameterDefinitions/0");
        assertThat(frame.get("type").asString()).isEqualTo("CHUNK[INT]");
        assertThat(frame.at("/chunks/rangeConstraint").asString()).isEqualTo("CONTIGUOUS");
        assertThat(t.at("/parameterDefinitions/3/default").asString()).isEqualTo("0-239");
        assertThat(t.at("/steps/1/dependencies/0/dependsOn").asString())
                .isEqualTo(t.at("/steps/0/name").asString());
        parameters.addAll(List.of("Task.Param.Frame", "Task.File.Render", "Task.File.Assemble"));
        Matcher references = Pattern.compile("\\{\\{(.*?)}}").matcher(JobTemplate.text(JOB));
        int count = 0;
        while (references.find()) {
            assertThat(parameters).contains(references.group(1));
            count++;
        }
        assertThat(count).isGreaterThan(8);
        assertThat(t.at("/steps/0/script/embeddedFiles/0/data").asString()).doesNotContain("{{");
    }

    @Test
    void hostileTitlesStayTitles() {
        String title = "{{Param.X}} \"q\"\n: #@CHUNK@ " + "x".repeat(300);
        JsonNode t = tree(new JobTemplate.Job(title, "a {{b}}.yaml", 1, "draft", List.of("mp4"), List.of(), 1));
        assertThat(t.get("name").asString())
                .startsWith("{ {Param.X} } \"q\" : #_CHUNK_ xxx")
                .hasSize(128);
        assertThat(t.at("/parameterDefinitions/0/default").asString()).isEqualTo("a { {b} }.yaml");
    }

    @Test
    void refusesChunksThatNoSchedulerTakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JobTemplate.Job("a", "b", 10, "draft", List.of("mp4"), List.of(), 151));
    }

    /// The scripts run, with a stand-in for Beatboard that notes its arguments.
    @Test
    void theScriptsRenderAChunkAndAssemble() throws IOException, InterruptedException {
        JsonNode t = tree(JOB);
        Path tool = folder.resolve("bea'tboard");
        Files.writeString(tool, """
                #!/bin/bash
                printf '%s|' "$@" >> "$(dirname "$0")/said"
                echo >> "$(dirname "$0")/said"
                echo "openjd_progress: 100"
                [[ $2 != fails.yaml ]]
                """);
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        String options = "--layers\nall\n--watermark\nnot $(yet) final\n";
        String said = run(
                t, 0, "Render", tool.toString(), "my $(shot).yaml", folder + "/o ut", "48-48", "final", "exr", options);
        assertThat(said).isEqualTo("openjd_progress: 100\n");
        run(t, 1, "Assemble", tool.toString(), folder + "/o ut");
        assertThat(Files.readString(folder.resolve("said"))
                        .replace(folder.toString(), "/f")
                        .lines())
                .containsExactly(
                        "render|my $(shot).yaml|--frames|48-48|--quality|final|--format|exr|--layers|all|"
                                + "--watermark|not $(yet) final|--progress|openjd|-o|"
                                + "/f/o ut/chunks/00048-00048|",
                        "assemble|/f/o ut/chunks|--progress|openjd|-o|/f/o ut|");
        assertThat(run(t, 0, "Render", tool.toString(), "fails.yaml", folder + "/x", "0-9", "final", "exr", ""))
                .endsWith("failed");
    }

    private String run(JsonNode template, int step, String name, String... arguments)
            throws IOException, InterruptedException {
        Path script = folder.resolve(name + ".sh");
        Files.writeString(
                script,
                template.at("/steps/" + step + "/script/embeddedFiles/0/data").asString());
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return p.waitFor() == 0 ? said : said + "failed";
    }
}
