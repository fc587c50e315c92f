/// What others keep on their servers and we need: pictures and films named by URL, messages to
/// addresses that clients chose, and a look at what a file really is.
///
/// Enters: URLs and files that strangers chose. Leaves: [Fetcher], which brings a file or sends a
/// message, and [MediaProbe], which says what a file is.
///
/// Invariants: no connection is made to an address that was not checked, and the address that was
/// checked is the one connected to, so a name that changes its mind between the two gains nothing.
/// Unless settings say otherwise, only public addresses and the ports 80 and 443 are reached.
/// Time, bytes, headers and redirects are bounded. A picture is measured before it is decoded; a
/// film is looked at by a process of its own, which sees one local file. Imports nothing of ours.
@NullMarked
package dev.beatboard.service.fetch;

import org.jspecify.annotations.NullMarked;
