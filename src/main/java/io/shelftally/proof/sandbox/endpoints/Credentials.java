package io.shelftally.proof.sandbox.endpoints;

/**
 * What a client must send.
 *
 * @param apiKey Closient's X-API-Key
 * @param username Pensa's X-Cognito-Username
 * @param accessToken a Pensa token that is always good
 * @param clientId for an issued Pensa token
 * @param clientSecret for an issued Pensa token
 */
public record Credentials(String apiKey, String username, String accessToken, String clientId, String clientSecret) {

    /** Made up, and no secret; the key has the documented shape. */
    public static final Credentials MADE_UP = new Credentials(
            "csb_Sandbox0Sandbox0Sandbox0Sandbox0_a0ea6dc4",
            "sandbox-user",
            "sandbox-token",
            "sandbox-client",
            "sandbox-secret");

    @Override
    public String toString() {
        return "Credentials[username=" + username + ", clientId=" + clientId + "]";
    }
}
