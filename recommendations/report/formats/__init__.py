"""A report in other forms than print. All of them are made from its frozen content, and from nothing else."""
