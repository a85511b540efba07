"""All frameworks of this folder, by name."""

from tests.frameworks.documents import FOLDER, framework
from tests.frameworks.level_competence import level_competence
from tests.frameworks.samm import samm
from tests.frameworks.siri import siri
from tests.frameworks.variants import anchored, lower_of_two

FILES = {file.stem: framework(file.stem) for file in sorted(FOLDER.glob("*.yaml"))}
BUILT = {
    "samm": samm(),
    "samm_streams": samm(by_streams=True),
    "siri": siri(),
    "level_competence": level_competence(),
    "vda_isa_anchored": anchored(),
    "two_tracks_lower": lower_of_two(),
}
FRAMEWORKS = FILES | BUILT
