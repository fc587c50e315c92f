/// Who uses the service: accounts (organisations that pay), the people in them with their roles,
/// and how callers prove who they are: API keys, sessions after a password or a passkey.
///
/// Enters: what a client presents (a key, a cookie's token, a password, a passkey's answer) and
/// what an authenticated caller wants changed. Leaves: [Caller], which all other packages ask for
/// the account, its plan and what is allowed; [AuditTrail], to which every change is written in the
/// transaction that makes it. What cannot be done is a [Refusal] that says why.
///
/// Invariants:
/// - Secrets (keys, session and invitation tokens) have 256 random bits, are shown once and kept as
///   SHA-256 only. They are looked up by that hash, so that comparing takes no time that tells
///   anything. Passwords are kept as Argon2id.
/// - A key may never do more than the person who made it may at the moment; one made by somebody
///   who has left is worth nothing.
/// - Every account that people belong to has an owner.
/// - Who is asked in with an e-mail address that is unknown, and who is asked in with a wrong
///   password, get the same answer after the same work.
///
/// Not in scope: there is no mail server, so an address is checked for its form only, nobody has
/// proved that it is theirs, and there is no reset of a password by mail: an operator or another
/// passkey has to help. An address is a name to sign in with, no proof; an invitation is accepted
/// by its token, whoever brings it. Signing up with an address that is taken says so. Counts of
/// attempts are kept in each process, so with n processes an attacker has n times as many.
@NullMarked
package dev.beatboard.service.account;

import org.jspecify.annotations.NullMarked;
