"""Imported once by the server that workers are forked from: loads what every audit needs, so that no worker loads it again.

The only module of the program that does work when it is imported: that is what a preloaded module is for. It audits a few
invented lines, which loads the checks, the lexicons and the templates, and then moves all of it out of the collector's way.
"""

from __future__ import annotations

import gc

from cpraudit.batch.work import Task, perform
from cpraudit.collector import spare_collector
from cpraudit.config import Settings
from cpraudit.readers import Source

LINES = b"""# Child Practice Review Report

Ynys Afallon Safeguarding Children Board. Concise Child Practice Review, YASCB 1/2020 (invented)

## Circumstances resulting in the review

Child A, a girl aged 4, died on 2 March 2019. Her mother and father said that the health visitor and the police had met them.

## Practice and organisational learning

The panel heard why the social worker thought so. The school did not know, because the record was not shared.

## Recommendations

1. The Health Board will audit its records and report to the Board by March 2021.
"""

perform(Task("warm", "", (Source("warm.md", LINES),), {"cluster": False}, Settings()))
gc.collect()
gc.freeze()
spare_collector()
