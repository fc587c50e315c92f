package dev.beatboard.service.account;

import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An authenticator and its browser in software (WebAuthn Level 2, sections 6.1 and 6.5): a key on
/// the curve P-256, attestation `none`, the user always verified.
public final class SoftAuthenticator {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String origin;
    private final KeyPair keys;
    private final byte[] credential = new byte[32];
    private byte[] handle = new byte[0];
    int counter;

    private SoftAuthenticator(String origin, KeyPair keys) {
        this.origin = origin;
        this.keys = keys;
        new SecureRandom().nextBytes(credential);
    }

    /// Another one with the same key, which costs nothing to make.
    SoftAuthenticator another() {
        return new SoftAuthenticator(origin, keys);
    }

    /// @param origin of the page that asks
    public SoftAuthenticator(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(credential);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String credential() {
        return BASE64.encodeToString(credential);
    }

    /// `navigator.credentials.create`.
    public String create(String options) {
        JsonNode wanted = JSON.readTree(options).get("publicKey");
        handle = Base64.getUrlDecoder().decode(wanted.get("user").get("id").asString());
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        byte[] cose = CBORObject.NewMap()
                .Add(1, 2)
                .Add(3, -7)
                .Add(-1, 1)
                .Add(-2, coordinate(key.getW().getAffineX()))
                .Add(-3, coordinate(key.getW().getAffineY()))
                .EncodeToBytes();
        ByteBuffer attested = ByteBuffer.allocate(16 + 2 + credential.length + cose.length)
                .put(new byte[16])
                .putShort((short) credential.length)
                .put(credential)
                .put(cose);
        byte[] data = data(wanted.get("rp").get("id").asString(), 0x45, attested.array());
        byte[] object = CBORObject.NewMap()
                .Add("fmt", "none")
                .Add("attStmt", CBORObject.NewMap())
                .Add("authData", data)
                .EncodeToBytes();
        return answer(Map.of(
                "attestationObject",
                BASE64.encodeToString(object),
                "clientDataJSON",
                BASE64.encodeToString(client("webauthn.create", wanted))));
    }

    /// `navigator.credentials.get`.
    public String get(String options) {
        JsonNode wanted = JSON.readTree(options).get("publicKey");
        byte[] data = data(wanted.get("rpId").asString(), 0x05, new byte[0]);
        byte[] client = client("webauthn.get", wanted);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return answer(Map.of(
                    "authenticatorData",
                    BASE64.encodeToString(data),
                    "clientDataJSON",
                    BASE64.encodeToString(client),
                    "signature",
                    BASE64.encodeToString(signature.sign()),
                    "userHandle",
                    BASE64.encodeToString(handle)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(Map<String, String> response) {
        return JSON.writeValueAsString(Map.of(
                "id",
                credential(),
                "rawId",
                credential(),
                "type",
                "public-key",
                "response",
                response,
                "clientExtensionResults",
                Map.of()));
    }

    private byte[] client(String type, JsonNode wanted) {
        return JSON.writeValueAsString(Map.of(
                        "type",
                        type,
                        "challenge",
                        wanted.get("challenge").asString(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(String site, int flags, byte[] rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(sha256(site.getBytes(StandardCharsets.UTF_8)));
        out.write(flags);
        out.writeBytes(ByteBuffer.allocate(4).putInt(counter).array());
        out.writeBytes(rest);
        return out.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, bytes.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
