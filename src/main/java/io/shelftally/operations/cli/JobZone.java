package io.shelftally.operations.cli;

import io.shelftally.job.connections.BadSettingException;
import io.shelftally.operations.settings.SettingNames;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.springframework.core.env.Environment;

/** The zone of business dates, for commands that have no bean to ask. */
final class JobZone {

    private JobZone() {}

    static ZoneId of(Environment settings) {
        String zone = settings.getProperty(SettingNames.ZONE, "");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new BadSettingException("shelftally.zone must be a zone such as Europe/Paris, not \"" + zone + "\"");
        }
    }
}
