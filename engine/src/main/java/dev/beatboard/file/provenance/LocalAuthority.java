package dev.beatboard.file.provenance;

import dev.beatboard.math.Sha256;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Makes a signing key with certificates that nobody trusts: a root, whose key is thrown away, and the signer's, since
/// C2PA refuses a certificate that signed itself (section 14.5.1). Certificates by RFC 5280, Ed25519 by RFC 8410.
final class LocalAuthority {

    private static final String ED25519 = "1.3.101.112";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ORGANIZATION = "2.5.4.10";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final int SERIAL_BYTES = 16;

    private LocalAuthority() {}

    /// @param now from when the certificates are valid
    static SigningKey make(Instant now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        KeyPair root = generator.generateKeyPair();
        KeyPair signer = generator.generateKeyPair();
        byte[] rootName = name("Beatboard local root (untrusted)");
        byte[] signerName = name("Beatboard local key (untrusted)");
        X509Certificate top = certificate(rootName, rootName, root.getPublic(), root, now, true);
        X509Certificate own = certificate(signerName, rootName, signer.getPublic(), root, now, false);
        return new SigningKey(signer.getPrivate(), List.of(own, top));
    }

    private static byte[] name(String common) {
        return Der.sequence(
                Der.set(Der.sequence(Der.oid(ORGANIZATION), Der.text("Beatboard"))),
                Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.text(common))));
    }

    private static X509Certificate certificate(
            byte[] subject, byte[] issuer, PublicKey key, KeyPair root, Instant now, boolean authority)
            throws GeneralSecurityException {
        byte[] id = id(key);
        byte[] algorithm = Der.sequence(Der.oid(ED25519));
        byte[] usage = authority
                // Signing certificates and lists.
                ? Der.bits(new byte[] {6}, 1)
                // Digital signatures.
                : Der.bits(new byte[] {(byte) 0x80}, 7);
        byte[] constraints = authority ? Der.sequence(Der.yes()) : Der.sequence();
        byte[] keyOfIssuer = Der.sequence(Der.of(0x80, id(root.getPublic())));
        byte[] basic = Der.sequence(Der.oid(BASIC_CONSTRAINTS), Der.yes(), Der.octets(constraints));
        byte[] use = Der.sequence(Der.oid(KEY_USAGE), Der.yes(), Der.octets(usage));
        byte[] ofSubject = Der.sequence(Der.oid(SUBJECT_KEY), Der.octets(Der.octets(id)));
        byte[] ofIssuer = Der.sequence(Der.oid(AUTHORITY_KEY), Der.octets(keyOfIssuer));
        byte[] purpose = Der.sequence(Der.oid(EXTENDED_KEY_USAGE), Der.octets(Der.sequence(Der.oid(DOCUMENT_SIGNING))));
        byte[] extensions = authority
                ? Der.sequence(basic, use, ofSubject, ofIssuer)
                : Der.sequence(basic, use, ofSubject, ofIssuer, purpose);
        byte[] signed = Der.sequence(
                Der.explicit(0, Der.number(BigInteger.TWO)),
                // The serial number may be anything unique; the key's digest is.
                Der.number(new BigInteger(1, Arrays.copyOf(id, SERIAL_BYTES))),
                algorithm,
                issuer,
                Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(LIFE))),
                subject,
                key.getEncoded(),
                Der.explicit(3, extensions));
        byte[] whole = Der.sequence(signed, algorithm, Der.bits(sign(root.getPrivate(), signed), 0));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] id(PublicKey key) {
        return Arrays.copyOf(Sha256.of(key.getEncoded()), 20);
    }

    private static byte[] sign(PrivateKey key, byte[] bytes) throws GeneralSecurityException {
        Signature s = Signature.getInstance("Ed25519");
        s.initSign(key);
        s.update(bytes);
        return s.sign();
    }
}
