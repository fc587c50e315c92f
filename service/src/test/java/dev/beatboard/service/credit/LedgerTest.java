package dev.beatboard.service.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.beatboard.service.database.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Bookkeeping BOOKS = new Bookkeeping();

    @AfterAll
    static void close() {
        BOOKS.close();
    }

    @Test
    void holdsSettlesAndReleases() {
        Holder holder = BOOKS.holder("free", "UTC", NOW);
        UUID generation = BOOKS.held(holder, 100, NOW);
        assertThat(BOOKS.balance(holder, NOW)).satisfies(b -> {
            assertThat(b.available()).isEqualTo(150);
            assertThat(b.held()).isEqualTo(100);
            assertThat(b.nextGrantAt()).contains(Instant.parse("2026-11-29T00:00:00Z"));
            assertThat(b.pockets())
                    .containsExactly(new Balance.Pocket(
                            "daily", "2026-11-28", 150, 100, Optional.of(Instant.parse("2026-11-29T00:00:00Z"))));
        });
        assertThat(BOOKS.settle(generation, 30, NOW)).isTrue();
        assertThat(BOOKS.balance(holder, NOW).available()).isEqualTo(220);
        assertThat(BOOKS.balance(holder, NOW).held()).isZero();
        Charge charge = BOOKS.system(h -> BOOKS.ledger.chargeOf(h, generation));
        assertThat(charge).isEqualTo(new Charge(100, 30, 70));
    }

    @Test
    void doesNothingTheSecondTime() {
        Holder holder = BOOKS.holder("free", "UTC", NOW);
        UUID settled = BOOKS.held(holder, 100, NOW);
        assertThat(BOOKS.hold(holder, settled, 100, NOW)).isFalse();
        assertThat(BOOKS.settle(settled, 100, NOW)).isTrue();
        assertThat(BOOKS.settle(settled, 100, NOW)).isFalse();
        assertThat(BOOKS.settle(settled, 50, NOW)).isFalse();
        assertThat(BOOKS.release(settled, NOW)).isFalse();
        UUID released = BOOKS.held(holder, 100, NOW);
        assertThat(BOOKS.release(released, NOW)).isTrue();
        assertThat(BOOKS.release(released, NOW)).isFalse();
        assertThat(BOOKS.settle(released, 100, NOW)).isFalse();
        assertThat(BOOKS.hold(holder, released, 100, NOW)).isFalse();
        assertThat(BOOKS.available(holder, NOW)).isEqualTo(150);
        assertThat(BOOKS.release(Ids.next(NOW), NOW)).isFalse();
    }

    @Test
    void holdsNothingIfCreditsDoNotSuffice() {
        Holder holder = BOOKS.holder("free", "Pacific/Auckland", NOW);
        assertThatThrownBy(() -> BOOKS.held(holder, 251, NOW)).isInstanceOfSatisfying(InsufficientCredits.class, e -> {
            assertThat(e.needed()).isEqualTo(251);
            assertThat(e.available()).isEqualTo(250);
            assertThat(e.nextGrantAt()).contains(Instant.parse("2026-11-29T11:00:00Z"));
        });
        assertThat(BOOKS.available(holder, NOW)).isEqualTo(250);
        assertThat(BOOKS.balance(holder, NOW).held()).isZero();
    }

    @Test
    void holdsAndSettlesNothingAtAll() {
        Holder holder = BOOKS.holder("unlimited", "UTC", NOW);
        UUID generation = BOOKS.held(holder, 0, NOW);
        assertThat(BOOKS.hold(holder, generation, 0, NOW)).isFalse();
        assertThat(BOOKS.settle(generation, 0, NOW)).isTrue();
        assertThat(BOOKS.release(generation, NOW)).isFalse();
        assertThat(BOOKS.available(holder, NOW)).isEqualTo(10_000);
    }

    @Test
    void refusesWhatCannotBe() {
        Holder holder = BOOKS.holder("free", "UTC", NOW);
        UUID generation = BOOKS.held(holder, 10, NOW);
        assertThatThrownBy(() -> BOOKS.settle(generation, 11, NOW)).hasMessageContaining("1 credits more than");
        assertThatThrownBy(() -> BOOKS.hold(holder, generation, 11, NOW)).hasMessageContaining("Other credits");
        assertThatThrownBy(() -> BOOKS.hold(holder, generation, 100_000, NOW)).hasMessageContaining("Other credits");
        assertThatThrownBy(() -> BOOKS.settle(Ids.next(NOW), 1, NOW)).hasMessageContaining("Nothing was held");
        assertThatThrownBy(() -> BOOKS.held(holder, -1, NOW)).hasMessageContaining("cannot be moved");
        Holder nobody = new Holder(Ids.next(NOW), holder.plan(), holder.zone());
        assertThatThrownBy(() -> BOOKS.balance(nobody, NOW)).hasMessageContaining("There is no account");
    }

    @Test
    void usesWhatEndsSoonestAndGivesBackWhatLastsLongest() {
        Holder holder = BOOKS.holder("lite", "UTC", NOW);
        Instant soon = NOW.plus(Duration.ofDays(2));
        BOOKS.system(h -> BOOKS.ledger.purchase(h, holder, "for ever", 100, Optional.empty(), NOW));
        BOOKS.system(h -> BOOKS.ledger.purchase(h, holder, "soon", 100, Optional.of(soon), NOW));
        UUID generation = BOOKS.held(holder, 3350, NOW);
        assertThat(BOOKS.balance(holder, NOW).pockets())
                .extracting(Balance.Pocket::period, Balance.Pocket::available, Balance.Pocket::held)
                .containsExactly(tuple("soon", 0L, 100L), tuple("2026-11-28", 0L, 3200L), tuple("for ever", 50L, 50L));
        BOOKS.settle(generation, 50, soon);
        assertThat(BOOKS.balance(holder, soon).pockets())
                .extracting(Balance.Pocket::period, Balance.Pocket::available)
                .containsExactly(tuple("2026-11-28", 3200L), tuple("for ever", 100L));
        assertThat(BOOKS.<List<Entry>>system(h -> BOOKS.ledger.entries(h, holder.account(), Optional.empty(), 1)))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo("release");
                    assertThat(e.generation()).contains(generation);
                    assertThat(e.held()).isEqualTo(-3300);
                    assertThat(e.available()).isEqualTo(3250);
                    assertThat(e.expired()).isEqualTo(50);
                });
    }

    @Test
    void addsAPaymentOnce() {
        Holder holder = BOOKS.holder("free", "UTC", NOW);
        for (boolean first : new boolean[] {true, false}) {
            boolean added = BOOKS.system(h -> BOOKS.ledger.purchase(h, holder, "inv-1", 500, Optional.empty(), NOW));
            assertThat(added).isEqualTo(first);
        }
        assertThat(BOOKS.available(holder, NOW)).isEqualTo(750);
    }

    @Test
    void correctsOnceEitherWay() {
        Holder holder = BOOKS.holder("free", "UTC", NOW);
        for (boolean first : new boolean[] {true, false}) {
            assertThat(BOOKS.<Boolean>system(h -> BOOKS.ledger.correct(h, holder, "t-1", 40, "sorry", NOW)))
                    .isEqualTo(first);
            assertThat(BOOKS.<Boolean>system(h -> BOOKS.ledger.correct(h, holder, "t-2", -270, "mistake", NOW)))
                    .isEqualTo(first);
        }
        assertThat(BOOKS.available(holder, NOW)).isEqualTo(20);
        assertThatThrownBy(() -> BOOKS.system(h -> BOOKS.ledger.correct(h, holder, "t-3", -21, "x", NOW)))
                .isInstanceOf(InsufficientCredits.class);
        assertThatThrownBy(() -> BOOKS.system(h -> BOOKS.ledger.correct(h, holder, "t-4", 1, " ", NOW)))
                .hasMessageContaining("reason");
    }

    @Test
    void listsAllMovementsPageByPage() {
        Holder holder = BOOKS.holder("free", "UTC", NOW);
        for (int i = 0; i < 5; i++) {
            BOOKS.settle(BOOKS.held(holder, 10, NOW), 10, NOW);
        }
        List<Entry> all = BOOKS.system(h -> BOOKS.ledger.entries(h, holder.account(), Optional.empty(), 1000));
        assertThat(all)
                .extracting(Entry::kind)
                .containsExactly(
                        "settle", "hold", "settle", "hold", "settle", "hold", "settle", "hold", "settle", "hold",
                        "grant");
        assertThat(all.getLast().reference()).isEqualTo("daily 2026-11-28");
        List<Entry> paged = new java.util.ArrayList<>();
        Optional<Long> before = Optional.empty();
        while (true) {
            Optional<Long> from = before;
            List<Entry> page = BOOKS.database.<List<Entry>, RuntimeException>tenant(
                    holder.account(), h -> BOOKS.ledger.entries(h, holder.account(), from, 3));
            if (page.isEmpty()) {
                break;
            }
            paged.addAll(page);
            before = Optional.of(page.getLast().id());
        }
        assertThat(paged).isEqualTo(all);
        UUID other = BOOKS.account(NOW);
        assertThat(BOOKS.database.<List<Entry>, RuntimeException>tenant(
                        other, h -> BOOKS.ledger.entries(h, holder.account(), Optional.empty(), 3)))
                .isEmpty();
    }

    @Test
    void anAccountCannotMoveCreditsItself() {
        Holder holder = BOOKS.holder("free", "UTC", NOW);
        BOOKS.balance(holder, NOW);
        for (String sql : List.of(
                "update pocket set available = 1000000",
                "insert into wallet select * from wallet",
                "update wallet set day = null",
                "insert into posting select * from posting",
                "delete from journal")) {
            assertThatThrownBy(() ->
                            BOOKS.database.<Integer, RuntimeException>tenant(holder.account(), h -> h.execute(sql)))
                    .as(sql)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theDatabaseRefusesWhatDoesNotBalance() {
        Holder holder = BOOKS.holder("free", "UTC", NOW);
        BOOKS.balance(holder, NOW);
        for (String sql : List.of(
                "update pocket set available = 1000000",
                "update pocket set held = 1",
                "delete from pocket",
                "update journal set note = 'x'",
                "delete from journal",
                "truncate posting cascade",
                "update posting set amount = 2",
                "insert into pocket (account_id, kind, period, begins_at, available) select account_id, 'given', 'x', now(), 9 from wallet",
                "insert into posting select journal_id, pocket_id, account_id, 'spent', 5 from posting where book = 'issued'")) {
            assertThatThrownBy(() -> BOOKS.<Integer>system(h -> h.execute(sql)))
                    .as(sql)
                    .hasMessageMatching("(?s).*(changed by postings only|does not balance).*");
        }
    }

    @Test
    void whatEndedExpiresThoughNobodyLooks() {
        Bookkeeping books = new Bookkeeping();
        try (books) {
            List<Holder> holders = java.util.stream.IntStream.range(0, 5)
                    .mapToObj(i -> books.holder("free", "UTC", NOW))
                    .toList();
            holders.forEach(x -> books.balance(x, NOW));
            UUID held = books.held(holders.getFirst(), 250, NOW);
            Instant later = NOW.plus(Duration.ofDays(1));
            assertThat(books.ledger.expireEnded(books.database, NOW, 3)).isZero();
            assertThat(books.ledger.expireEnded(books.database, later, 3)).isEqualTo(3);
            assertThat(books.ledger.expireEnded(books.database, later, 3)).isEqualTo(1);
            assertThat(books.ledger.expireEnded(books.database, later, 3)).isZero();
            books.release(held, later);
            assertThat(books.ledger.expireEnded(books.database, later, 3)).isZero();
            long expired = books.system(h -> h.createQuery("select sum(amount) from posting where book = 'expired'")
                    .mapTo(long.class)
                    .one());
            assertThat(expired).isEqualTo(5 * 250);
        }
    }

    @Test
    void aZoneIsAnyThatJavaKnows() {
        Holder holder = BOOKS.holder("free", "UTC", NOW);
        Holder offset = new Holder(holder.account(), holder.plan(), ZoneId.of("+05:45"));
        assertThat(BOOKS.balance(offset, NOW).nextGrantAt()).contains(Instant.parse("2026-11-28T18:15:00Z"));
    }
}
