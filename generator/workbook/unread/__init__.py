"""What people typed and no table holds: tables with their own headers, copies, cells between tables, other sheets."""

from generator.workbook.unread.tell import Unread, unread

__all__ = ["Unread", "unread"]
