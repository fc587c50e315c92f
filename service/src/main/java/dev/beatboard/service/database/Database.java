package dev.beatboard.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The PostgreSQL that holds everything but files. Work is done in transactions, each either for
/// one account, which then cannot see any other's rows, or for the service itself.
public final class Database implements AutoCloseable {

    /// How long an answer may take before its connection is given up as broken.
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /// The server ends what a client holds that has fallen silent, such as one whose host is cut off:
    /// its locks would be kept for hours otherwise. In a transaction nothing is awaited that takes long.
    private static final String SERVER_SIDE = """
            set idle_in_transaction_session_timeout = '20s';
            set tcp_user_timeout = '20s';
            set tcp_keepalives_idle = '10s';
            set tcp_keepalives_interval = '5s';
            set tcp_keepalives_count = 2""";

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    }

    /// Where it is and how many connections may be open.
    ///
    /// @param url as of JDBC
    /// @param user empty if the URL says
    /// @param password empty if the URL says
    public record Place(String url, String user, String password, int connections) {

        /// Leaves out the password, as it could end up in a log.
        @Override
        public String toString() {
            return "Place[" + url.replaceFirst("\\?.*", "") + ", " + user + ", " + connections + "]";
        }
    }

    /// Connects and brings the tables up to date.
    public static Database open(Place place) {
        return open(place, ANSWER);
    }

    /// Connects and brings the tables up to date.
    ///
    /// @param answer how long an answer may take before its connection is given up as broken
    public static Database open(Place place, Duration answer) {
        // Apart, as that may take as long as it takes, and holds a lock in a transaction meanwhile.
        try (HikariDataSource patient =
                new HikariDataSource(config(new Place(place.url(), place.user(), place.password(), 2)))) {
            Flyway.configure().dataSource(patient).load().migrate();
        }
        return new Database(pool(place, answer));
    }

    /// Connects and takes the tables as they are.
    public static Database visit(Place place) {
        return new Database(pool(place, ANSWER));
    }

    private static HikariDataSource pool(Place place, Duration answer) {
        HikariConfig config = config(place);
        config.setConnectionInitSql(SERVER_SIDE);
        config.addDataSourceProperty("socketTimeout", Long.toString(answer.toSeconds()));
        return new HikariDataSource(config);
    }

    private static HikariConfig config(Place place) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.url());
        if (!place.user().isEmpty()) {
            config.setUsername(place.user());
            config.setPassword(place.password());
        }
        config.setMaximumPoolSize(place.connections());
        config.setMinimumIdle(Math.min(2, place.connections()));
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(20_000);
        config.addDataSourceProperty("ApplicationName", "beatboard");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    /// A transaction on behalf of an account: the rows of others are as if they were not there.
    public <T, X extends Exception> T tenant(UUID account, HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(h -> {
            h.createQuery(
                            "select set_config('role', 'beatboard_tenant', true) || set_config('beatboard.account', ?, true)")
                    .bind(0, account.toString())
                    .mapTo(String.class)
                    .one();
            return work.withHandle(h);
        });
    }

    /// A transaction of the service itself, which sees everything.
    public <T, X extends Exception> T system(HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(work);
    }

    /// One statement of the service itself, without a transaction around it.
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return jdbi.withHandle(work);
    }

    /// For libraries that take their connections themselves.
    public DataSource source() {
        return pool;
    }

    /// Whether it answers at the moment.
    public boolean answers() {
        try {
            return jdbi.withHandle(
                    (Handle h) -> h.createQuery("select 1").mapTo(int.class).one() == 1);
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
