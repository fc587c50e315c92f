/// `/v1/reviews` and comments: for members, and for guests who have nothing but a link.
///
/// Enters: calls of members with a key or session, and of anybody with a link's token in the path.
/// Leaves: links, the one project that a token opens, comments.
///
/// Invariants:
/// - What guests are shown is made here from the project, its finished generations and its comments;
///   nothing else of the account is in it, no actor, no price and no address of a member.
/// - A token is in the answer that made its link and in guests' paths only, which no log holds.
@NullMarked
package dev.beatboard.service.api.review;

import org.jspecify.annotations.NullMarked;
