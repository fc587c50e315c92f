package dev.beatboard.service.api;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what is no request at all, such as headers that are too long, before anything of ours
/// sees it.
final class PlainErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String body = "{\"type\":\"about:blank\",\"title\":\"" + (status == 431 ? "Headers too large" : "Bad request")
                + "\",\"status\":" + status + ",\"detail\":\"This is not a valid HTTP request.\"}";
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put("X-API-Version", Envelope.VERSION);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        // The connection ends with what was no request; unsaid, a client's next one on it is lost.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Content.Sink.write(response, true, body, callback);
        return true;
    }
}
