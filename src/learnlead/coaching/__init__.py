"""What a coach receives: which lines may leave, under which names, and how a bundle is made up."""
