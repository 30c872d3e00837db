"""Tests of the counts of visits."""
