package dev.beatboard.service.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The job template of Open Job Description that starts workers of a service, held against the
/// specification ("2023-09 Template Schemas"), whose sections are named.
class WorkersTemplateTest {

    private static final Path FILE = Path.of("..", "farm", "openjd", "beatboard-workers.yaml");
    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]{0,63}";

    @TempDir
    Path folder;

    private static JsonNode tree() throws IOException {
        return new YAMLMapper().readTree(Files.readString(FILE));
    }

    @Test
    void theTemplateHasTheFormOfTheSpecification() throws IOException {
        JsonNode t = tree();
        // 1.1: no extension is needed, so none is named.
        assertThat(t.propertyNames())
                .containsExactlyInAnyOrder(
                        "specificationVersion", "name", "description", "parameterDefinitions", "steps");
        assertThat(t.get("specificationVersion").asString()).isEqualTo("jobtemplate-2023-09");
        Set<String> values = new HashSet<>(Set.of("Session.WorkingDirectory", "Task.Param.Worker", "Task.File.Run"));
        for (JsonNode p : t.get("parameterDefinitions")) {
            parameter(p);
            values.add("Param." + p.get("name").asString());
        }
        // 3, 3.4.1.1: the range is a format string.
        JsonNode step = t.at("/steps/0");
        assertThat(step.propertyNames())
                .containsExactlyInAnyOrder("name", "parameterSpace", "hostRequirements", "script");
        JsonNode worker = step.at("/parameterSpace/taskParameterDefinitions/0");
        assertThat(worker.get("type").asString()).isEqualTo("INT");
        assertThat(worker.get("range").asString()).isEqualTo("1-{{Param.Workers}}");
        // 5: an action is told to end first, and has 600 s for it at most.
        JsonNode run = step.at("/script/actions/onRun");
        assertThat(run.propertyNames()).containsExactlyInAnyOrder("command", "args", "cancelation");
        assertThat(run.at("/cancelation/mode").asString()).isEqualTo("NOTIFY_THEN_TERMINATE");
        assertThat(run.at("/cancelation/notifyPeriodInSeconds").asInt()).isBetween(30, 600);
        // 6: embedded files are texts, named by the references to them.
        JsonNode file = step.at("/script/embeddedFiles/0");
        assertThat(file.get("name").asString()).isEqualTo("Run");
        assertThat(file.get("type").asString()).isEqualTo("TEXT");
        assertThat(file.get("data").asString())
                .as("what is run has no values put into its text")
                .doesNotContain("{{");
        Matcher references = Pattern.compile("\\{\\{(.*?)}}").matcher(Files.readString(FILE));
        List<String> found = new ArrayList<>();
        while (references.find()) {
            found.add(references.group(1));
        }
        assertThat(found).hasSize(7);
        assertThat(values).containsAll(found);
    }

    /// 2.1 to 2.3: fields, defaults within their limits, controls that fit.
    private static void parameter(JsonNode p) {
        assertThat(p.get("name").asString()).matches(IDENTIFIER);
        String control = p.at("/userInterface/control").asString();
        switch (p.get("type").asString()) {
            case "INT" -> {
                assertThat(Set.of("name", "type", "description", "default", "minValue", "maxValue", "userInterface"))
                        .containsAll(p.propertyNames());
                assertThat(p.get("default").asInt())
                        .isBetween(p.get("minValue").asInt(), p.get("maxValue").asInt());
                assertThat(control).isEqualTo("SPIN_BOX");
            }
            case "STRING" -> {
                assertThat(Set.of("name", "type", "description", "default", "minLength", "userInterface"))
                        .containsAll(p.propertyNames());
                assertThat(control).isEqualTo("LINE_EDIT");
            }
            case "PATH" -> {
                assertThat(Set.of("name", "type", "objectType", "dataFlow", "description", "userInterface"))
                        .containsAll(p.propertyNames());
                assertThat(p.get("objectType").asString()).isEqualTo("FILE");
                assertThat(p.get("dataFlow").asString()).isEqualTo("NONE");
                assertThat(control).isEqualTo("CHOOSE_INPUT_FILE");
            }
            default -> throw new AssertionError("No type of the specification: " + p);
        }
    }

    /// The script runs, with a stand-in for Beatboard that notes what it is told.
    @Test
    void theScriptStartsAWorkerWhichIsToldToEnd() throws Exception {
        Path tool = folder.resolve("bea'tboard");
        Files.writeString(tool, """
                #!/bin/bash
                trap 'echo gives back; exit 143' TERM
                printf '%s|' "$BEATBOARD_RENDERING_THREADS" "$@"; echo
                while :; do sleep 0.05; done
                """);
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Path script = Files.writeString(
                folder.resolve("run.sh"),
                tree().at("/steps/0/script/embeddedFiles/0/data").asString());
        Process process = new ProcessBuilder(
                        "bash", script.toString(), tool.toString(), "my $(settings).yaml", "3", folder + "/o ut", "7")
                .redirectErrorStream(true)
                .start();
        var out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("openjd_status: worker 7 renders");
        assertThat(out.readLine())
                .isEqualTo("3|worker|--drain|--config|my $(settings).yaml|--data|" + folder + "/o ut/worker-7|");
        // Of the handle, as that of the process closes what it says.
        process.toHandle().destroy();
        assertThat(out.readLine()).isEqualTo("gives back");
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
    }
}
