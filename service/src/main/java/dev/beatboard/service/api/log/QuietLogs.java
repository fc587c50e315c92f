package dev.beatboard.service.api.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/// What logback does if nobody sets it up: nothing. Its own choice would be to write everything on
/// the standard output of commands that answer there. A configuration file still comes first.
@ConfiguratorRank(QuietLogs.AFTER_FILES)
public final class QuietLogs extends ContextAwareBase implements Configurator {

    /// Between files (0) and logback's own choice (-10).
    static final int AFTER_FILES = -5;

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
