package io.shelftally.proof.benchmark;

import java.util.List;

/**
 * The same night by one process and by teams.
 *
 * @param alone by one process, with as many calls in flight as one worker has
 * @param teams by rising number of workers, from 1
 */
record TeamWork(Night alone, List<Team> teams, Idle idle) {

    TeamWork {
        teams = List.copyOf(teams);
    }

    /** Items a second by that of one worker. */
    double timesOne(Team team) {
        return team.night().itemsPerSecond() / one().night().itemsPerSecond();
    }

    /** The time that one worker takes to collect, by that of one process. */
    double oneByAlone() {
        return one().night().collectSeconds() / alone.collectSeconds();
    }

    private Team one() {
        return teams.get(0);
    }
}
