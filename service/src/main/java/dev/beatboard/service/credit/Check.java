package dev.beatboard.service.credit;

import java.util.Locale;

/// What has to hold for the books, each as a query for what breaks it: account, subject, detail.
enum Check {
    /// The postings of a journal cancel out in each pocket.
    UNBALANCED("""
            select (array_agg(account_id))[1], 'journal ' || journal_id,
              'its postings in pocket ' || pocket_id || ' sum to ' || sum(amount) || ', not to 0'
            from posting group by journal_id, pocket_id having sum(amount) <> 0"""),
    /// What a pocket holds is the sum of its postings.
    POCKET_SUM("""
            select p.account_id, 'pocket ' || p.id, 'it has ' || p.available || ' available and ' || p.held
              || ' held; its postings say ' || coalesce(s.available, 0) || ' and ' || coalesce(s.held, 0)
            from pocket p left join (
              select pocket_id, coalesce(sum(amount) filter (where book = 'available'), 0) as available,
                coalesce(sum(amount) filter (where book = 'held'), 0) as held
              from posting group by pocket_id) s on s.pocket_id = p.id
            where p.available <> coalesce(s.available, 0) or p.held <> coalesce(s.held, 0)"""),
    /// At no time was there less than nothing.
    NEGATIVE("""
            select account_id, 'pocket ' || pocket_id, 'after journal ' || journal_id || ' it had ' || total || ' ' || book
            from (select account_id, pocket_id, journal_id, book,
                    sum(amount) over (partition by pocket_id, book order by journal_id) as total
                  from posting where book <> 'issued') r where total < 0
            union all
            select account_id, 'pocket ' || id, 'it has ' || available || ' available and ' || held || ' held'
            from pocket where available < 0 or held < 0"""),
    /// A journal moves credits of its own account.
    FOREIGN("""
            select j.account_id, 'journal ' || j.id, 'it moves credits of account ' || p.account_id || ' in pocket ' || p.id
            from posting o join journal j on j.id = o.journal_id join pocket p on p.id = o.pocket_id
            where j.account_id <> p.account_id or j.account_id <> o.account_id"""),
    /// Nothing is missing that something else refers to.
    MISSING("""
            select o.account_id, 'journal ' || o.journal_id, 'it has postings but is not there, or its pocket is not'
            from posting o left join journal j on j.id = o.journal_id left join pocket p on p.id = o.pocket_id
            where j.id is null or p.id is null
            union all
            select j.account_id, 'journal ' || j.id, 'a ' || j.kind || ' moves nothing' from journal j
            where j.kind in ('grant', 'purchase', 'correction', 'expire')
              and not exists (select 1 from posting o where o.journal_id = j.id)
            union all
            select p.account_id, 'pocket ' || p.id, 'its account has no wallet' from pocket p
            where not exists (select 1 from wallet w where w.account_id = p.account_id)"""),
    /// Each kind of journal moves credits between its own books, forward.
    DIRECTION("""
            select o.account_id, 'journal ' || o.journal_id,
              'a ' || j.kind || ' does not add ' || o.amount || ' to what is ' || o.book
            from posting o join journal j on j.id = o.journal_id where not case j.kind
              when 'grant' then o.book = 'issued' and o.amount < 0 or o.book = 'available' and o.amount > 0
              when 'purchase' then o.book = 'issued' and o.amount < 0 or o.book = 'available' and o.amount > 0
              when 'hold' then o.book = 'available' and o.amount < 0 or o.book = 'held' and o.amount > 0
              when 'settle' then o.book = 'held' and o.amount < 0 or o.book = 'spent' and o.amount > 0
              when 'release' then o.book = 'held' and o.amount < 0 or o.book in ('available', 'expired') and o.amount > 0
              when 'expire' then o.book = 'available' and o.amount < 0 or o.book = 'expired' and o.amount > 0
              else o.book in ('issued', 'available') end"""),
    /// Each generation is held, settled and released once at most; each reference counts once.
    REPEATED("""
            select (array_agg(account_id))[1], 'generation ' || generation_id, 'it has ' || count(*) || ' times a ' || kind
            from journal where generation_id is not null group by generation_id, kind having count(*) > 1
            union all
            select account_id, kind || ' "' || reference || '"', 'it was made ' || count(*) || ' times'
            from journal where reference is not null group by account_id, kind, reference having count(*) > 1
            union all
            select account_id, 'pocket of ' || kind || ' ' || period, 'it is there ' || count(*) || ' times'
            from pocket group by account_id, kind, period having count(*) > 1"""),
    /// A grant fills the pocket of its day or month; only a change of plan adds to a month.
    GRANT("""
            select j.account_id, 'grant "' || j.reference || '"', 'it fills the pocket of ' || p.kind || ' ' || p.period
            from journal j join posting o on o.journal_id = j.id and o.book = 'available'
              join pocket p on p.id = o.pocket_id
            where j.kind = 'grant' and j.reference <> p.kind || ' ' || p.period
              and not (p.kind = 'monthly' and j.reference ~ ('^monthly ' || p.period || ' to [0-9]+$'))
            union all
            select p.account_id, 'pocket ' || p.id, 'it was granted ' || sum(o.amount) || ', more than ' || max(t.most)
            from journal j join posting o on o.journal_id = j.id and o.book = 'available'
              join pocket p on p.id = o.pocket_id
              cross join lateral (select cast(substring(j.reference from ' to ([0-9]+)$') as bigint) as most) t
            where j.kind = 'grant' group by p.account_id, p.id having sum(o.amount) > max(t.most)"""),
    /// What was held is settled or released, all of it and no more.
    CLOSING("""
            select account_id, 'generation ' || generation_id, 'of ' || held || ' held in pocket ' || pocket_id || ', '
              || gone || ' were settled and released'
            from (select (array_agg(j.account_id))[1] as account_id, j.generation_id, o.pocket_id,
                    coalesce(sum(o.amount) filter (where j.kind = 'hold'), 0) as held,
                    coalesce(-sum(o.amount) filter (where j.kind <> 'hold'), 0) as gone
                  from journal j join posting o on o.journal_id = j.id
                  where j.generation_id is not null and o.book = 'held' group by j.generation_id, o.pocket_id) s
            where gone <> held and (gone <> 0
              or exists (select 1 from journal j where j.generation_id = s.generation_id and j.kind <> 'hold'))
            union all
            select j.account_id, 'generation ' || j.generation_id, 'it has a ' || j.kind || ', but nothing was held'
            from journal j where j.kind in ('settle', 'release')
              and not exists (select 1 from journal x where x.generation_id = j.generation_id and x.kind = 'hold')"""),
    /// The books say of each generation what it says itself.
    GENERATION("""
            with booked as (
              select j.generation_id, (array_agg(j.account_id))[1] as account_id,
                count(distinct j.id) filter (where j.kind = 'hold') as holds,
                count(distinct j.id) filter (where j.kind = 'settle') as settles,
                count(distinct j.id) filter (where j.kind = 'release') as releases,
                coalesce(sum(o.amount) filter (where j.kind = 'hold' and o.book = 'held'), 0) as held,
                coalesce(sum(o.amount) filter (where j.kind = 'settle' and o.book = 'spent'), 0) as settled
              from journal j left join posting o on o.journal_id = j.id
              where j.generation_id is not null group by j.generation_id)
            select coalesce(g.account_id, b.account_id), 'generation ' || coalesce(g.id, b.generation_id), case
                when g.id is null then 'credits are held for it, but it is not there'
                when b.generation_id is null then 'nothing was held for it'
                when g.account_id <> b.account_id then 'it is held by account ' || b.account_id
                when g.price <> b.held then 'its price is ' || g.price || ', held were ' || b.held
                when g.charged > g.price then 'it is charged ' || g.charged || ' of a price of ' || g.price
                else 'it is ' || g.state || ' and charged ' || g.charged || '; settled ' || b.settles || ' times with '
                  || b.settled || ', released ' || b.releases || ' times' end
            from generation g full join booked b on b.generation_id = g.id
            where g.id is null or b.generation_id is null or g.account_id <> b.account_id
              or g.price <> b.held or g.charged > g.price
              or not case g.state
                when 'completed' then b.settles = 1 and b.settled = g.charged
                when 'queued' then b.settles = 0 and b.releases = 0 and g.charged = 0
                when 'processing' then b.settles = 0 and b.releases = 0 and g.charged = 0
                else b.settles = 0 and b.releases = 1 and g.charged = 0 end"""),
    /// All books together sum to nothing.
    WHOLE("""
            select cast(null as uuid), 'all books', 'they sum to ' || sum(amount) from posting having sum(amount) <> 0""");

    private final String sql;

    Check(String sql) {
        this.sql = sql;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sql() {
        return sql;
    }
}
