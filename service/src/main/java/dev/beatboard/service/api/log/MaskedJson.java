package dev.beatboard.service.api.log;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;

/// Writes an event as one line of JSON without secrets.
final class MaskedJson extends JsonEncoder {

    MaskedJson() {
        setWithContext(false);
        setWithNanoseconds(false);
        setWithSequenceNumber(false);
        setWithMessage(false);
        setWithArguments(false);
        setWithFormattedMessage(true);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line = new String(super.encode(event), StandardCharsets.UTF_8);
        return Secrets.masked(line).getBytes(StandardCharsets.UTF_8);
    }
}
