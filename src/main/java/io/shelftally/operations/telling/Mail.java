package io.shelftally.operations.telling;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mail by SMTP. The server must prove who it is, and encryption that is asked for is never left out. */
final class Mail implements Teller {

    private final MailSettings settings;
    private final String from;
    private final List<String> to;
    private final Duration timeout;

    /** @throws IllegalArgumentException if there is nobody to send it to, or from */
    Mail(MailSettings settings, Duration timeout) {
        if (settings.from() == null || settings.to() == null) {
            throw new IllegalArgumentException(
                    "shelftally.notify.mail.host is set, and .from or .to is not: set both, such as ops@example.com");
        }
        this.settings = settings;
        this.from = settings.from();
        this.to = settings.to();
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "the mail server " + settings.host() + ":" + settings.port();
    }

    @Override
    public boolean wants(RunEvent event) {
        return settings.on().wants(event);
    }

    @Override
    public void tell(RunEvent event) throws IOException {
        try {
            Transport.send(message(event));
        } catch (MessagingException e) {
            throw new IOException(words(e), e);
        }
    }

    private MimeMessage message(RunEvent event) throws MessagingException {
        EventText text = new EventText(event);
        MimeMessage message = new MimeMessage(Session.getInstance(properties(), authenticator()));
        message.setFrom(new InternetAddress(from, true));
        for (String address : to) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address.strip(), true));
        }
        message.setSubject(text.title(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(event.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(text.text(), StandardCharsets.UTF_8.name());
        return message;
    }

    private Properties properties() {
        String millis = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", String.valueOf(settings.host()));
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        boolean startsTls = settings.tls() == MailSettings.Tls.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startsTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startsTls));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == MailSettings.Tls.TLS));
        return properties;
    }

    private @Nullable Authenticator authenticator() {
        String username = settings.username();
        return username == null
                ? null
                : new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(
                                username, Objects.requireNonNullElse(settings.password(), ""));
                    }
                };
    }

    /** The first line of each; the library adds its own over several. */
    private static String words(MessagingException trouble) {
        String said = String.valueOf(trouble.getMessage()).replaceFirst("(?s)[;\\r\\n].*", "");
        Exception next = trouble.getNextException();
        String cause = next == null || next.getMessage() == null
                ? ""
                : next.getMessage().replaceFirst("(?s)[\\r\\n].*", "");
        return cause.isEmpty() || said.contains(cause) ? said : said + " (" + cause + ")";
    }
}
