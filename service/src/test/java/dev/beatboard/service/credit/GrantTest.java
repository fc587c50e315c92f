package dev.beatboard.service.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When credits are granted and when they end.
class GrantTest {

    private static final Bookkeeping BOOKS = new Bookkeeping();

    @AfterAll
    static void close() {
        // These tests hold credits for generations that are not there.
        assertThat(Audit.run(BOOKS.database).findings())
                .extracting(Finding::check)
                .containsOnly("generation");
        BOOKS.close();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static Holder in(Holder holder, String zone) {
        return new Holder(holder.account(), holder.plan(), ZoneId.of(zone));
    }

    private static Holder on(Holder holder, String plan) {
        return new Holder(holder.account(), Bookkeeping.plan(plan), holder.zone());
    }

    private static List<String> grants(UUID account) {
        return BOOKS.<List<Entry>>system(h -> BOOKS.ledger.entries(h, account, Optional.empty(), 1000)).stream()
                .filter(e -> e.kind().equals("grant"))
                .map(Entry::reference)
                .toList()
                .reversed();
    }

    /// The last instant of a local day and the first one of the next.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "UTC,                 2026-11-28, 2026-11-29T00:00:00Z",
        "America/Los_Angeles, 2026-11-28, 2026-11-29T08:00:00Z",
        "Pacific/Auckland,    2026-11-28, 2026-11-28T11:00:00Z",
        "Asia/Kathmandu,      2026-11-28, 2026-11-28T18:15:00Z",
        // Days of 23 and 25 hours.
        "Europe/Berlin,       2026-03-28, 2026-03-28T23:00:00Z",
        "Europe/Berlin,       2026-03-29, 2026-03-29T22:00:00Z",
        "Europe/Berlin,       2026-10-25, 2026-10-25T23:00:00Z",
        "America/New_York,    2026-03-08, 2026-03-09T04:00:00Z",
        "America/New_York,    2026-11-01, 2026-11-02T05:00:00Z",
        "Australia/Lord_Howe, 2026-10-04, 2026-10-04T13:00:00Z",
        // Midnight itself is skipped, or comes twice.
        "America/Santiago,    2026-09-05, 2026-09-06T04:00:00Z",
        "America/Santiago,    2026-04-04, 2026-04-05T04:00:00Z",
        "Asia/Beirut,         2026-03-28, 2026-03-28T22:00:00Z",
        "America/Havana,      2026-10-31, 2026-11-01T04:00:00Z",
    })
    void aDayEndsAtItsLocalMidnight(String zone, String day, String midnight) {
        Instant end = at(midnight);
        Holder holder = BOOKS.holder("free", zone, end.minus(Duration.ofHours(12)));
        Instant last = end.minusMillis(1);
        BOOKS.held(holder, 200, last);
        assertThat(BOOKS.balance(holder, last).nextGrantAt()).contains(end);
        assertThat(BOOKS.available(holder, last)).isEqualTo(50);
        assertThat(BOOKS.available(holder, end)).isEqualTo(250);
        assertThat(grants(holder.account()))
                .containsExactly("daily " + day, "daily " + LocalDate.parse(day).plusDays(1));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTC", "America/Santiago", "Asia/Beirut", "Australia/Lord_Howe", "America/St_Johns"})
    void aYearHasAsManyGrantsAsDays(String zone) {
        Instant begin = LocalDate.of(2026, 1, 1).atStartOfDay(ZoneId.of(zone)).toInstant();
        Instant end = LocalDate.of(2027, 1, 1).atStartOfDay(ZoneId.of(zone)).toInstant();
        Holder holder = BOOKS.holder("free", zone, begin);
        for (Instant t = begin; t.isBefore(end); t = t.plus(Duration.ofHours(17))) {
            assertThat(BOOKS.available(holder, t)).isEqualTo(250);
        }
        assertThat(grants(holder.account())).hasSize(365).doesNotHaveDuplicates();
    }

    @Test
    void monthsFollowTheDayOnWhichTheAccountBegan() {
        Instant begin = at("2027-01-31T10:00:00Z");
        Holder holder = BOOKS.holder("lite", "Europe/Paris", begin);
        assertThat(BOOKS.available(holder, begin)).isEqualTo(3200);
        BOOKS.held(holder, 3000, begin);
        assertThat(BOOKS.available(holder, at("2027-02-27T22:59:59Z"))).isEqualTo(200);
        assertThat(BOOKS.available(holder, at("2027-02-27T23:00:00Z"))).isEqualTo(3200);
        assertThat(BOOKS.balance(holder, at("2027-02-27T23:00:00Z")).nextGrantAt())
                .contains(at("2027-03-30T22:00:00Z"));
        assertThat(BOOKS.available(holder, at("2027-03-30T21:59:59Z"))).isEqualTo(3200);
        assertThat(BOOKS.available(holder, at("2027-07-01T00:00:00Z"))).isEqualTo(3200);
        assertThat(grants(holder.account()))
                .containsExactly("monthly 2027-01-31", "monthly 2027-02-28", "monthly 2027-06-30");
    }

    @Test
    void monthsMayBeginOnALeapDay() {
        Holder holder = BOOKS.holder("lite", "UTC", at("2028-02-29T10:00:00Z"));
        for (String day : new String[] {"2028-02-29", "2028-03-28", "2028-03-29", "2029-02-28", "2029-03-29"}) {
            assertThat(BOOKS.available(holder, at(day + "T12:00:00Z"))).isEqualTo(3200);
        }
        assertThat(grants(holder.account()))
                .containsExactly(
                        "monthly 2028-02-29", "monthly 2028-03-29", "monthly 2029-02-28", "monthly 2029-03-29");
    }

    @Test
    void aLateFirstLookGrantsTheMonthThatIsOn() {
        Holder holder = BOOKS.holder("lite", "UTC", at("2026-01-10T00:00:00Z"));
        BOOKS.balance(holder, at("2026-03-20T00:00:00Z"));
        assertThat(grants(holder.account())).containsExactly("monthly 2026-03-10");
    }

    @Test
    void travelingEastBringsTheNextDayButNoSecondOne() {
        Holder utc = BOOKS.holder("free", "UTC", at("2026-11-28T00:00:00Z"));
        BOOKS.held(utc, 100, at("2026-11-28T11:00:00Z"));
        Holder east = in(utc, "Pacific/Kiritimati");
        // There it is the 29th: what is left of the 28th is over.
        assertThat(BOOKS.available(east, at("2026-11-28T12:00:00Z"))).isEqualTo(250);
        BOOKS.held(east, 250, at("2026-11-28T12:00:00Z"));
        assertThat(BOOKS.available(utc, at("2026-11-28T13:00:00Z"))).isZero();
        assertThat(BOOKS.available(utc, at("2026-11-29T13:00:00Z"))).isZero();
        assertThat(BOOKS.available(utc, at("2026-11-30T00:00:00Z"))).isEqualTo(250);
        assertThat(grants(utc.account())).containsExactly("daily 2026-11-28", "daily 2026-11-29", "daily 2026-11-30");
    }

    @Test
    void travelingWestKeepsTheDayUntilItEndsThere() {
        Holder east = BOOKS.holder("free", "Pacific/Kiritimati", at("2026-11-28T10:00:00Z"));
        BOOKS.held(east, 100, at("2026-11-28T11:00:00Z"));
        Holder west = in(east, "Pacific/Honolulu");
        // There it is still the 28th, and will be the 29th until November 30, 10:00 UTC.
        assertThat(BOOKS.balance(west, at("2026-11-28T12:00:00Z"))).satisfies(b -> {
            assertThat(b.available()).isEqualTo(150);
            assertThat(b.nextGrantAt()).contains(at("2026-11-30T10:00:00Z"));
            assertThat(b.pockets().getFirst().endsAt()).contains(at("2026-11-30T10:00:00Z"));
        });
        assertThat(BOOKS.available(west, at("2026-11-30T09:59:59Z"))).isEqualTo(150);
        assertThat(BOOKS.available(west, at("2026-11-30T10:00:00Z"))).isEqualTo(250);
        assertThat(grants(east.account())).containsExactly("daily 2026-11-29", "daily 2026-11-30");
    }

    @Test
    void aMonthMovesWithItsZone() {
        Holder utc = BOOKS.holder("lite", "UTC", at("2026-11-28T00:00:00Z"));
        BOOKS.held(utc, 200, at("2026-11-28T00:00:00Z"));
        Holder west = in(utc, "America/Los_Angeles");
        assertThat(BOOKS.available(west, at("2026-12-27T23:00:00Z"))).isEqualTo(3000);
        assertThat(BOOKS.available(west, at("2026-12-28T07:59:59Z"))).isEqualTo(3000);
        assertThat(BOOKS.available(west, at("2026-12-28T08:00:00Z"))).isEqualTo(3200);
        assertThat(BOOKS.available(utc, at("2026-12-28T09:00:00Z"))).isEqualTo(3200);
        assertThat(grants(utc.account())).containsExactly("monthly 2026-11-28", "monthly 2026-12-28");
    }

    @Test
    void aClockThatJumpsBackGrantsNothing() {
        Holder free = BOOKS.holder("free", "UTC", at("2026-11-01T00:00:00Z"));
        Holder lite = BOOKS.holder("lite", "UTC", at("2026-10-15T00:00:00Z"));
        BOOKS.held(free, 250, at("2026-11-28T12:00:00Z"));
        BOOKS.held(lite, 3200, at("2026-11-28T12:00:00Z"));
        for (String back : List.of(
                "2026-11-28T11:00:00Z", "2026-11-27T12:00:00Z", "2026-10-20T12:00:00Z", "1970-01-01T00:00:00Z")) {
            assertThat(BOOKS.available(free, at(back))).isZero();
            assertThat(BOOKS.available(lite, at(back))).isZero();
        }
        assertThat(grants(free.account())).containsExactly("daily 2026-11-28");
        assertThat(grants(lite.account())).containsExactly("monthly 2026-11-15");
        assertThat(BOOKS.available(free, at("2026-11-29T00:00:00Z"))).isEqualTo(250);
        assertThat(BOOKS.available(lite, at("2026-12-15T00:00:00Z"))).isEqualTo(3200);
    }

    @Test
    void aClockThatRanAheadIsForgottenOnRequest() {
        Holder free = BOOKS.holder("free", "UTC", at("2026-11-01T00:00:00Z"));
        Holder lite = BOOKS.holder("lite", "UTC", at("2026-10-15T00:00:00Z"));
        Instant now = at("2026-11-28T12:00:00Z");
        for (Holder holder : List.of(free, lite)) {
            BOOKS.held(holder, 100, now);
            BOOKS.balance(holder, at("2030-01-01T00:00:00Z"));
            assertThat(BOOKS.available(holder, at("2026-12-16T00:00:00Z"))).isPositive();
            for (int i = 0; i < 2; i++) {
                BOOKS.system(h -> {
                    BOOKS.ledger.forgetFuture(h, holder.account(), at("2026-12-16T00:00:00Z"));
                    return 0;
                });
            }
        }
        assertThat(BOOKS.available(free, at("2026-12-16T00:00:00Z"))).isEqualTo(250);
        assertThat(BOOKS.available(free, at("2026-12-17T00:00:00Z"))).isEqualTo(250);
        assertThat(BOOKS.available(lite, at("2026-12-16T00:00:00Z"))).isEqualTo(3200);
        assertThat(grants(free.account()))
                .containsExactly("daily 2026-11-28", "daily 2030-01-01", "daily 2026-12-16", "daily 2026-12-17");
        assertThat(grants(lite.account()))
                .containsExactly("monthly 2026-11-15", "monthly 2029-12-15", "monthly 2026-12-15");
    }

    @Test
    void lookingAgainWritesNothing() {
        Holder holder = BOOKS.holder("free", "UTC", at("2026-11-28T00:00:00Z"));
        Balance first = BOOKS.balance(holder, at("2026-11-28T12:00:00Z"));
        // An account may not write at all.
        Balance again = BOOKS.database.<Balance, RuntimeException>tenant(
                holder.account(), h -> BOOKS.ledger.balance(h, holder, at("2026-11-28T12:00:01Z")));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void anUpgradeAddsTheDifferenceOfWhatIsLeftOfTheMonth() {
        Holder lite = BOOKS.holder("lite", "UTC", at("2026-11-01T00:00:00Z"));
        BOOKS.held(lite, 3200, at("2026-11-02T00:00:00Z"));
        Holder plus = on(lite, "plus");
        // A third of November is left: (10000 - 3200) / 3 = 2266.67.
        Instant change = at("2026-11-21T00:00:00Z");
        assertThat(BOOKS.available(plus, change)).isEqualTo(2266);
        assertThat(BOOKS.available(plus, change.plusSeconds(1))).isEqualTo(2266);
        assertThat(BOOKS.available(on(lite, "unlimited"), change.plusSeconds(2)))
                .isEqualTo(2266);
        // Back and forth grants nothing more.
        for (int i = 0; i < 3; i++) {
            assertThat(BOOKS.available(lite, change.plusSeconds(3))).isEqualTo(2266);
            assertThat(BOOKS.available(plus, change.plusSeconds(4))).isEqualTo(2266);
        }
        assertThat(BOOKS.available(plus, at("2026-12-01T00:00:00Z"))).isEqualTo(10_000);
        assertThat(BOOKS.available(lite, at("2026-12-02T00:00:00Z"))).isEqualTo(10_000);
        assertThat(BOOKS.available(lite, at("2027-01-01T00:00:00Z"))).isEqualTo(3200);
        assertThat(grants(lite.account()))
                .containsExactly(
                        "monthly 2026-11-01",
                        "monthly 2026-11-01 to 10000",
                        "monthly 2026-12-01",
                        "monthly 2027-01-01");
    }

    @Test
    void aFirstMonthlyPlanBeginsItsMonthsWhenItIsBought() {
        Holder free = BOOKS.holder("free", "UTC", at("2026-11-01T00:00:00Z"));
        BOOKS.held(free, 100, at("2026-11-20T09:00:00Z"));
        Holder plus = on(free, "plus");
        assertThat(BOOKS.available(plus, at("2026-11-20T10:00:00Z"))).isEqualTo(10_150);
        assertThat(BOOKS.available(plus, at("2026-11-21T10:00:00Z"))).isEqualTo(10_000);
        assertThat(BOOKS.available(free, at("2026-11-21T11:00:00Z"))).isEqualTo(10_250);
        assertThat(BOOKS.available(plus, at("2026-11-21T12:00:00Z"))).isEqualTo(10_250);
        assertThat(BOOKS.available(free, at("2026-12-19T23:00:00Z"))).isEqualTo(10_250);
        assertThat(BOOKS.available(free, at("2026-12-20T00:00:00Z"))).isEqualTo(250);
        assertThat(BOOKS.available(plus, at("2026-12-25T00:00:00Z"))).isEqualTo(10_250);
        assertThat(grants(free.account()).stream().filter(g -> g.startsWith("monthly")))
                .containsExactly("monthly 2026-11-20", "monthly 2026-12-25");
    }

    @Test
    void otherAmountsOfTheSamePlanBeginWithTheNextGrant() {
        Holder lite = BOOKS.holder("lite", "UTC", at("2026-11-01T00:00:00Z"));
        BOOKS.balance(lite, at("2026-11-02T00:00:00Z"));
        Plan p = lite.plan();
        Plan more = new Plan(
                p.id(),
                p.title(),
                p.price(),
                0,
                4000,
                p.tiers(),
                p.watermark(),
                p.commercial(),
                p.lanes(),
                p.extras(),
                p.limits());
        Holder holder = new Holder(lite.account(), more, lite.zone());
        assertThat(BOOKS.available(holder, at("2026-11-03T00:00:00Z"))).isEqualTo(3200);
        assertThat(BOOKS.available(holder, at("2026-12-01T00:00:00Z"))).isEqualTo(4000);
    }

    @Test
    void whatIsReleasedIntoAPocketThatEndedExpires() {
        Holder holder = BOOKS.holder("free", "UTC", at("2026-11-28T00:00:00Z"));
        UUID generation = BOOKS.held(holder, 200, at("2026-11-28T23:00:00Z"));
        assertThat(BOOKS.available(holder, at("2026-11-29T00:00:00Z"))).isEqualTo(250);
        assertThat(BOOKS.settle(generation, 50, at("2026-11-29T01:00:00Z"))).isTrue();
        assertThat(BOOKS.balance(holder, at("2026-11-29T01:00:00Z"))).satisfies(b -> {
            assertThat(b.available()).isEqualTo(250);
            assertThat(b.held()).isZero();
        });
    }

    /// Whatever the clock and the zone do, no local day is granted twice, and none on which somebody looks and that
    /// was not granted ahead is missed.
    @Test
    void noTravelerIsGrantedADayTwiceNorLosesOne() {
        long seed = 28_112_026;
        Random random = new Random(seed);
        List<String> zones = List.of(
                "UTC", "Pacific/Kiritimati", "Pacific/Honolulu", "Etc/GMT+12", "Europe/Berlin", "America/Santiago");
        for (int round = 0; round < 8; round++) {
            Instant t = at("2026-03-20T00:00:00Z");
            Holder holder = BOOKS.holder("free", "UTC", t);
            Set<LocalDate> looked = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                t = t.plus(Duration.ofMinutes(random.nextInt(1200)));
                holder = random.nextInt(4) == 0 ? in(holder, zones.get(random.nextInt(zones.size()))) : holder;
                // Now and then a server whose clock is behind.
                Instant seen = random.nextInt(10) == 0 ? t.minus(Duration.ofHours(random.nextInt(100))) : t;
                LocalDate today = LocalDate.ofInstant(seen, holder.zone());
                long had = BOOKS.available(holder, seen);
                looked.add(today);
                assertThat(had).as("seed %s, round %s, step %s", seed, round, i).isBetween(0L, 250L);
                if (had > 0) {
                    BOOKS.settle(BOOKS.held(holder, had, seen), had, seen);
                }
            }
            List<String> grants = grants(holder.account());
            assertThat(grants)
                    .as("seed %s, round %s", seed, round)
                    .doesNotHaveDuplicates()
                    .isSorted();
            Set<LocalDate> days = new HashSet<>(
                    grants.stream().map(g -> LocalDate.parse(g.substring(6))).toList());
            assertThat(looked.stream().filter(d -> !days.contains(d)).filter(d -> d.isAfter(LocalDate.of(2026, 3, 19))))
                    .as("seed %s, round %s", seed, round)
                    .allSatisfy(d -> assertThat(days).anyMatch(x -> x.isAfter(d)));
        }
    }
}
