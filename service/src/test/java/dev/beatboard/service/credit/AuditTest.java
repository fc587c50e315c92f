package dev.beatboard.service.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static final Bookkeeping FILLED = new Bookkeeping();

    /// What is done to books behind the back of the ledger, each with a check that has to notice.
    private static final String PLANTS = """
            unbalanced | update posting set amount = amount + 1 where book = 'spent'
            unbalanced | delete from posting where book = 'spent'
            pocket_sum | update pocket set available = available + 1 where kind = 'daily'
            pocket_sum | update pocket set held = 0
            negative   | alter table pocket drop constraint pocket_available_check; update pocket set available = -1
            negative   | update posting set amount = amount * 100 where journal_id in (select id from journal where kind = 'hold')
            foreign    | update posting set account_id = (select account_id from wallet where plan = 'free') where book = 'spent'
            foreign    | update pocket set account_id = (select account_id from wallet where plan = 'free') where kind = 'monthly'
            missing    | alter table posting drop constraint posting_journal_id_fkey; delete from journal where kind = 'settle'
            missing    | delete from posting where journal_id in (select id from journal where kind = 'purchase')
            missing    | delete from wallet where plan = 'free'
            direction  | update journal set kind = 'expire', generation_id = null where kind = 'settle'
            direction  | update posting set amount = -amount
            repeated   | drop index journal_once; insert into journal (account_id, kind, generation_id, at) select account_id, kind, generation_id, at from journal where kind = 'settle'
            repeated   | drop index journal_reference; insert into journal (account_id, kind, reference, at) select account_id, kind, reference, at from journal where kind = 'purchase'
            repeated   | alter table pocket drop constraint pocket_account_id_kind_period_key; insert into pocket (account_id, kind, period, begins_at) select account_id, kind, period, begins_at from pocket where kind = 'daily'
            grant      | update journal set reference = 'daily 2026-11-30' where reference = 'daily 2026-11-28'
            grant      | update journal set reference = reference || ' again' where reference = 'daily 2026-11-28'
            grant      | update journal set reference = reference || ' to 3199' where reference like 'monthly%'
            closing    | update posting set amount = amount / 2 where journal_id in (select id from journal where kind = 'settle')
            closing    | delete from posting where journal_id in (select id from journal where kind = 'hold')
            closing    | delete from posting where journal_id in (select id from journal where kind = 'release')
            generation | update generation set charged = 71 where state = 'completed'
            generation | update generation set charged = 101 where state = 'completed'
            generation | update generation set price = 99
            generation | update generation set state = 'failed' where state = 'completed'
            generation | update generation set state = 'completed' where state = 'failed'
            generation | update generation set state = 'cancelled' where state = 'queued'
            generation | update generation set state = 'processing' where state = 'cancelled'
            generation | update generation set account_id = (select account_id from wallet where plan = 'free')
            generation | delete from generation where state = 'queued'
            generation | delete from journal where generation_id in (select id from generation where state = 'queued')
            whole      | update posting set amount = amount + 1 where book = 'spent'
            """;

    @BeforeAll
    static void fill() {
        fill(FILLED);
    }

    @AfterAll
    static void close() {
        FILLED.close();
    }

    /// One generation in each state.
    private static void fill(Bookkeeping books) {
        Holder holder = books.holder("lite", "UTC", NOW);
        for (String state : new String[] {"queued", "processing", "completed", "failed", "cancelled"}) {
            UUID id = books.held(holder, 100, NOW);
            boolean completed = state.equals("completed");
            books.system(h -> {
                books.generation(h, id, holder.account(), state, 100, completed ? 70 : 0, NOW);
                return completed
                        ? books.ledger.settle(h, id, 70, NOW)
                        : state.endsWith("ed") && !state.equals("queued") && books.ledger.release(h, id, NOW);
            });
        }
        Holder other = books.holder("free", "UTC", NOW);
        books.system(h -> books.ledger.purchase(h, other, "bill", 10, Optional.empty(), NOW));
        books.system(h -> books.ledger.correct(h, other, "less", -5, "mistake", NOW));
        books.balance(other, NOW.plusSeconds(86_400));
    }

    @Test
    void findsNothingInRightBooks() {
        try (Bookkeeping books = new Bookkeeping()) {
            fill(books);
            Report report = Audit.run(books.database);
            assertThat(report.findings()).isEmpty();
            assertThat(report.totals())
                    .containsEntry("accounts", 2L)
                    .containsEntry("generations", 5L)
                    .containsEntry("issued", 3200L + 250 + 10 - 5 + 250)
                    .containsEntry("held", 200L)
                    .containsEntry("spent", 70L)
                    .containsEntry("expired", 245L);
            assertThat(report.text()).contains("the books are right");
            JsonNode json = JsonMapper.builder().build().readTree(report.json());
            assertThat(json.get("clean").booleanValue()).isTrue();
            assertThat(json.get("totals").get("spent").longValue()).isEqualTo(70);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("plants")
    void findsWhatIsWrong(String check, String plant) {
        Report report = FILLED.database.<Report, RuntimeException>read(h -> {
            h.begin();
            try {
                h.execute("set local session_replication_role = replica");
                h.createScript(plant).execute();
                return Audit.report(h);
            } finally {
                h.rollback();
            }
        });
        assertThat(report.counts().get(check)).as(report.text()).isPositive();
        assertThat(report.clean()).isFalse();
        assertThat(report.findings()).extracting(Finding::check).contains(check);
        assertThat(report.text()).contains("Found:").contains(check);
    }

    static Stream<Arguments> plants() {
        return PLANTS.lines().map(l -> {
            int bar = l.indexOf('|');
            return Arguments.of(
                    l.substring(0, bar).strip(), l.substring(bar + 1).strip());
        });
    }
}
