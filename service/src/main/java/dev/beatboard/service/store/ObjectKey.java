package dev.beatboard.service.store;

import java.util.regex.Pattern;

/// What objects may be called: segments of `A-Z a-z 0-9 . _ -` joined by `/`, none of them
/// starting with a dot, so that a key can be a path below a folder but never out of it.
final class ObjectKey {

    /// In characters, which are bytes here; S3 allows 1024 with a bucket's own prefix.
    private static final int LONGEST = 512;
    /// Most file systems allow names of 255 bytes; some is left for our endings.
    private static final int LONGEST_SEGMENT = 200;

    private static final Pattern SEGMENTS =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*+");

    private ObjectKey() {}

    /// @return the key, which is sound
    /// @throws IllegalArgumentException if it is not
    static String checked(String key) {
        if (key.isEmpty()
                || key.length() > LONGEST
                || !SEGMENTS.matcher(key).matches()
                || longest(key) > LONGEST_SEGMENT) {
            throw new IllegalArgumentException("\"" + key.substring(0, Math.min(key.length(), 80))
                    + "\" is no object's key: segments of letters, digits, '.', '_', '-' joined by '/', none starting"
                    + " with a dot, at most " + LONGEST_SEGMENT + " characters each and " + LONGEST + " in all.");
        }
        return key;
    }

    /// The beginning that all keys in a folder have: empty for the whole store, else ending in `/`.
    ///
    /// @param folder with or without the `/` at its end
    static String folder(String folder) {
        if (folder.isEmpty()) {
            return "";
        }
        return checked(folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder) + "/";
    }

    private static int longest(String key) {
        int longest = 0;
        for (String segment : key.split("/")) {
            longest = Math.max(longest, segment.length());
        }
        return longest;
    }
}
