package dev.beatboard.service.api.log;

import java.util.regex.Pattern;

/// Masks what must not be in a log.
final class Secrets {

    /// Keys of ours; what follows Bearer or Basic; values of cookies, passwords, tokens and
    /// signatures in headers, JSON and queries.
    private static final Pattern SECRET = Pattern.compile("(?i)(bb_[a-z0-9_]{0,12}?)[A-Za-z0-9_-]{16,}"
            + "|((?:bearer|basic)\\s+)[A-Za-z0-9._~+/=-]{6,}"
            + "|((?:beatboard_session|__Host-beatboard|password|passwd|secret|token|x-amz-signature"
            + "|x-amz-credential|x-amz-security-token|signature|sig)\\\\?\"?\\s*[=:]\\s*\\\\?\"?)"
            + "[^\\s\"&,;\\\\}]{4,}");

    private Secrets() {}

    static String masked(String line) {
        return SECRET.matcher(line).replaceAll(m -> {
            String kept = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
            return java.util.regex.Matcher.quoteReplacement(kept + "***");
        });
    }
}
