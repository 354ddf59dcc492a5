"""Next quarter's workbook, authored afresh from the last one."""

from generator.workbook.rollover.last import LastBook, read_last
from generator.workbook.rollover.left_behind import LeftBehind
from generator.workbook.rollover.roll_over import RolledOver, roll_over

__all__ = ["LastBook", "LeftBehind", "RolledOver", "read_last", "roll_over"]
