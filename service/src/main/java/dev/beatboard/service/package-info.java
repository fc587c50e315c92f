/// The service: clips by HTTP, with accounts, credits, a queue and workers.
///
/// Enters: [dev.beatboard.service.Settings]. Leaves: a running
/// [dev.beatboard.service.Service] (`beatboard serve`), or a
/// [dev.beatboard.service.WorkerHost] (`beatboard worker`) that has nothing in common with it but
/// the database and the store.
///
/// Everything is wired here, by hand and by constructors. Packages are features: `account`,
/// `credit` (the ledger), `plan` (what is sold), `generation` (orders and what became of them),
/// `work` (chunks and workers), `project`, `review` (links for guests, comments), `store` (files),
/// `fetch` (what comes from strangers), `webhook`, `trace`, `api` (HTTP, which nobody imports),
/// `database`.
@NullMarked
package dev.beatboard.service;

import org.jspecify.annotations.NullMarked;
