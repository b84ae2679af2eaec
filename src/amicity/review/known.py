"""What is known when a finding is reviewed: all findings, by group and by report, and the judgements on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from amicity.review.identity import Aliases, aliases, group_keys
from amicity.review.matching import Claim
from amicity.review.naming import renamed, renamings
from amicity.review.rulings import rule, standing
from amicity.terms.finding import Finding, FindingId
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Judgement, JudgementId
from amicity.terms.ruling import Fate, Ruling


@dataclass(frozen=True, slots=True)
class Known:
    """``groups`` and ``reports`` hold claims that nobody rejected, as they read under the judgements."""

    findings: Mapping[FindingId, Finding]
    judgements: Mapping[JudgementId, Judgement]
    standing: frozenset[JudgementId]
    rulings: Mapping[FindingId, Ruling]
    groups: Mapping[str, tuple[Claim, ...]]
    reports: Mapping[str, tuple[Claim, ...]]
    known_as: Aliases
    imprints: Mapping[str, Imprint] = field(default_factory=dict)
    partners: Mapping[str, frozenset[str]] | None = None
    """The countries in which each place (its key) has ties; None where that is not known, and nothing is said of it."""

    @classmethod
    def of(
        cls,
        findings: Iterable[Finding],
        judgements: Iterable[Judgement] = (),
        *,
        imprints: Iterable[Imprint] = (),
        partners: Mapping[str, frozenset[str]] | None = None,
    ) -> "Known":
        """What these findings and judgements let be known, with the imprints of their reports."""
        read = {finding.id: finding for finding in findings}
        all_ = {judgement.id: judgement for judgement in judgements}
        stand = standing(all_.values())
        known_as = aliases(stand)
        groups: dict[str, list[Claim]] = {}
        reports: dict[str, list[Claim]] = {}
        names = renamings(stand)
        ruled = {id_: (ruling, renamed(finding, names)) for id_, (ruling, finding) in rule(read, stand).items()}
        for id_, (ruling, finding) in ruled.items():
            if ruling.fate is not Fate.REJECTED:
                reports.setdefault(finding.report, []).append(Claim(id_, finding))
                for key in group_keys(finding, known_as):
                    groups.setdefault(key, []).append(Claim(id_, finding))
        return cls(
            read,
            all_,
            frozenset(judgement.id for judgement in stand),
            {id_: ruling for id_, (ruling, _) in ruled.items()},
            {key: tuple(claims) for key, claims in groups.items()},
            {key: tuple(claims) for key, claims in reports.items()},
            known_as,
            {imprint.report: imprint for imprint in imprints},
            partners,
        )

    def beside(self, finding: Finding) -> tuple[Claim, ...]:
        """The other claims of the finding's group."""
        keys = group_keys(finding, self.known_as)
        return tuple(claim for key in keys for claim in self.groups.get(key, ()) if claim.id != finding.id)
