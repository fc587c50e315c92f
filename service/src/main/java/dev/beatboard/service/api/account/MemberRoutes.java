package dev.beatboard.service.api.account;

import dev.beatboard.service.account.Members;
import dev.beatboard.service.account.Role;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Page;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.problem.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `/v1/members` and `/v1/invitations`.
public final class MemberRoutes implements Routes {

    private static final Access WRITE = Access.scope(Scope.MEMBERS_WRITE);

    private final Members members;
    private final Plans plans;

    public MemberRoutes(Members members, Plans plans) {
        this.members = members;
        this.plans = plans;
    }

    record Member(UUID personId, String email, String name, String role, Instant joinedAt) {

        static Member of(Members.Member m) {
            return new Member(m.person(), m.email(), m.name(), m.role().label(), m.since());
        }
    }

    /// @param token in the answer that made it only
    record Invitation(
            UUID id,
            String account,
            String email,
            String role,
            Instant createdAt,
            Instant expiresAt,
            Optional<String> token) {

        static Invitation of(Members.Invitation i, Optional<String> token) {
            return new Invitation(i.id(), i.account(), i.email(), i.role().label(), i.created(), i.expires(), token);
        }

        /// Leaves out the token, as it could end up in a log.
        @Override
        public String toString() {
            return "Invitation[" + id + "]";
        }
    }

    record NewRole(String role) {}

    record NewInvitation(String email, String role) {}

    record Token(String token) {

        /// Leaves it out, as it could end up in a log.
        @Override
        public String toString() {
            return "Token[]";
        }
    }

    record Joined(UUID accountId) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/members", Access.scope(Scope.ACCOUNT_READ), this::list),
                Route.patch("/v1/members/{person}", WRITE, this::changeRole),
                // Whoever leaves needs no scope for it.
                Route.delete("/v1/members/{person}", Access.known(), this::remove),
                Route.get("/v1/invitations", WRITE, this::invitations),
                Route.post("/v1/invitations", WRITE, this::invite),
                Route.delete("/v1/invitations/{invitation}", WRITE, this::withdraw),
                Route.post("/v1/invitations/look", Access.open(), this::look).throttle(Throttle.SIGN_IN),
                Route.post("/v1/invitations/accept", Access.person(), this::accept));
    }

    private Answer list(Call call) {
        return Answer.ok(
                new Page<>(members.list(call.caller()).stream().map(Member::of).toList(), Optional.empty()));
    }

    private Answer changeRole(Call call) throws IOException {
        Role role = role(call.json(NewRole.class).role());
        members.changeRole(call.caller(), call.id("person"), role, call.now());
        return Answer.nothing();
    }

    private Answer remove(Call call) {
        members.remove(call.caller(), call.id("person"), call.now());
        return Answer.nothing();
    }

    private Answer invitations(Call call) {
        return Answer.ok(new Page<>(
                members.invitations(call.caller(), call.now()).stream()
                        .map(i -> Invitation.of(i, Optional.empty()))
                        .toList(),
                Optional.empty()));
    }

    private Answer invite(Call call) throws IOException {
        NewInvitation body = call.json(NewInvitation.class);
        int most =
                plans.plan(call.caller().plan()).map(p -> p.limits().members()).orElse(Members.MOST);
        Members.Invited invited = members.invite(call.caller(), body.email(), role(body.role()), most, call.now());
        return Answer.created(Invitation.of(invited.invitation(), Optional.of(invited.token())));
    }

    private Answer withdraw(Call call) {
        members.withdraw(call.caller(), call.id("invitation"), call.now());
        return Answer.nothing();
    }

    private Answer look(Call call) throws IOException {
        return Answer.ok(Invitation.of(members.look(call.json(Token.class).token(), call.now()), Optional.empty()));
    }

    private Answer accept(Call call) throws IOException {
        UUID account = members.accept(
                call.json(Token.class).token(),
                call.caller().person().orElseThrow(),
                Optional.of(call.requestId()),
                call.now());
        return Answer.ok(new Joined(account));
    }

    private static Role role(String label) {
        return Role.of(label)
                .orElseThrow(() -> Refusal.unknown(
                                "/role",
                                label,
                                Arrays.stream(Role.values()).map(Role::label).toList())
                        .exception());
    }
}
