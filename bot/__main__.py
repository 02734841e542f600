"""`python -m bot` is `outreach-coach`."""

import sys

from bot.cli import main

sys.exit(main())
