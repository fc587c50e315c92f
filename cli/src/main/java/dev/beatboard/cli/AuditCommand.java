package dev.beatboard.cli;

import dev.beatboard.service.Auditor;
import dev.beatboard.service.credit.Report;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `beatboard audit`: whether a service's books are right. Exit code 0 if they are, 1 if not.
@Command(
        name = "audit",
        description = {
            "Proves the books of a service: every credit that was ever given is somewhere, once.",
            "The service may run or not. Nothing is changed."
        },
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    private static final String TOKEN = "BEATBOARD_OPERATOR_TOKEN";

    private final Terminal terminal;

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "ask a running service elsewhere, with the operator's token in " + TOKEN)
    private @Nullable URI url;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report;
        if (url != null) {
            String token = Optional.ofNullable(System.getenv(TOKEN))
                    .filter(t -> !t.isBlank())
                    // Not as an option: all users of a machine see the options of its processes.
                    .orElseThrow(() -> new WrongInput("Set " + TOKEN + " to the service's operator.token."));
            report = Auditor.ask(url, token);
        } else {
            report = Auditor.run(options.settings());
        }
        terminal.out().print(json ? report.json() + System.lineSeparator() : report.text());
        terminal.out().flush();
        return report.clean() ? Main.DONE : Main.FAILED;
    }
}
