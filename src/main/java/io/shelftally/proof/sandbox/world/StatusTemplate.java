package io.shelftally.proof.sandbox.world;

import tools.jackson.databind.node.ObjectNode;

/** Pensa's status item in its two documented models. */
public final class StatusTemplate {

    private StatusTemplate() {}

    /** The long model. */
    public static ObjectNode longModel(long scanId, String guid) {
        ObjectNode item = Json.object()
                .put("id", scanId)
                .put("scan_area_id", 5000 + scanId % 1000)
                .put("scan_timestamp", "2026-11-21T15:58:31.204")
                .put("created", "2026-11-21T16:01:12.118204")
                .put("capture_type", "VIDEO")
                .put("frame_height", 1920)
                .put("frame_width", 1080)
                .put("has_out_of_service_segment", false)
                .put("image_capture_quality", "GOOD")
                .put("publish", true)
                .put("scanner_id", 300 + scanId % 17)
                .put("shelf_scan_period_id", 88);
        item.set("scan_metadata", metadata(guid));
        return item;
    }

    /** The newer model: no area, no metadata. */
    public static ObjectNode newerModel(long scanId) {
        return Json.object()
                .put("id", scanId)
                .put("created", "2026-11-21T16:01:12.118204")
                .put("scan_timestamp", "2026-11-21T15:58:31")
                .put("scanner_id", 300 + scanId % 17)
                .put("shelf_scan_period_id", 88)
                .put("fast_completed", "2026-11-21T16:03:40")
                .put("completed", "2026-11-21T16:09:02")
                .put("capture_duration_secs", 41.5);
    }

    /** The state in which both statuses are the same. */
    public static ObjectNode state(String status) {
        return Json.object().put("status", status).put("fast_status", status);
    }

    /** The same in the newer model: what is not over has not ended. */
    public static ObjectNode newerState(String status) {
        ObjectNode state = state(status);
        return status.equalsIgnoreCase("COMPLETE")
                ? state
                : state.putNull("fast_completed").putNull("completed");
    }

    private static ObjectNode metadata(String guid) {
        ObjectNode metadata = Json.object()
                .put("application_id", "shelf-audit")
                .put("device_network_name", "store-floor")
                .put("device_network_type", "WIFI")
                .put("focal_length", 4.25)
                .put("frame_capture_rate", 5)
                .put("guid", guid)
                .put("ignore_late_upload", false)
                .put("image_height", 1920)
                .put("image_width", 1080)
                .putNull("lens_distortion")
                .putNull("lens_intrinsic_calibration")
                .put("mobile_capture_completed", true)
                .putNull("odr_status")
                .putNull("pause_list")
                .put("pipeline_name", "default");
        metadata.putNull("sensor_physical_width_height");
        return metadata.put("server_upload_started", "2026-11-21T16:01:14");
    }
}
