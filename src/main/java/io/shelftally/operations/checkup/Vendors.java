package io.shelftally.operations.checkup;

/** The names of the settings by which vendors are reached. */
final class Vendors {

    static final String CLOSIENT_URL = "shelftally.closient.base-url";
    static final String API_KEY = "shelftally.closient.api-key";
    static final String PENSA_URL = "shelftally.pensa.base-url";
    static final String USERNAME = "shelftally.pensa.username";
    static final String ACCESS_TOKEN = "shelftally.pensa.access-token";
    static final String CLIENT_ID = "shelftally.pensa.client-id";
    static final String CLIENT_SECRET = "shelftally.pensa.client-secret";
    static final String TOKEN_URL = "shelftally.pensa.token-url";

    private Vendors() {}
}
