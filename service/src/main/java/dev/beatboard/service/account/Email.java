package dev.beatboard.service.account;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// An e-mail address in the one form in which we keep it: without spaces around it, composed
/// (NFC), all in small letters, its domain in ASCII (RFC 5890). At most 254 characters, the part
/// before the @ at most 64 (RFC 5321), without quotes and comments. That a letter arrives there is
/// not known.
record Email(String text) {

    private static final int MOST = 254;
    private static final int MOST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /// @throws Refusal if it is none
    static Email of(String text) {
        if (text.length() > 2 * MOST) {
            throw bad(text);
        }
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        int at = plain.lastIndexOf('@');
        if (at < 1) {
            throw bad(text);
        }
        String local = plain.substring(0, at).toLowerCase(Locale.ROOT);
        String domain;
        try {
            domain = IDN.toASCII(plain.substring(at + 1)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw bad(text);
        }
        String whole = local + "@" + domain;
        if (local.length() > MOST_LOCAL
                || whole.length() > MOST
                || !LOCAL.matcher(local).matches()
                || !DOMAIN.matcher(domain).matches()) {
            throw bad(text);
        }
        return new Email(whole);
    }

    private static Refusal bad(String text) {
        return Refusal.invalid(
                "email",
                Refusal.quoted(text) + " is no e-mail address; they look like name@example.org, at most " + MOST
                        + " characters.");
    }
}
