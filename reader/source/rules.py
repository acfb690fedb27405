"""The rules of the issue format: each has a code, a severity and a summary."""

from __future__ import annotations

from reader.model.record import record
from reader.source.diagnostic import ERROR, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reader.source.diagnostic import Severity

    RuleFamily = Literal["F", "Y", "S", "R", "P", "L", "T", "I"]

RULE_FAMILIES: dict[RuleFamily, str] = {
    "F": "the file",
    "Y": "YAML",
    "S": "the shape",
    "R": "references",
    "P": "pages",
    "L": "languages",
    "T": "text",
    "I": "leftovers of an import",
}
"""The subject of each family of rules, by the first letter of their codes."""


@record
class Rule:
    """A rule: the severity of a breach, and a summary of the fault without a full stop."""

    severity: Severity
    summary: str


RULES: dict[str, Rule] = {
    "F101": Rule(ERROR, "the file cannot be read"),
    "F102": Rule(ERROR, "this is not an ordinary file"),
    "F103": Rule(ERROR, "the file is too large"),
    "F104": Rule(ERROR, "the file is not UTF-8"),
    "F105": Rule(ERROR, "the file is empty"),
    "F106": Rule(ERROR, "the file was changed while it was read"),
    "F107": Rule(ERROR, "the program failed at this file"),
    "Y201": Rule(ERROR, "this is not YAML"),
    "Y202": Rule(ERROR, "a key occurs twice in a mapping"),
    "Y203": Rule(ERROR, "tags are not allowed"),
    "Y204": Rule(ERROR, "values are nested too deep"),
    "Y205": Rule(ERROR, "the file holds too many values"),
    "Y206": Rule(ERROR, "a second document begins"),
    "Y207": Rule(ERROR, "a key is not a text"),
    "Y208": Rule(ERROR, "an alias has no anchor before it"),
    "S301": Rule(ERROR, "a value is of the wrong kind"),
    "S302": Rule(ERROR, "a key is unknown here"),
    "S303": Rule(ERROR, "a required key is missing"),
    "S304": Rule(ERROR, "a block has no known kind"),
    "S305": Rule(ERROR, "a value does not have the form that its key needs"),
    "S306": Rule(ERROR, "a value is empty"),
    "S307": Rule(ERROR, "a language is not allowed here"),
    "S308": Rule(ERROR, "an issue needs two or more different languages"),
    "S309": Rule(ERROR, "the version of the format is unknown"),
    "S310": Rule(ERROR, "an aside is inside another aside"),
    "S311": Rule(ERROR, "a list is deeper than four levels"),
    "S312": Rule(ERROR, "a row of a table has too few or too many cells"),
    "R401": Rule(ERROR, "an id is used twice"),
    "R402": Rule(ERROR, "a figure is not defined"),
    "R403": Rule(WARNING, "a figure is never placed"),
    "R404": Rule(WARNING, "a figure is placed twice"),
    "R405": Rule(WARNING, "the file's name is not its id"),
    "R406": Rule(WARNING, "a picture is missing"),
    "R407": Rule(ERROR, "a picture is a link out of the issue's folder"),
    "R408": Rule(WARNING, "a glossary term occurs twice"),
    "R409": Rule(WARNING, "a picture cannot be shown"),
    "R410": Rule(WARNING, "a picture's name is of another format"),
    "R411": Rule(ERROR, "a note is not defined"),
    "R412": Rule(WARNING, "a note has no mark"),
    "R413": Rule(WARNING, "a note or its mark is missing in one language"),
    "R414": Rule(WARNING, "the mark of a note is where no note can be"),
    "R415": Rule(WARNING, "a recording is missing"),
    "R416": Rule(ERROR, "a recording is a link out of the issue's folder"),
    "R417": Rule(WARNING, "a recording names a passage that is not there"),
    "R418": Rule(WARNING, "the times of a recording go back"),
    "R419": Rule(WARNING, "a name that not every system can have"),
    "R421": Rule(WARNING, "an ISBN is mistyped"),
    "R422": Rule(WARNING, "the identifier of a licence is mistyped"),
    "R423": Rule(WARNING, "a link leads to no place of the issue"),
    "R424": Rule(WARNING, "a link leads to no place of another issue"),
    "P501": Rule(ERROR, "pages run backwards"),
    "P502": Rule(WARNING, "a page is not among the article's pages"),
    "L601": Rule(WARNING, "one language is missing"),
    "L602": Rule(WARNING, "a traditional text has simplified characters"),
    "L603": Rule(ERROR, "the relation of the languages is missing, or not allowed here"),
    "L604": Rule(WARNING, "a translation does not use the glossary's term"),
    "L605": Rule(WARNING, "a text is in the language of its counterpart"),
    "L606": Rule(WARNING, "a text is copied from its counterpart"),
    "L607": Rule(WARNING, "texts seem to be beside the wrong counterparts"),
    "L608": Rule(WARNING, "a simplified text has traditional characters"),
    "T701": Rule(WARNING, "a character that a terminal could obey is replaced"),
    "T702": Rule(WARNING, "half-width punctuation in a Chinese text"),
    "T703": Rule(WARNING, "a space between Chinese characters"),
    "T704": Rule(WARNING, "a link leads to a kind of address that is not opened"),
    "T705": Rule(WARNING, "a radical or compatibility character is in the place of an ordinary one"),
    "T706": Rule(WARNING, "a text of the template is left"),
    "T707": Rule(WARNING, "markup of another format is shown as plain text"),
    "T708": Rule(WARNING, "a blank line in a text does not divide paragraphs"),
    "T709": Rule(WARNING, "a comment cuts a text off"),
    "T710": Rule(WARNING, "a text begins with a language and a wrong colon"),
    "T711": Rule(WARNING, "the lines of verse or code are joined"),
    "T712": Rule(WARNING, "the braces of an annotated, superior or inferior text do not match"),
    "T713": Rule(WARNING, "the first word of a text is taken for an anchor"),
    "T714": Rule(WARNING, "a character was lost, or read in another encoding"),
    "T715": Rule(WARNING, "an ellipsis of full stops, or a dash of hyphens, in a Chinese text"),
    "I801": Rule(WARNING, "two columns may be mixed in one paragraph"),
    "I802": Rule(WARNING, "a drop cap may be separated from its word, or doubled"),
    "I803": Rule(WARNING, "a running head or page number may be left in the body"),
    "I804": Rule(WARNING, "texts of an import have no place yet"),
}
"""Every rule by its code, in the order of the families."""
