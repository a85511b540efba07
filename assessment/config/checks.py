"""System checks of the installation as a whole."""

from typing import Any

from django.core.checks import CheckMessage, Warning

from assessment.config.libraries import install_command, missing_packages


def check_pdf_libraries(**options: Any) -> list[CheckMessage]:
    """This function will warn where the PDF cannot be made, or where Chinese fonts take 15 seconds to embed."""
    missing = missing_packages()
    if not missing:
        return []
    return [
        Warning(
            f"System libraries for the PDF are missing: {', '.join(missing)}.",
            hint=install_command(missing),
            id="config.W001",
        )
    ]
