package dev.beatboard.file.provenance;

import dev.beatboard.file.OutputFile;
import dev.beatboard.file.PrettyJson;
import dev.beatboard.file.Slate;
import dev.beatboard.math.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The signed list of a clip's files, for all formats alike: `provenance.json` has every file's size and SHA-256 and
/// what it was made from, `provenance.sig` the signature over exactly those bytes (base64), `provenance.pem` the
/// certificates of the signer.
public final class SideCar {

    /// The form of `provenance.json`.
    private static final String FORM = "beatboard-provenance/1";

    private static final String LIST = "provenance.json";
    private static final String SIGNATURE = "provenance.sig";
    private static final String CERTIFICATES = "provenance.pem";
    private static final long LARGEST_LIST = 1 << 26;
    private static final int BLOCK = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SideCar() {}

    /// What a check found.
    ///
    /// @param signer the certificate's subject; nobody vouches for it
    /// @param fingerprint SHA-256 of the signer's certificate, hexadecimal
    /// @param problems in words for people, each naming its file; none if all is as it was signed
    public record Verdict(String signer, String fingerprint, int files, List<String> problems) {

        public Verdict {
            problems = List.copyOf(problems);
        }

        public boolean intact() {
            return problems.isEmpty();
        }
    }

    /// Lists and signs.
    ///
    /// @param folder of the clip, in which all of `files` are
    /// @param files in any order; folders are not allowed
    /// @return the files written
    /// @throws IOException with a message for people
    public static List<Path> write(Path folder, Collection<Path> files, Slate slate, SigningKey key)
            throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("form", FORM);
        root.put("title", slate.title());
        root.put("shot", slate.shotDigest());
        root.put("seed", slate.seed());
        root.put("engine", "Beatboard " + slate.engineVersion());
        root.put("quality", slate.quality());
        root.put("digitalSourceType", SourceType.ALGORITHMIC_MEDIA);
        ArrayNode list = root.putArray("files");
        Path base = folder.toAbsolutePath().normalize();
        List<Path> inside = files.stream()
                .map(f -> base.relativize(f.toAbsolutePath().normalize()))
                .distinct()
                .sorted(Comparator.comparing(SideCar::name))
                .toList();
        for (Path f : inside) {
            if (f.startsWith("..")) {
                throw new IllegalArgumentException(f + " is not in the clip's folder");
            }
            Path file = base.resolve(f);
            list.addObject().put("path", name(f)).put("bytes", Files.size(file)).put("sha256", digest(file));
        }
        byte[] json = PrettyJson.text(root).getBytes(StandardCharsets.UTF_8);
        OutputFile.write(folder.resolve(LIST), json);
        OutputFile.write(folder.resolve(SIGNATURE), Base64.getEncoder().encodeToString(key.sign(json)) + "\n");
        OutputFile.write(folder.resolve(CERTIFICATES), key.certificates());
        return List.of(folder.resolve(LIST), folder.resolve(SIGNATURE), folder.resolve(CERTIFICATES));
    }

    /// Checks a clip's folder against its list, and the list against its signature.
    ///
    /// @param trusted the signer's certificate, PEM, from somewhere else than this folder; without it anybody could
    ///     have signed, and only the fingerprint tells who
    /// @throws IOException if there is nothing to check, with a message for people
    public static Verdict verify(Path folder, Optional<Path> trusted) throws IOException {
        byte[] json = read(folder, LIST);
        Path chainFile = folder.resolve(CERTIFICATES);
        X509Certificate signer = SigningKey.certificates(
                        chainFile, new String(read(folder, CERTIFICATES), StandardCharsets.ISO_8859_1))
                .getFirst();
        List<String> problems = new ArrayList<>();
        if (!SigningKey.verify(signer, json, signature(folder))) {
            problems.add(LIST + " was changed after it was signed, or " + SIGNATURE + " was.");
        }
        if (trusted.isPresent()) {
            X509Certificate expected = SigningKey.certificates(
                            trusted.get(), Files.readString(trusted.get(), StandardCharsets.ISO_8859_1))
                    .getFirst();
            if (!expected.equals(signer)) {
                problems.add(CERTIFICATES + " is not of " + expected.getSubjectX500Principal() + " with fingerprint "
                        + SigningKey.fingerprint(expected) + ".");
            }
        }
        int files = files(folder, json, problems);
        return new Verdict(signer.getSubjectX500Principal().getName(), SigningKey.fingerprint(signer), files, problems);
    }

    private static int files(Path folder, byte[] json, List<String> problems) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            problems.add(LIST + " is not JSON.");
            return 0;
        }
        if (!FORM.equals(root.path("form").asString(""))) {
            problems.add(LIST + " is not of the form " + FORM + ".");
            return 0;
        }
        for (JsonNode entry : root.path("files")) {
            String path = entry.path("path").asString("");
            Path file = folder.resolve(path).normalize();
            if (path.isEmpty() || !file.startsWith(folder.normalize())) {
                problems.add("\"" + path + "\" leads out of the clip's folder.");
            } else if (!Files.isRegularFile(file)) {
                problems.add(path + " is missing.");
            } else if (Files.size(file) != entry.path("bytes").asLong(-1)) {
                problems.add(path + " was changed: it has " + Files.size(file) + " bytes, signed were "
                        + entry.path("bytes").asLong(-1) + ".");
            } else if (!digest(file).equals(entry.path("sha256").asString(""))) {
                problems.add(path + " was changed: its digest is not the signed one.");
            }
        }
        return root.path("files").size();
    }

    private static byte[] signature(Path folder) throws IOException {
        try {
            return Base64.getDecoder().decode(new String(read(folder, SIGNATURE), StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no " + name + " in " + folder + ": nothing there is signed.");
        }
        if (Files.size(file) > LARGEST_LIST) {
            throw new IOException(file + " is too large.");
        }
        return Files.readAllBytes(file);
    }

    /// With `/`, on every system.
    private static String name(Path relative) {
        List<String> names = new ArrayList<>();
        relative.forEach(p -> names.add(p.toString()));
        return String.join("/", names);
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.hex(in);
        }
    }
}
