package io.shelftally.night.captures;

/** A settled capture and the scan that it is linked to. */
public record LinkedCapture(long scanId, String captureId, String answerSha256) {}
