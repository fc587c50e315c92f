package dev.beatboard.direction;

/// One reading of a phrase.
///
/// @param value as in the table; what it means depends on the slot
/// @param phrase the phrase as the table has it
/// @param near whether the value is only the nearest thing we have to what the phrase means
/// @param form which ending the text has
record Entry(Slot slot, String value, String phrase, boolean near, Form form) {

    enum Form {
        PLAIN,
        PLURAL,
        /// walks
        FINITE,
        /// walking
        LASTING,
        /// walked
        PAST
    }
}
