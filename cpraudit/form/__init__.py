"""The recommended form: written as a Word file to start from, and held against a draft."""

from cpraudit.form.against import FormPart, held_against
from cpraudit.form.content import FormType
from cpraudit.form.writing import write_form

__all__ = ["FormPart", "FormType", "held_against", "write_form"]
