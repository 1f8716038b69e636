"""People with phones: what they mean to do, what they type and tap, and how they read at the end what was kept."""
