package dev.beatboard.service.account;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What browsers are asked to do with passkeys (WebAuthn Level 2, sections 5.4 and 5.5), and the same
/// for the library that checks the answer. All but the challenge is the same each time, so that it
/// is all that has to be kept; the library's own JSON takes several milliseconds of a processor.
final class PasskeyOptions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SecureRandom CHANCE = new SecureRandom();

    private final RelyingParty party;

    PasskeyOptions(RelyingParty party) {
        this.party = party;
    }

    static ByteArray challenge() {
        byte[] bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return new ByteArray(bytes);
    }

    /// For `navigator.credentials.create`.
    String create(ByteArray challenge, Ceremonies.Person person, Collection<PublicKeyCredentialDescriptor> known) {
        List<Map<String, Object>> algorithms = party.getPreferredPubkeyParams().stream()
                .map(p -> Map.<String, Object>of(
                        "type", "public-key", "alg", p.getAlg().getId()))
                .toList();
        List<Map<String, String>> excluded = known.stream()
                .map(k -> Map.of("type", "public-key", "id", k.getId().getBase64Url()))
                .toList();
        return JSON.writeValueAsString(Map.of(
                "publicKey",
                Map.of(
                        "rp",
                        Map.of(
                                "id",
                                party.getIdentity().getId(),
                                "name",
                                party.getIdentity().getName()),
                        "user",
                        Map.of(
                                "id",
                                PasskeyRows.handle(person.id()).getBase64Url(),
                                "name",
                                person.email(),
                                "displayName",
                                person.name()),
                        "challenge",
                        challenge.getBase64Url(),
                        "pubKeyCredParams",
                        algorithms,
                        "timeout",
                        Passkeys.PATIENCE.toMillis(),
                        "excludeCredentials",
                        excluded,
                        "authenticatorSelection",
                        Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
                        "attestation",
                        "none")));
    }

    /// For `navigator.credentials.get`.
    String get(ByteArray challenge) {
        return JSON.writeValueAsString(Map.of(
                "publicKey",
                Map.of(
                        "challenge",
                        challenge.getBase64Url(),
                        "rpId",
                        party.getIdentity().getId(),
                        "timeout",
                        Passkeys.PATIENCE.toMillis(),
                        "userVerification",
                        "required")));
    }

    /// What [#create] asked for.
    PublicKeyCredentialCreationOptions created(ByteArray challenge, Ceremonies.Person person) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party.getIdentity())
                .user(UserIdentity.builder()
                        .name(person.email())
                        .displayName(person.name())
                        .id(PasskeyRows.handle(person.id()))
                        .build())
                .challenge(challenge)
                .pubKeyCredParams(party.getPreferredPubkeyParams())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .build();
    }

    /// What [#get] asked for.
    AssertionRequest got(ByteArray challenge) {
        return AssertionRequest.builder()
                .publicKeyCredentialRequestOptions(PublicKeyCredentialRequestOptions.builder()
                        .challenge(challenge)
                        .rpId(party.getIdentity().getId())
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .build();
    }
}
