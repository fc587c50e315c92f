package dev.beatboard.service.api;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.api.json.JsonBodies;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/// Serves a request that has a route: lets it through the gate, runs its handler, writes its answer.
final class Desk {

    private final InstantSource clock;
    private final ClientAddress addresses;
    private final Gate gate;
    private final JsonBodies json;
    private final JsonMapper mapper;
    private final LargeBodies large;
    private final CrossSite crossSite;
    private final Once once;
    private final BooleanSupplier stopping;

    Desk(
            InstantSource clock,
            ClientAddress addresses,
            Gate gate,
            JsonBodies json,
            JsonMapper mapper,
            LargeBodies large,
            CrossSite crossSite,
            Once once,
            BooleanSupplier stopping) {
        this.clock = clock;
        this.addresses = addresses;
        this.gate = gate;
        this.json = json;
        this.mapper = mapper;
        this.large = large;
        this.crossSite = crossSite;
        this.once = once;
        this.stopping = stopping;
    }

    void serve(Context context, Route route) throws Exception {
        HttpServletRequest request = context.req();
        request.setAttribute(Envelope.ROUTE, route.path());
        Instant now = clock.instant();
        InetAddress address = addresses.of(request);
        String id = String.valueOf(request.getAttribute(Envelope.ID));
        Optional<Caller> caller =
                gate.pass(request, context.res(), route, address, now).map(c -> c.in(id));
        Call call = new Call(context, route, caller, id, now, address, json, large, crossSite, stopping);
        try {
            write(context, route.once() ? once.handle(call) : route.handler().handle(call));
        } finally {
            call.close();
        }
    }

    private void write(Context context, Answer answer) throws IOException {
        HttpServletResponse response = context.res();
        boolean head = context.req().getMethod().equals("HEAD");
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        switch (answer.content()) {
            case Answer.None _ -> {}
            case Answer.Value value ->
                bytes(response, "application/json", mapper.writeValueAsBytes(value.value()), head);
            case Answer.Bytes bytes -> bytes(response, bytes.type(), bytes.bytes(), head);
            case Answer.Streamed stream -> {
                response.setContentType(stream.type());
                if (stream.length() >= 0) {
                    response.setContentLengthLong(stream.length());
                }
                if (!head) {
                    stream.writer().write(response.getOutputStream());
                }
            }
        }
    }

    private static void bytes(HttpServletResponse response, String type, byte[] bytes, boolean head)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(bytes.length);
        if (!head) {
            response.getOutputStream().write(bytes);
        }
    }
}
