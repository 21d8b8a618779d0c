"""Sources (web pages, papers, documents) and the abstract citation model of the records that cite them."""
