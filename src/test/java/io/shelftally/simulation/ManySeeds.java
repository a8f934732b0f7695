package io.shelftally.simulation;

import java.util.Random;

/** Plays the worlds of many seeds, from the first argument to the second, and prints those in which something is wrong. */
final class ManySeeds {

    private ManySeeds() {}

    public static void main(String[] arguments) {
        long wrong = 0;
        for (long seed = Long.parseLong(arguments[0]); seed <= Long.parseLong(arguments[1]); seed++) {
            wrong += isWrong(seed) ? 1 : 0;
        }
        System.out.println(wrong + " seeds from " + arguments[0] + " to " + arguments[1] + " went wrong");
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static boolean isWrong(long seed) {
        Conditions conditions = Conditions.drawn(new Random(seed));
        try (SimulatedWorld world = new SimulatedWorld(seed, conditions)) {
            world.play();
            world.wrongs.forEach(wrong -> System.out.println("seed " + seed + ": " + wrong));
            return !world.wrongs.isEmpty();
        } catch (RuntimeException | Error e) {
            System.out.println("seed " + seed + ", " + conditions + ": " + e);
            return true;
        }
    }
}
