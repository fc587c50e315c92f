package dev.beatboard.shot;

/// Something wrong in a shot file: where it is, what was found there, what is allowed and the nearest good answer.
///
/// @param path from the top of the file, such as `keyframes[2].camera.size` (counted from 0); empty for the file itself
/// @param line counted from 1; 0 where the place has no line
/// @param column counted from 1; 0 where the place has no column
/// @param found what stands there, as a sentence
/// @param allowed what may stand there, as a sentence; may be empty
/// @param remedy what to do, as a sentence; may be empty
public record Problem(String path, int line, int column, String found, String allowed, String remedy) {

    /// All of it in one line, as it is shown to the author.
    public String message() {
        StringBuilder text = new StringBuilder();
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        text.append(found);
        if (!allowed.isEmpty()) {
            text.append(' ').append(allowed);
        }
        if (!remedy.isEmpty()) {
            text.append(' ').append(remedy);
        }
        if (line > 0) {
            text.append(" (line ")
                    .append(line)
                    .append(", column ")
                    .append(column)
                    .append(')');
        }
        return text.toString();
    }
}
