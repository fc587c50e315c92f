/// PostgreSQL: the server that we bring along, the pool of connections, the tables and their
/// changes (`db/migration`), and transactions that see one account only.
///
/// Enters: where the database is. Leaves: [Database], in whose transactions all other packages
/// work with plain SQL.
///
/// Invariants: what an account asks for runs as the role `beatboard_tenant`, to which row security
/// shows that account's rows alone; whatever SQL is written above cannot leak another's. What the
/// service does for itself (signing in, workers, the books) runs as the owner of the tables.
/// Committed means on the disk.
@NullMarked
package dev.beatboard.service.database;

import org.jspecify.annotations.NullMarked;
