"""What the core needs from the outside, as protocols; the adapters are known to `app` alone."""

from bot.ports.around import Clock, Painter, Place, Places, Sender
from bot.ports.boxes import LONGEST_STORE_PAUSE, Inbox, Letter, Outbox, RawUpdate, Store
from bot.ports.deliveries import CHECK_IN, FIRST_MESSAGE, Deliveries, DeliveryState, Due, Figures
from bot.ports.texts import Languages, Messages, Texts

__all__ = [
    "CHECK_IN",
    "FIRST_MESSAGE",
    "LONGEST_STORE_PAUSE",
    "Clock",
    "Deliveries",
    "DeliveryState",
    "Due",
    "Figures",
    "Inbox",
    "Languages",
    "Letter",
    "Messages",
    "Outbox",
    "Painter",
    "Place",
    "Places",
    "RawUpdate",
    "Sender",
    "Store",
    "Texts",
]
