"""How a figure was made: its formula, its window and filter, the fields that went in, the result."""

from generator.measures.traces.find import keys, trace_of
from generator.measures.traces.trace import Detail, Form, Trace

__all__ = ["Detail", "Form", "Trace", "keys", "trace_of"]
