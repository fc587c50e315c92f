package dev.beatboard.service.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.beatboard.service.api.docs.Description;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds what really goes over the wire against the description: every response, and every request
/// that was accepted.
public final class Contract {

    /// Methods that follow from others, or that no operation has, are not described.
    private static final Set<String> DESCRIBED = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final Pattern FILES = Pattern.compile("(/files/|/v1/generations/[^/]+/files/)(.+)");

    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(
                            Description.load().json())
                    .withLevelResolver(LevelResolver.create()
                            // Security is tested as such; these tests use keys of their own.
                            .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                            .withLevel("validation.request.security.invalid", ValidationReport.Level.IGNORE)
                            .build())
                    .build();

    private Contract() {}

    /// @throws AssertionError naming each difference
    public static void check(HttpRequest request, byte[] requestBody, HttpResponse<byte[]> response) {
        URI uri = request.uri();
        if (!DESCRIBED.contains(request.method()) || response.statusCode() == 405) {
            return;
        }
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(response.statusCode());
        response.headers().map().forEach(answer::withHeader);
        if (response.body().length > 0) {
            answer.withBody(response.body());
        }
        String path = onePart(uri.getRawPath());
        ValidationReport report =
                VALIDATOR.validateResponse(path, Request.Method.valueOf(request.method()), answer.build());
        // An address that is not described has to be one that does not exist.
        if (report.getMessages().stream().anyMatch(m -> m.getKey().startsWith("validation.request.path.missing"))
                && response.statusCode() == 404) {
            return;
        }
        if (response.statusCode() < 400) {
            SimpleRequest.Builder asked = new SimpleRequest.Builder(request.method(), path);
            request.headers().map().forEach(asked::withHeader);
            if (uri.getRawQuery() != null) {
                for (String pair : uri.getRawQuery().split("&")) {
                    String[] parts = pair.split("=", 2);
                    asked.withQueryParam(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
                }
            }
            if (requestBody.length > 0) {
                asked.withBody(requestBody);
            }
            report = report.merge(VALIDATOR.validateRequest(asked.build()));
        }
        if (report.hasErrors()) {
            throw new AssertionError(request.method() + " " + uri.getRawPath() + " " + response.statusCode()
                    + " differs from the description:\n"
                    + report.getMessages().stream()
                            .map(m -> m.getKey() + ": " + m.getMessage() + " " + m.getAdditionalInfo())
                            .collect(Collectors.joining("\n")));
        }
    }

    /// The description has no parameters that hold several parts of a path: files are named so.
    private static String onePart(String path) {
        Matcher m = FILES.matcher(path);
        return m.matches() ? m.group(1) + m.group(2).replace("/", "%2F") : path;
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    static List<String> headersOfAll() {
        return List.of("X-Request-Id", "X-API-Version", "X-Content-Type-Options", "Cache-Control");
    }
}
