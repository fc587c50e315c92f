package dev.beatboard.file.provenance;

import dev.beatboard.file.Slate;
import dev.beatboard.file.video.Seal;
import dev.beatboard.math.Sha256;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Content Credentials of a video file: a C2PA manifest (specification 2.2, claim version 2) that says what made the
/// file, is bound to its bytes, and is signed by COSE (RFC 9052). It has no time stamp: that would take a server.
///
/// @param key whose signature it bears
public record ContentCredentials(Slate slate, SigningKey key) implements Seal {

    private static final String ACTIONS = "c2pa.actions.v2";
    private static final String BINDING = "c2pa.hash.bmff.v3";
    /// Our own: the shot and what made it a clip.
    private static final String RENDER = "dev.beatboard.render";

    private static final String CLAIM = "c2pa.claim.v2";
    private static final String STORE = "c2pa.assertions";
    private static final String SIGNATURE = "c2pa.signature";
    private static final int COSE_SIGN1 = 18;
    private static final int HEADER_ALGORITHM = 1;
    private static final int HEADER_CERTIFICATES = 33;

    @Override
    public byte[] manifest(byte[] digest) {
        String label = "urn:c2pa:" + name("manifest", digest);
        Map<String, byte[]> assertions = new LinkedHashMap<>();
        assertions.put(BINDING, Cbor.encode(binding(digest)));
        assertions.put(ACTIONS, Cbor.encode(Map.of("actions", List.of(created()))));
        assertions.put(RENDER, Cbor.encode(render()));

        List<byte[]> boxes = new ArrayList<>();
        List<Object> references = new ArrayList<>();
        assertions.forEach((name, cbor) -> {
            byte[] payload = Jumbf.payload("cbor", name, Jumbf.box("cbor", cbor));
            boxes.add(Jumbf.box("jumb", payload));
            references.add(map("url", "self#jumbf=" + STORE + "/" + name, "hash", Sha256.of(payload)));
        });
        byte[] claim = Cbor.encode(map(
                "instanceID",
                "xmp:iid:" + name("instance", digest),
                "claim_generator_info",
                map("name", "Beatboard", "version", slate.engineVersion()),
                "signature",
                "self#jumbf=/c2pa/" + label + "/" + SIGNATURE,
                "created_assertions",
                references,
                "dc:title",
                slate.title(),
                "alg",
                "sha256"));
        byte[] manifest = Jumbf.superbox(
                "c2ma",
                label,
                Jumbf.superbox("c2as", STORE, boxes.toArray(byte[][]::new)),
                Jumbf.superbox("c2cl", CLAIM, Jumbf.box("cbor", claim)),
                Jumbf.superbox("c2cs", SIGNATURE, Jumbf.box("cbor", signature(claim))));
        return Jumbf.superbox("c2pa", "c2pa", manifest);
    }

    private static Map<String, Object> created() {
        return map("action", "c2pa.created", "digitalSourceType", SourceType.ALGORITHMIC_MEDIA);
    }

    private Map<String, Object> render() {
        return map(
                "shot",
                slate.shotDigest(),
                "seed",
                slate.seed(),
                "engine",
                slate.engineVersion(),
                "quality",
                slate.quality());
    }

    /// What is bound: the whole file but these boxes.
    private static Map<String, Object> binding(byte[] digest) {
        List<Object> exclusions = new ArrayList<>();
        exclusions.add(map("xpath", "/uuid", "data", List.of(map("offset", 8, "value", Seal.box()))));
        for (String box : List.of("/ftyp", "/mfra", "/free", "/skip")) {
            exclusions.add(map("xpath", box));
        }
        return map("exclusions", exclusions, "alg", "sha256", "hash", digest, "name", "Beatboard");
    }

    private byte[] signature(byte[] claim) {
        try {
            List<Object> chain = new ArrayList<>();
            for (X509Certificate c : key.chain()) {
                chain.add(c.getEncoded());
            }
            Object certificates = chain.size() == 1 ? chain.getFirst() : chain;
            Map<Integer, Object> header = new LinkedHashMap<>();
            header.put(HEADER_ALGORITHM, key.algorithm().cose);
            header.put(HEADER_CERTIFICATES, certificates);
            byte[] head = Cbor.encode(header);
            byte[] signed = key.sign(Cbor.encode(List.of("Signature1", head, new byte[0], claim)));
            return Cbor.encode(new Cbor.Tagged(COSE_SIGN1, List.of(head, Map.of(), Cbor.NULL, signed)));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has its bytes", e);
        }
    }

    /// A name without chance: RFC 9562, version 8, by the digest of what is named.
    private String name(String what, byte[] digest) {
        byte[] all = Sha256.of(Cbor.encode(List.of(what, slate.shotDigest(), slate.seed(), digest)));
        ByteBuffer b = ByteBuffer.wrap(all);
        long high = b.getLong() & ~0xf000L | 0x8000L;
        long low = b.getLong() & ~(0xcL << 60) | 0x8L << 60;
        return new UUID(high, low).toString();
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
