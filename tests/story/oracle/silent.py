"""The messages that claim nothing about the plan, by what they are: the oracle need not judge them."""

from __future__ import annotations

import re

SILENT: dict[str, str] = {
    r"(not_available|at_most|days|days_long|minutes|span|quoted|presented)": "how a value is printed",
    r"(target|total|others|ref|reference|entity|owner|due|status|objectives_word|takeaways|internal|confidential|"
    r"plan_confidential|page|contents|figures|figure|table|subsection)": "a word of the furniture",
    r"(deck_title|plan_title|footer|plan_header|plan_footer)": "names of the documents, copied from the account form",
    r"(annex_word|missing_title)": "a word of the furniture",
    r"(section|stage|chapter)\..*": "names of parts",
    r"annex\.(?!see).*": "names of annexes",
    r"revenue\.joint\..*": "a word that joins two parts; which one is judged with the second",
    r"place\.(chapter|annexes|plan)": "a word of a place; the place is judged whole",
    r"more_rows|parts\.apart": "what an outline that a person chose leaves out; counted where such outlines are tried",
    r"[a-z]+\.(title|title_client)|decisions\.(past|next|register)_title|changes\.rows_title|"
    r"people\.(grid_title|organisation\.title)": "a title",
    r"[a-z]+\.coaching": "how to say it",
    r"talk\.(open|show|objection|answer|ask|minute|next_dated)": "what a note is; what it says is judged",
    r"(objectives|actions|decisions\.past|summary|agenda|quality|people|paths|whitespace|pipeline|landscape|coverage|"
    r"coherence|animation)[._]note": "how a figure is reckoned",
    r"(kpis|revenue|objectives|actions|risks|decisions|quality|people|paths|whitespace|pipeline|landscape|"
    r"governance|coverage|coherence|animation|revisions|client)"
    r"\.(caption|caption_client|table_caption|schedule_caption|register_caption|past_caption|line_caption|columns_caption|"
    r"grid_caption|overview_caption|off_caption|ahead_caption|dashboard_caption|definitions_caption|swot_caption|bodies_caption|raci_caption|sla_caption|training_caption|goals_caption|amendments_caption)":
        "what an exhibit is",
    r"revenue\.table_caption_client|contracts\.amendments_caption": "what an exhibit is",
    r"people\.stance\..*|paths\.does\..*": "what an attitude or a power is called in a sentence",
    r"so_what|follows": "what joins two parts that are judged",
    r"(people|whitespace|paths)\.letter\..*": "a letter of a code",
    r"glossary\..*": "what a word of the method means",
    r"cover\.(deck_kicker|plan_kicker|for_client|for_supplier|document|version)": "labels of the cover",
    r"kpis\.(gap|first|line|moved|definition|formula|filter|scope|count|data|actions|actions_label|"
    r"reading_label)": "a label",
    r"kpis\.(definition|formula|data)\..*": "how a KPI is reckoned, and from what",
    r"contracts\.(to_extend|to_renew|row_title|contract|offers|signed|term|annual|renewal|notice|subject|description|"
    r"impact|new_end)": "a header, or what is to be done of a contract",
    r"contracts\.(quarter|strip\.title)": "what an exhibit prints",
    r"contracts\.renewal_words": "by which words a path is known to be one of renewals",
    r"revenue\.(columns_title|columns_title_client|margin_title|margin|budget|source_scale|gap_title|offers_title|"
    r"offers_title_budget|offers_title_margin)": "a label",
    r"objectives\.(objective|bar|current|stops|moves|linked|goals_title|objectives_title|type|actions_label|indicators_label|comment_label|actions|indicators)":
        "a label",
    r"smart\.[smart]": "a label",
    r"actions\.(serves|action|addressee|progress|progress_short)": "a header",
    r"risks\.(probability|impact|type|risk|p|i|score|response)": "a header",
    r"decisions\.(decision|meeting|options|impact|inaction|recommendation|decider|due)": "a header",
    r"next\.kind\..*": "what a mark is",
    r"summary\.tile\.(contracts|figures|actions|governance|on_target)": "a label; its figure is judged",
    r"summary\.(ambition|request_terms)": "a label",
    r"summary\.legend\..*": "what a mark is",
    r"agenda\.(items|source|source_client)": "a label",
    r"quality\.(columns_title|source|source_client|all_tickets|within|gap|critical_title|year_title|of_which_critical|"
    r"change|all_entities|answers|in_a_year)": "a label",
    r"people\.(role|attitude|counterpart_title|name|function|last_contact|fact)": "a header",
    r"whitespace\.(unit|to_win|codes|legend\.held|code\..*|holder\..*|ineligible|unestimated|source)":
        "what a cell or a letter is",
    r"pipeline\.(apart_title|bridge_caption|bridge_title|odds|weighted_in|to_sign|selling|gap|missing|bars_title|deal|objective|stage|amount|probability|weighted|decision|decider)":
        "a header",
    r"landscape\.(name|type|offers|entities|threat|strengths|weaknesses|quadrant\..*)": "a header",
    r"governance\.(body|type|cadence|duration|mission|chair|client_members|supplier_members|objectives|planned|held|"
    r"last|next|on_cadence)": "a header",
    r"coverage\.corner": "a header",
    r"coherence\.(code|finding|remedy|place)": "a header",
    r"animation\.(activity|role\..*|sla_label|training_label|commitment|provider|receiver|period|achieved|person|topic|"
    r"planned|done|source|source_client)": "a header",
    r"revisions\.(version|date|author|reason|source|source_client)": "a header",
    r"client\.(type|parent|segment|contracts|goal|horizon|owner|stated|objectives|source|source_client)": "a header",
    r"sources\.(sheet|table|rows)": "a header",
    r"since\.(both|legend|none_label|alt\.group)": "what joins two parts that are judged, or a label",
    r"changes\.(kpi\.(name|change|before|after|label)|column\..*|kind\..*|yes|no|blank|field|detail|detail_elsewhere|unknown_detail|"
    r"source_first|source_first_client)": "a header, or a value as it is",
    r"changes\.(slips|others|more_fields|more_rows)": "what joins or ends a list whose rows are judged",
    r"coherence\.(headline\.(warnings|infos)|more|source)": "of the findings, which are no rows of the plan",
}  # fmt: skip


def is_silent(key: str) -> bool:
    """Tell whether a message claims nothing about the plan."""
    name = key.removeprefix("story.")
    return any(re.fullmatch(pattern, name) for pattern in SILENT)
