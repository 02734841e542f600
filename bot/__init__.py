"""A coach for personal invitations on LinkedIn: interview, critique and weekly challenge."""
