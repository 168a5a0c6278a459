"""One format a module; the table of readers is written out by hand."""
