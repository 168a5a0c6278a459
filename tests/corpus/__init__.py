"""Files as applicants really send them, and what a careful person reads in each."""
