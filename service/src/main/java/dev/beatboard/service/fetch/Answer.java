package dev.beatboard.service.fetch;

/// What a server said to a message.
///
/// @param status of HTTP, whatever it is; redirects are not followed
/// @param body the beginning of it, at most 4096 bytes read as UTF-8
public record Answer(int status, String body) {

    /// Whether the message was taken.
    public boolean accepted() {
        return status >= 200 && status < 300;
    }
}
