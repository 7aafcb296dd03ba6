-- Which computation of the pyramid the count has seen; null when there was none. It is no matter of times: a count that runs while the
-- pyramid is computed begins after it and yet reads the classes of before.
alter table insight.count_run add ranking bigint;
