package dev.beatboard.cli;

import dev.beatboard.file.provenance.SideCar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `beatboard verify DIR`: whether a clip's files are what was signed.
@Command(
        name = "verify",
        description = "Checks the files of a signed clip against the list that was signed with them.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "the clip's folder")
    private Path folder = Path.of("");

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "the signer's certificate, from somewhere else; without it anybody could have signed")
    private @Nullable Path trusted;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SideCar.Verdict verdict;
        try {
            verdict = SideCar.verify(folder, Optional.ofNullable(trusted));
        } catch (IOException e) {
            throw new WrongInput(String.valueOf(e.getMessage()));
        }
        terminal.print("signed by " + verdict.signer() + (trusted == null ? ", whom nobody vouches for" : ""));
        terminal.print("  " + verdict.fingerprint());
        if (verdict.intact()) {
            terminal.print(
                    terminal.styled(Terminal.Style.GOOD, "all " + verdict.files() + " files are as they were signed"));
            return Main.DONE;
        }
        verdict.problems().forEach(terminal::error);
        return Main.FAILED;
    }
}
