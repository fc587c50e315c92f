/// Objects: files of any size under keys, in a folder or in S3, and links to them that carry
/// their own permission.
///
/// Enters: keys, files and bytes from the packages that make or take them in; [StoreSettings]
/// say where objects are kept. Leaves: [ObjectStore], the same for both places, and
/// [SignedLinks].
///
/// Invariants: a key is checked before it touches a disk or a network, so none leads out of the
/// store. An object appears whole or not at all, and once `put` returns it survives a crash.
/// Writing an object again replaces it whole; readers of the old one are not disturbed. Several
/// processes may use one store at once. Imports nothing of ours.
@NullMarked
package dev.beatboard.service.store;

import org.jspecify.annotations.NullMarked;
