"""Outside pages and papers, and the abstract citation of one."""
