package io.shelftally;

/** The entry of every command. */
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        System.out.println(String.join(" ", args));
    }
}
