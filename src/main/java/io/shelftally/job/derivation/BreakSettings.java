package io.shelftally.job.derivation;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What opens a break.
 *
 * @param restricted whether codes do that differ from pack to pack, RESTRICTED and COUPON; false
 */
@ConfigurationProperties("shelftally.breaks")
public record BreakSettings(boolean restricted) {}
