"""Live number formats print what the story printed."""

from decimal import Decimal

import pytest

from generator.charts.native.numbers import label_code
from generator.story.blocks.chart import ValueFormat


@pytest.mark.parametrize(
    ("label", "value", "kind", "code"),
    [
        ("96,4\u202f%", "0.964", ValueFormat.RATE, '#,##0.0%;"−"#,##0.0%'),
        ("95", "0.95", ValueFormat.RATE, '#,##0%;"−"#,##0%'),
        ("1\u202f130", "1130000", ValueFormat.THOUSANDS, '#,##0,;"−"#,##0,'),
        ("333 k€", "333000", ValueFormat.MONEY, '#,##0," k€";"−"#,##0," k€"'),
        ("1,13 M€", "1130000", ValueFormat.MONEY, '#,##0.00,," M€";"−"#,##0.00,," M€"'),
        ("+55", "55000", ValueFormat.THOUSANDS, '+#,##0,;"−"#,##0,;#,##0,'),
        ("−45", "-45000", ValueFormat.THOUSANDS, '#,##0,;"−"#,##0,'),
        ("42", "42", ValueFormat.NUMBER, '#,##0;"−"#,##0'),
        ("1,015", "1015", ValueFormat.NUMBER, '#,##0;"−"#,##0'),
        ("€333k", "333000", ValueFormat.MONEY, '"€"#,##0,"k";"−""€"#,##0,"k"'),
        ("+€55k", "55000", ValueFormat.MONEY, '+"€"#,##0,"k";"−""€"#,##0,"k";"€"#,##0,"k"'),
        ("€1.13M", "1130000", ValueFormat.MONEY, '"€"#,##0.00,,"M";"−""€"#,##0.00,,"M"'),
        ("n. d.", "42", ValueFormat.DECIMAL, "#,##0.0"),
    ],
)
def test_a_live_format_prints_what_the_story_prints(label: str, value: str, kind: ValueFormat, code: str) -> None:
    assert label_code(label, Decimal(value), kind) == code
