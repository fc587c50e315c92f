package dev.beatboard.service.fetch;

import dev.beatboard.service.fetch.FetchException.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// A URL that we may follow as far as can be told without asking for its host's address.
///
/// @param host in lower case, without a dot at its end; IPv6 without brackets
/// @param path path and query as they go out
record Target(String scheme, String host, int port, String path, URI url) {

    private static final int LONGEST = 4096;

    static Target of(String text, FetchSettings settings) throws FetchException {
        if (text.length() > LONGEST) {
            throw new FetchException(Reason.INVALID_URL, "The URL is longer than " + LONGEST + " characters.");
        }
        try {
            return of(new URI(text), settings);
        } catch (URISyntaxException e) {
            throw new FetchException(Reason.INVALID_URL, "This is not a URL: " + e.getReason() + ".");
        }
    }

    private static Target of(URI url, FetchSettings settings) throws FetchException {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new FetchException(Reason.INVALID_URL, "A URL begins with https:// or http://.");
        }
        if (url.getRawUserInfo() != null
                || (url.getRawAuthority() != null && url.getRawAuthority().contains("@"))) {
            throw new FetchException(
                    Reason.CREDENTIALS_IN_URL, "The URL holds a user's name or password; sign the link instead.");
        }
        String host = host(url);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        boolean usual = port == 80 || port == 443 || settings.ports().contains(port);
        if (!usual && !settings.siteAddresses() && !settings.hosts().contains(host)) {
            throw new FetchException(
                    Reason.REFUSED_PORT, "Port " + port + " of " + host + " is not allowed; 80 and 443 are.");
        }
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        Target target =
                new Target(scheme, host, port, url.getRawQuery() == null ? path : path + "?" + url.getRawQuery(), url);
        target.refuseLiterals(settings);
        return target;
    }

    private static String host(URI url) throws FetchException {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (host.isEmpty()) {
            throw new FetchException(
                    Reason.INVALID_URL, "The URL names no host (letters beyond ASCII are written as xn--...).");
        }
        return host;
    }

    /// Where an address is written out, there is no need to wait for the connection.
    private void refuseLiterals(FetchSettings settings) throws FetchException {
        try {
            Reach.checked(
                    new InetAddress[] {InetAddress.ofLiteral(host)},
                    settings.siteAddresses(),
                    settings.hosts().contains(host));
        } catch (Reach.RefusedAddress e) {
            throw refused();
        } catch (IllegalArgumentException e) {
            // A name; it is checked when it is resolved.
        }
    }

    FetchException refused() {
        return new FetchException(Reason.REFUSED_ADDRESS, host + " is at an address that is not fetched from.");
    }

    /// Where a redirect leads.
    Target redirected(String location, FetchSettings settings) throws FetchException {
        try {
            return of(url.resolve(new URI(location)).toString(), settings);
        } catch (URISyntaxException e) {
            throw new FetchException(Reason.BAD_ANSWER, host + " redirects to what is not a URL.");
        }
    }
}
