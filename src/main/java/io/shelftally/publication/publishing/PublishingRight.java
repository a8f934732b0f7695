package io.shelftally.publication.publishing;

/** Whether this run may publish: another one may have taken its place. */
public interface PublishingRight {

    /** Of one who is alone. */
    PublishingRight ALWAYS = new PublishingRight() {
        @Override
        public void use(Runnable act) {
            act.run();
        }

        @Override
        public boolean wasTakenOver() {
            return false;
        }
    };

    /** Runs an act that readers may see, while nobody can take the right; throws instead if it is lost. */
    void use(Runnable act);

    /** Whether an unfinished place in use may be that of a run that was overtaken while it was paused. */
    boolean wasTakenOver();
}
