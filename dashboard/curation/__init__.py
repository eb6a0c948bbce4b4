"""An article on its way into the records: proposed, reviewed, approved, withdrawn."""
