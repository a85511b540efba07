from assessment.scoring.findings import Finding


def finding_words(finding: Finding) -> tuple[str, str]:
    return finding.message, finding.mend
