package dev.beatboard.cli;

import dev.beatboard.file.provenance.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say how a clip tells where it comes from.
final class CredentialOptions {

    @Option(
            names = "--credentials",
            negatable = true,
            description = "sign videos (Content Credentials) and the list of files; by default final and reference are")
    private @Nullable Boolean credentials;

    @Option(
            names = "--sign-key",
            paramLabel = "PEM",
            description = "private key to sign with; default: one of this machine, which nobody else trusts")
    private @Nullable Path key;

    @Option(names = "--sign-chain", paramLabel = "PEM", description = "certificates of the key, its own first")
    private @Nullable Path chain;

    /// The key, if there is to be a signature.
    Optional<SigningKey> key(boolean draft) throws IOException {
        if ((key == null) != (chain == null)) {
            throw new WrongInput("--sign-key and --sign-chain go together.");
        }
        boolean wanted = credentials != null ? credentials : !draft || key != null;
        if (!wanted) {
            return Optional.empty();
        }
        if (key != null && chain != null) {
            try {
                return Optional.of(SigningKey.pem(key, chain));
            } catch (IOException e) {
                throw new WrongInput(String.valueOf(e.getMessage()));
            }
        }
        return Optional.of(SigningKey.local(folder()));
    }

    /// Where this user's data is kept, apart from what can be made again.
    static Path folder() {
        String own = System.getenv("BEATBOARD_DATA");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        String xdg = System.getenv("XDG_DATA_HOME");
        Path data = xdg != null && !xdg.isBlank()
                ? Path.of(xdg)
                : Path.of(System.getProperty("user.home"), ".local", "share");
        return data.resolve("beatboard");
    }
}
