package dev.beatboard.service.account;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a person is in an account. Earlier ones may do all that later ones may.
public enum Role {
    /// May do everything, closing the account and naming other owners included.
    OWNER(EnumSet.allOf(Scope.class)),
    /// May do everything but close the account or touch its owners.
    ADMIN(EnumSet.allOf(Scope.class)),
    /// Works: orders and edits.
    MEMBER(EnumSet.of(
            Scope.GENERATIONS_READ,
            Scope.GENERATIONS_WRITE,
            Scope.PROJECTS_READ,
            Scope.PROJECTS_WRITE,
            Scope.ACCOUNT_READ)),
    /// Looks.
    VIEWER(EnumSet.of(Scope.GENERATIONS_READ, Scope.PROJECTS_READ, Scope.ACCOUNT_READ));

    private final Set<Scope> scopes;

    Role(Set<Scope> scopes) {
        this.scopes = Collections.unmodifiableSet(scopes);
    }

    /// What it may do, and what a key may at most that somebody in this role makes.
    public Set<Scope> scopes() {
        return scopes;
    }

    /// Whether it may give or take away another role: nobody raises anyone above themselves, and
    /// only owners touch owners.
    public boolean appoints(Role other) {
        return scopes.contains(Scope.MEMBERS_WRITE) && compareTo(other) <= 0;
    }

    /// As in requests and answers: `owner`, `admin`, `member` or `viewer`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String label) {
        for (Role role : values()) {
            if (role.label().equals(label)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
