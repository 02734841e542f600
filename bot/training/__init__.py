"""Makes the evidence model out of the labelled notes. Needs scikit-learn, which the coach itself does not."""
