package io.shelftally.job.site;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The site over the nights.
 *
 * @param enabled whether each publication makes it anew; true
 */
@ConfigurationProperties("shelftally.site")
public record SiteSettings(boolean enabled) {}
