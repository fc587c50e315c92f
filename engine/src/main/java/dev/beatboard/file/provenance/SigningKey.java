package dev.beatboard.file.provenance;

import dev.beatboard.file.OutputFile;
import dev.beatboard.math.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// What clips are signed with: a private key and the certificates that say whose it is.
///
/// @param chain the signer's first, then who signed that, and so on
public record SigningKey(PrivateKey key, List<X509Certificate> chain) {

    private static final long LARGEST_FILE = 1 << 20;
    private static final int LINE = 64;
    private static final String BEGIN_KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String END_KEY = "-----END PRIVATE KEY-----";

    /// How signatures are made. Ed25519's have no chance in them, so equal clips stay equal files.
    enum Algorithm {
        ES256("SHA256withECDSAinP1363Format", -7),
        ES384("SHA384withECDSAinP1363Format", -35),
        ED25519("Ed25519", -8);

        final String java;
        /// RFC 9053, tables 1 and 2.
        final int cose;

        Algorithm(String java, int cose) {
            this.java = java;
            this.cose = cose;
        }
    }

    public SigningKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A signing key has a certificate");
        }
    }

    /// The key in this folder, made there at first use; its name says that nobody trusts it. The folder is the user's
    /// own (not a cache), and only the user may read the key.
    ///
    /// @throws IOException with a message for people
    public static SigningKey local(Path folder) throws IOException {
        Path key = folder.resolve("signing-key.pem");
        Path chain = folder.resolve("signing-certificates.pem");
        if (Files.exists(key) && Files.exists(chain)) {
            return pem(key, chain);
        }
        try {
            // The clock says from when the certificate is valid; clips do not depend on it otherwise.
            SigningKey made = LocalAuthority.make(Instant.now());
            OutputFile.write(chain, made.certificates());
            OutputFile.write(key, part -> {
                Files.deleteIfExists(part);
                if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.writeString(part, block("PRIVATE KEY", made.key.getEncoded()));
            });
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /// A key of your own: PKCS #8 and a chain of certificates, both PEM. P-256, P-384 and Ed25519 keys.
    ///
    /// @throws IOException with a message for people: which file, what was found, what is allowed
    public static SigningKey pem(Path key, Path chain) throws IOException {
        List<X509Certificate> certificates = certificates(chain, read(chain));
        PublicKey open = certificates.getFirst().getPublicKey();
        try {
            String text = read(key);
            int from = text.indexOf(BEGIN_KEY);
            int to = text.indexOf(END_KEY);
            if (from < 0 || to < from) {
                throw new IOException(key + " holds no \"" + BEGIN_KEY + "\". Convert it with openssl pkcs8 -topk8"
                        + " -nocrypt -in " + key.getFileName() + ".");
            }
            byte[] der = Base64.getMimeDecoder().decode(text.substring(from + BEGIN_KEY.length(), to));
            PrivateKey secret = KeyFactory.getInstance(open.getAlgorithm().equals("EC") ? "EC" : "Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(der));
            SigningKey loaded = new SigningKey(secret, certificates);
            byte[] trial = "Do key and certificate belong together?".getBytes(StandardCharsets.UTF_8);
            if (!verify(certificates.getFirst(), trial, loaded.sign(trial))) {
                throw new IOException(key + " is not the key of the first certificate in " + chain + ".");
            }
            return loaded;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    key + " is not a private key that clips can be signed with (P-256, P-384 or Ed25519, PKCS #8), or"
                            + " not one for " + chain + ".",
                    e);
        }
    }

    private static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file " + file + " to sign with.");
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException(file + " is too large for a key or certificates.");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    static List<X509Certificate> certificates(Path file, String pem) throws IOException {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate c : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)))) {
                chain.add((X509Certificate) c);
            }
            if (chain.isEmpty()) {
                throw new IOException(file + " holds no certificate (PEM).");
            }
            algorithm(chain.getFirst());
            return chain;
        } catch (CertificateException e) {
            throw new IOException(file + " holds no certificate (PEM): " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Algorithm algorithm(X509Certificate certificate) {
        PublicKey open = certificate.getPublicKey();
        if (open instanceof ECPublicKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            if (bits == 256) {
                return Algorithm.ES256;
            }
            if (bits == 384) {
                return Algorithm.ES384;
            }
        }
        if (open.getAlgorithm().equals("EdDSA") || open.getAlgorithm().equals("Ed25519")) {
            return Algorithm.ED25519;
        }
        throw new IllegalArgumentException(
                "a key of type " + open.getAlgorithm() + " is not among P-256, P-384 and Ed25519");
    }

    Algorithm algorithm() {
        return algorithm(chain.getFirst());
    }

    /// The signature as two plain numbers side by side, or Ed25519's; of one length for a key.
    byte[] sign(byte[] bytes) {
        try {
            Signature s = Signature.getInstance(algorithm().java);
            s.initSign(key);
            s.update(bytes);
            return s.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this key cannot sign", e);
        }
    }

    static boolean verify(X509Certificate signer, byte[] bytes, byte[] signature) {
        try {
            Signature s = Signature.getInstance(algorithm(signer).java);
            s.initVerify(signer.getPublicKey());
            s.update(bytes);
            return s.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// SHA-256 of a certificate, hexadecimal: by this a key is told from another of the same name.
    static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate that was read has an encoding", e);
        }
    }

    /// The chain as PEM.
    String certificates() {
        StringBuilder pem = new StringBuilder();
        try {
            for (X509Certificate c : chain) {
                pem.append(block("CERTIFICATE", c.getEncoded()));
            }
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read has its bytes", e);
        }
        return pem.toString();
    }

    private static String block(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    /// Says no more than whose key it is.
    @Override
    public String toString() {
        return "SigningKey[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
