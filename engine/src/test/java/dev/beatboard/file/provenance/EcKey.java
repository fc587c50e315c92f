package dev.beatboard.file.provenance;

import dev.beatboard.file.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A P-256 key with a certificate from an authority, made by openssl as a studio would.
final class EcKey {

    private EcKey() {}

    static void make(Path folder, Path key, Path chain) throws IOException, InterruptedException {
        Path rootKey = folder.resolve("root-key.pem");
        Path root = folder.resolve("root.pem");
        Path request = folder.resolve("request.pem");
        Path own = folder.resolve("own.pem");
        Path extensions = Files.writeString(folder.resolve("extensions"), """
            basicConstraints=critical,CA:FALSE
            keyUsage=critical,digitalSignature
            extendedKeyUsage=emailProtection
            subjectKeyIdentifier=hash
            authorityKeyIdentifier=keyid
            """);
        run(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/O=Studio/CN=Studio root",
                "-keyout",
                rootKey,
                "-out",
                root);
        run(
                "req",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/O=Studio/CN=Studio renders",
                "-keyout",
                key,
                "-out",
                request);
        run(
                "x509",
                "-req",
                "-in",
                request,
                "-CA",
                root,
                "-CAkey",
                rootKey,
                "-set_serial",
                "2",
                "-days",
                "30",
                "-extfile",
                extensions,
                "-out",
                own);
        Files.writeString(chain, Files.readString(own) + Files.readString(root));
    }

    private static void run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("openssl"));
        for (Object a : arguments) {
            command.add(a.toString());
        }
        Tools.output(command);
    }
}
