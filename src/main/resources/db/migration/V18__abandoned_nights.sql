-- When the night of a run that published nothing was given up; empty of all others.

ALTER TABLE run ADD COLUMN abandoned_at TIMESTAMP WITH TIME ZONE;
