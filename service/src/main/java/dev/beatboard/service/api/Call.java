package dev.beatboard.service.api;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.api.json.JsonBodies;
import dev.beatboard.service.idempotency.Repeat;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/// One request as a handler sees it: who, what, when.
public final class Call {

    private final Context context;
    private final Route route;
    private final Optional<Caller> caller;
    private final String requestId;
    private final Instant now;
    private final InetAddress address;
    private final JsonBodies json;
    private final LargeBodies large;
    private final CrossSite crossSite;
    private final BooleanSupplier stopping;
    private byte[] body = new byte[0];
    private boolean read;
    private int share;

    Call(
            Context context,
            Route route,
            Optional<Caller> caller,
            String requestId,
            Instant now,
            InetAddress address,
            JsonBodies json,
            LargeBodies large,
            CrossSite crossSite,
            BooleanSupplier stopping) {
        this.context = context;
        this.route = route;
        this.caller = caller;
        this.requestId = requestId;
        this.now = now;
        this.address = address;
        this.json = json;
        this.large = large;
        this.crossSite = crossSite;
        this.stopping = stopping;
    }

    public Route route() {
        return route;
    }

    /// Who asks. Open routes have nobody.
    public Caller caller() {
        return caller.orElseThrow(() -> new IllegalStateException("The route is open to anyone: " + route.path()));
    }

    public String requestId() {
        return requestId;
    }

    /// When the request came.
    public Instant now() {
        return now;
    }

    public InetAddress address() {
        return address;
    }

    /// Whether it comes from this very machine and through no proxy.
    public boolean fromThisMachine() {
        return ClientAddress.isOurs(context.req());
    }

    /// Refuses what a page of another site sends. What needs a session is checked before; this is for
    /// open routes that give one.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (CROSS_SITE)
    public void needsOwnPage() {
        crossSite.check(context.req());
    }

    /// Whether the server wants to stop: long answers, such as events, should end.
    public boolean stopping() {
        return stopping.getAsBoolean();
    }

    /// For what this has no word for, such as files in forms.
    public Context context() {
        return context;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /// A part of the path.
    public String path(String name) {
        return context.pathParam(name);
    }

    /// A part of the path that is an identifier; what is none cannot be found.
    public UUID id(String name) {
        String text = path(name);
        if (text.length() == 36) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                // It is none.
            }
        }
        throw Refusal.of(Code.NOT_FOUND, "There is nothing with the identifier " + Refusal.quoted(text) + ".")
                .exception();
    }

    public Optional<String> query(String name) {
        List<String> values = context.queryParams(name);
        if (values.size() > 1) {
            throw Refusal.field(name, "The parameter " + name + " is given " + values.size() + " times; once is right.")
                    .exception();
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /// A whole number in the query.
    public int query(String name, int otherwise, int least, int most) {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw Refusal.field(
                        name,
                        "The parameter " + name + " is a whole number from " + least + " to " + most + ", not "
                                + Refusal.quoted(text.get()) + ".")
                .exception();
    }

    /// Where a page begins: after an item with this identifier; empty for the first page.
    public Optional<UUID> before() {
        return query("before").map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw Refusal.field(
                                "before",
                                "The parameter before is what an earlier page gave as next, not " + Refusal.quoted(text)
                                        + ".")
                        .exception();
            }
        });
    }

    /// The same for lists that are numbered.
    public OptionalLong beforeNumber() {
        Optional<String> text = query("before");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("\\d{1,18}")) {
            throw Refusal.field(
                            "before",
                            "The parameter before is what an earlier page gave as next, not "
                                    + Refusal.quoted(text.get()) + ".")
                    .exception();
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    /// The body as a value. Unknown names are refused in our own dialect and ignored in the others.
    public <T> T json(Class<T> type) throws IOException {
        needJson();
        return route.dialect() == Dialect.BEATBOARD ? json.strict(body(), type) : json.lenient(body(), type);
    }

    /// The body as any JSON.
    public JsonNode json() throws IOException {
        needJson();
        return json.tree(body());
    }

    /// By what this request is recognized if it comes again, to be claimed in the transaction that
    /// does the work. Empty if it has no `Idempotency-Key` and is not a vendor's client's.
    public Optional<Repeat> repeat() throws IOException {
        Caller who = caller();
        return Repeat.of(
                who.account(),
                who.key().or(who::person).map(UUID::toString).orElse("-"),
                header("Idempotency-Key"),
                header("x-stainless-retry-count"),
                route.method().name(),
                context.path(),
                body());
    }

    private void needJson() {
        String type = header("Content-Type").orElse("");
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean charset = !type.toLowerCase(Locale.ROOT).contains("charset=")
                || type.toLowerCase(Locale.ROOT).matches(".*charset=\"?utf-8\"?\\s*(;.*)?");
        if (!charset || !(plain.equals("application/json") || plain.matches("application/[a-z0-9.-]+\\+json"))) {
            throw Refusal.of(
                            Code.UNSUPPORTED_MEDIA_TYPE,
                            (type.isEmpty()
                                            ? "There is no Content-Type"
                                            : "The Content-Type is " + Refusal.quoted(type))
                                    + "; it has to be application/json in UTF-8.")
                    .exception();
        }
    }

    /// The bytes of the body, read once.
    public byte[] body() throws IOException {
        if (!read) {
            body = readBody();
            read = true;
        }
        return body;
    }

    private byte[] readBody() throws IOException {
        String encoding = header("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw Refusal.of(
                            Code.UNSUPPORTED_MEDIA_TYPE,
                            "The Content-Encoding is " + Refusal.quoted(encoding)
                                    + "; bodies are taken as they are only.")
                    .exception();
        }
        long length = context.req().getContentLengthLong();
        if (length > route.bodyBytes()) {
            throw tooLarge();
        }
        InputStream in = context.req().getInputStream();
        long small = Math.min(route.bodyBytes(), Route.JSON_BYTES);
        byte[] first = in.readNBytes(Math.toIntExact(length >= 0 ? Math.min(length, small) : small));
        if (first.length < small) {
            return first;
        }
        if (route.bodyBytes() > small) {
            // Twice: the bytes, and the text that they become.
            share = large.take(2 * (length < 0 ? route.bodyBytes() : length));
        }
        byte[] rest = in.readNBytes(Math.toIntExact(route.bodyBytes() - first.length + 1));
        if (first.length + (long) rest.length > route.bodyBytes()) {
            throw tooLarge();
        }
        byte[] all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    private RuntimeException tooLarge() {
        return Refusal.of(Code.TOO_LARGE, "The body has more than the " + route.bodyBytes() + " bytes allowed here.")
                .exception();
    }

    /// Gives back what the request took.
    void close() {
        if (share > 0) {
            large.giveBack(share);
            share = 0;
        }
    }
}
