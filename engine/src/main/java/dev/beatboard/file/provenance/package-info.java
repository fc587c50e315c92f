/// Where a clip comes from, said inside of its files and beside them. What enters are finished files, the slate and a
/// signing key; what leaves are an XMP packet ([dev.beatboard.file.provenance.Xmp]), signed Content Credentials
/// ([dev.beatboard.file.provenance.ContentCredentials]) and a signed list of all files' digests
/// ([dev.beatboard.file.provenance.SideCar]).
///
/// Invariants: nothing in them depends on clock or chance, but for the signatures of elliptic-curve keys other than
/// Ed25519, and the making of the local key. A key of nobody's trust is called so wherever its name is seen.
@NullMarked
package dev.beatboard.file.provenance;

import org.jspecify.annotations.NullMarked;
