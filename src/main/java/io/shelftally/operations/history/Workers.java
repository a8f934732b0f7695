package io.shelftally.operations.history;

import io.shelftally.console.Answer;
import io.shelftally.engine.Member;
import io.shelftally.engine.Members;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Who takes part in the work of this database. */
@Component
public class Workers {

    private final Members members;

    Workers(DataSource dataSource) {
        this.members = new Members(dataSource);
    }

    /** Those that are there, and those that fell silent within a day. */
    public Answer list() {
        return new WorkerList(members.all().stream().map(Workers::shown).toList());
    }

    private static WorkerList.Shown shown(Member member) {
        return new WorkerList.Shown(
                member.name(),
                member.host(),
                member.pid(),
                Members.isLive(member) ? "live" : "silent",
                member.since(),
                member.silence().toSeconds(),
                member.threads(),
                List.copyOf(member.running()),
                member.done(),
                member.perMinute());
    }
}
