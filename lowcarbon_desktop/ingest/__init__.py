"""From the file of a user to a Plan; reading judges nothing."""
