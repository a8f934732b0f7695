package io.shelftally.job.connections;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * Takes connections out of the pool that H2 has closed its database under, as its server does when the last other user
 * leaves: a new one opens it again.
 */
final class ClosedDatabase implements SQLExceptionOverride {

    private static final Set<Integer> CODES =
            Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN, ErrorCode.CONNECTION_BROKEN_1);

    @java.lang.Override
    public Override adjudicate(SQLException trouble) {
        return CODES.contains(trouble.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
