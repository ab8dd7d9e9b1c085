"""When things happened: dates as they are written, what each is of, the period reviewed, the intervals."""
