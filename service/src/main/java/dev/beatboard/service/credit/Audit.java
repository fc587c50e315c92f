package dev.beatboard.service.credit;

import dev.beatboard.service.database.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Proves the books from their postings alone, as of one moment, while work goes on.
public final class Audit {

    private static final int MOST = 100;

    private static final String TOTALS = """
            select 'accounts', count(*) from wallet
            union all select 'journals', count(*) from journal
            union all select 'postings', count(*) from posting
            union all select 'generations', count(*) from generation
            union all select b.book, coalesce((select sum(case b.book when 'issued' then -amount else amount end)
                from posting o where o.book = b.book), 0)
              from unnest(array['issued', 'available', 'held', 'spent', 'expired']) as b (book)""";

    private Audit() {}

    /// Every check over all accounts. Reads every posting a few times.
    public static Report run(Database database) {
        return database.read(h -> h.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, t -> {
            t.execute("set transaction read only");
            return report(t);
        }));
    }

    /// Of what a transaction sees.
    static Report report(Handle h) {
        SequencedMap<String, Long> totals = new LinkedHashMap<>();
        h.createQuery(TOTALS)
                .map((r, c) -> totals.put(r.getString(1), r.getLong(2)))
                .list();
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Check check : Check.values()) {
            counts.put(check.label(), 0L);
            h.createQuery("select a, s, d, count(*) over () from (" + check.sql() + ") as f (a, s, d) limit " + MOST)
                    .map((r, c) -> {
                        counts.put(check.label(), r.getLong(4));
                        return new Finding(
                                check.label(),
                                Optional.ofNullable(r.getObject(1, UUID.class)),
                                r.getString(2),
                                r.getString(3));
                    })
                    .forEach(findings::add);
        }
        return new Report(totals, List.copyOf(findings), counts);
    }
}
