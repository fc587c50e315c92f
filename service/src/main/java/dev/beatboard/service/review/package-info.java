/// Reviews: links by which people without an account look at one project, and comments on its frames.
///
/// Enters: a member's wish for a link, tokens that guests bring, comments of both. Leaves: links (the
/// token once, at making), whom and what a token opens, comments.
///
/// Invariants:
/// - A token is kept as a hash only and opens its one project, until it expires or is ended.
/// - Guests see what members say and what was said by the same link, not what other links' guests say.
/// - Everything that a token leads to is read as its account, under row security.
/// - Links and comments of a project are bounded in number, and texts in length.
@NullMarked
package dev.beatboard.service.review;

import org.jspecify.annotations.NullMarked;
