/// Credits: who has how many, what is held for work under way, what was spent, and the proof.
///
/// Enters: accounts with their plan and time zone, and what happens to their generations: held when
/// accepted, settled for what was delivered, released otherwise. Leaves: [Ledger], which does that
/// within the caller's transaction, and [Audit], which proves the books.
///
/// Books: every movement is a journal whose postings cancel out; a pocket holds the credits of one
/// kind and period and ends with it. Nothing is ever negative or changed afterwards: the database
/// itself refuses. An account's credits move under the lock of its wallet's row, so there is
/// nothing to deadlock on as long as a caller locks its own rows first and one account at a time.
///
/// Grants are made when somebody looks (and so in any call with a [Holder]): daily ones for the
/// local day, monthly ones on the local day of the month on which the plan began (in short months
/// the last day). What is left of an ended pocket expires. Each local day and month is granted
/// once, in order, whatever clocks and time zones do; if the zone changes, what is open lasts until
/// its day or month ends there.
///
/// A change of plan takes effect when it is first seen, so look ([Ledger#balance]) in the
/// transaction that changes it. A dearer plan in mid-month adds the difference of both monthly
/// grants times the part of the month that is left, rounded down; the days stay the same. A cheaper
/// one takes nothing away and grants less from the next period on. Going back and forth grants no
/// difference twice. A first monthly plan, and one after a time without, begins its months today.
@NullMarked
package dev.beatboard.service.credit;

import org.jspecify.annotations.NullMarked;
