package dev.beatboard.service.database;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tasks that are scheduled by a transaction: with its commit they are there, without it they
/// never were.
public final class TransactionalScheduling {

    private TransactionalScheduling() {}

    /// A client of db-scheduler that works inside the handle's transaction and ends with it.
    ///
    /// The transaction has to be the service's own ([Database#system]): accounts may not touch the
    /// queue. `scheduleBatch` needs one statement, `schedule` two. An instance that another
    /// transaction schedules at the same moment fails the whole transaction, so give instances
    /// names that are made once.
    public static SchedulerClient in(Handle handle) {
        return SchedulerClient.Builder.create(new OneConnection(unclosed(handle.getConnection())))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .enablePriority()
                .build();
    }

    /// The same connection, but whoever closes it does not.
    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private record OneConnection(Connection connection) implements DataSource {

        @Override
        public Connection getConnection() {
            return connection;
        }

        @Override
        public Connection getConnection(String user, String password) {
            return connection;
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return type.isInstance(this);
        }
    }
}
