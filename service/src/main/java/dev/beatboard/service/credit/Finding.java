package dev.beatboard.service.credit;

import java.util.Optional;
import java.util.UUID;

/// Something in the books that cannot be.
///
/// @param check that found it, such as `unbalanced`
/// @param subject the journal, pocket or generation that it is about
/// @param detail what is there and what should be
public record Finding(String check, Optional<UUID> account, String subject, String detail) {}
