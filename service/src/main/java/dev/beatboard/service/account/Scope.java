package dev.beatboard.service.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One kind of thing that a caller may do. Reading is asked for apart from changing.
public enum Scope {
    GENERATIONS_READ("generations:read", "See generations and download what they made"),
    GENERATIONS_WRITE("generations:write", "Order, cancel and delete generations; this spends credits"),
    PROJECTS_READ("projects:read", "See projects, cast, sets and uploads"),
    PROJECTS_WRITE("projects:write", "Change projects, cast, sets and uploads"),
    ACCOUNT_READ("account:read", "See the account, its credits, members and prices"),
    ACCOUNT_WRITE("account:write", "Rename the account, change its time zone, close it"),
    MEMBERS_WRITE("members:write", "Invite people, change their roles, remove them"),
    KEYS_WRITE("keys:write", "See, make, rotate and revoke API keys"),
    WEBHOOKS_WRITE("webhooks:write", "See and change webhooks"),
    AUDIT_READ("audit:read", "See who did what");

    private final String label;
    private final String description;

    Scope(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /// As in requests and answers, such as `generations:read`.
    public String label() {
        return label;
    }

    /// For people.
    public String description() {
        return description;
    }

    public static Optional<Scope> of(String label) {
        return Arrays.stream(values()).filter(s -> s.label.equals(label)).findFirst();
    }

    /// Scopes from a client's list.
    ///
    /// @throws Refusal if one is unknown or none is named
    public static Set<Scope> parse(Iterable<String> labels) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String label : labels) {
            scopes.add(of(label)
                    .orElseThrow(() -> Refusal.invalid(
                            "scopes",
                            "There is no scope " + Refusal.quoted(label) + ". There are: "
                                    + Arrays.stream(values()).map(Scope::label).collect(Collectors.joining(", "))
                                    + ".")));
        }
        if (scopes.isEmpty()) {
            throw Refusal.invalid("scopes", "Name at least one scope, such as generations:read.");
        }
        return scopes;
    }
}
