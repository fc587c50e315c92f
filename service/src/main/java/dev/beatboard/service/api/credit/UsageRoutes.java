package dev.beatboard.service.api.credit;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.json.Moments;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.problem.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/v1/usage`: what was charged in a period, by whom it was for. The vendor's description of
/// `user_id` promises such an address.
public final class UsageRoutes implements Routes {

    private static final int MOST = 1000;

    private final Database database;

    public UsageRoutes(Database database) {
        this.database = database;
    }

    /// By what charges are summed.
    enum Group {
        USER_ID("coalesce(end_user, '')"),
        KEY("coalesce(cast(api_key_id as text), '')"),
        PROJECT("coalesce(cast(project_id as text), '')"),
        DAY("to_char(finished_at at time zone :zone, 'YYYY-MM-DD')");

        private final String sql;

        Group(String sql) {
            this.sql = sql;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param of which user, key, project or day; empty for work without one
    /// @param framesKept of earlier takes, which cost nothing
    record Sum(String of, long generations, long credits, long frames, long framesKept) {}

    /// @param complete false if there are more groups than are listed; those of the most credits are
    record Usage(Instant from, Instant to, Group group, List<Sum> items, boolean complete, Sum total) {}

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/v1/usage", Access.scope(Scope.ACCOUNT_READ), this::usage));
    }

    private Answer usage(Call call) {
        Caller caller = call.caller();
        LocalDate today = LocalDate.ofInstant(call.now(), caller.zone());
        Instant from = time(call, "from")
                .orElse(today.withDayOfMonth(1).atStartOfDay(caller.zone()).toInstant());
        Instant to = time(call, "to").orElse(call.now());
        if (to.isBefore(from)) {
            throw Refusal.field("to", "The period ends at " + to + ", before it begins at " + from + ".")
                    .exception();
        }
        Group group = group(call.query("group").orElse("day"));
        List<Sum> sums = sums(caller, group.sql, group == Group.DAY ? "1" : "3 desc, 1", from, to);
        Sum total = sums(caller, "''", "1", from, to).stream().findFirst().orElse(new Sum("", 0, 0, 0, 0));
        return Answer.ok(new Usage(from, to, group, sums.stream().limit(MOST).toList(), sums.size() <= MOST, total));
    }

    private List<Sum> sums(Caller caller, String by, String order, Instant from, Instant to) {
        return database.tenant(
                caller.account(),
                // What is deleted was charged all the same.
                h -> h.createQuery("select " + by + """
                                 as name, count(*), sum(charged), sum(frames_done - frames_kept), sum(frames_kept)
                                from generation
                                where account_id = :account and state = 'completed'
                                  and finished_at >= :from and finished_at < :to and :zone <> ''
                                group by 1 order by\s""" + order + " limit " + (MOST + 1))
                        .bind("account", caller.account())
                        .bind("from", from)
                        .bind("to", to)
                        .bind("zone", caller.zone().getId())
                        .map((r, c) -> new Sum(r.getString(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5)))
                        .list());
    }

    /// A time, or a day of the account's time zone.
    private static Optional<Instant> time(Call call, String name) {
        return call.query(name).map(text -> {
            try {
                return text.length() == 10
                        ? LocalDate.parse(text)
                                .atStartOfDay(call.caller().zone())
                                .toInstant()
                        : Moments.parse(text);
            } catch (DateTimeException e) {
                throw Refusal.field(
                                name,
                                "The parameter " + name
                                        + " is a time such as 2026-11-28T12:00:00Z or a day such as 2026-11-28, not "
                                        + Refusal.quoted(text) + ".")
                        .exception();
            }
        });
    }

    private static Group group(String text) {
        return Arrays.stream(Group.values())
                .filter(g -> g.label().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(
                                "group",
                                text,
                                Arrays.stream(Group.values()).map(Group::label).toList())
                        .exception());
    }
}
