"""`make bench`: speed as ratios against floors and peers, each row measured in one run."""
