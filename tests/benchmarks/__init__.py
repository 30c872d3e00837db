"""What the benchmarks count with. No time is asserted: that is what the bars are for."""
