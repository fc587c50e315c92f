package dev.beatboard.service.api.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.OutputStream;
import org.slf4j.LoggerFactory;

/// Sets the log of this process up.
public final class Logs {

    private Logs() {}

    /// One JSON object a line from now on.
    ///
    /// @param out stays open
    /// @param debug whether lines for developers come too
    public static void json(OutputStream out, boolean debug) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        MaskedJson encoder = new MaskedJson();
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setName("json");
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(out);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.WARN);
        context.getLogger("beatboard").setLevel(debug ? Level.DEBUG : Level.INFO);
        context.getLogger("dev.beatboard").setLevel(debug ? Level.DEBUG : Level.INFO);
    }
}
