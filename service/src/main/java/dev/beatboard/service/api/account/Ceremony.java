package dev.beatboard.service.api.account;

import dev.beatboard.service.account.Passkeys;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a browser is to do with a passkey.
///
/// @param ceremony to be given back with the answer
/// @param options for `navigator.credentials.create` or `get`
record Ceremony(UUID ceremony, JsonNode options) {

    static Ceremony of(Passkeys.Begun begun) {
        return new Ceremony(begun.id(), JsonMapper.shared().readTree(begun.options()));
    }

    /// The body that ends a ceremony.
    ///
    /// @param answer the browser's `PublicKeyCredential`
    record Answered(UUID ceremony, JsonNode answer) {}
}
