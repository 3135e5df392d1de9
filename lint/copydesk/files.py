"""Finds the articles to check under the paths that the user gives."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from copydesk.errors import UnreadableError
from copydesk.globs import Globs
from copydesk.markup import SUFFIXES
from copydesk.paths import absolute, exists, is_file, is_folder
from copydesk.settings import ConfigTree

STDIN = Path("-")

Found = Path | UnreadableError

_NOT_UTF8 = "is not searched, for its name is not UTF-8"


class Search(NamedTuple):
    """How to search, besides what the configuration says.

    Attributes:
        exclude: What to leave out.
        force_exclude: Whether to leave out files passed by name, too.
        gitignore: Whether to leave out what git ignores, unless the configuration says not to.
        stdin_name: The name of what `-` reads.
    """

    exclude: Globs = Globs(Path())
    force_exclude: bool = False
    gitignore: bool = True
    stdin_name: Path = STDIN


class Exclusions:
    """What is left out, by the command line or by the configuration closest to each path."""

    def __init__(self, configs: ConfigTree, exclude: Globs) -> None:
        """Leaves out what matches `exclude`, besides what the configurations say."""
        self._configs = configs
        self._exclude = exclude
        self._folders: dict[Path, bool] = {}

    def cover(self, path: Path) -> bool:
        """Whether a file, or a folder above it, is left out."""
        path = absolute(path)
        return self._cover_folder(path.parent) or self._match(path)

    def _cover_folder(self, folder: Path) -> bool:
        # From the top, for a configuration in an excluded folder has no say.
        if folder not in self._folders:
            is_root = folder.parent == folder
            self._folders[folder] = not is_root and (
                self._cover_folder(folder.parent) or self._match(folder, is_folder=True)
            )
        return self._folders[folder]

    def _match(self, path: Path, *, is_folder: bool = False) -> bool:
        globs = (self._exclude, self._configs.config(path).exclude)
        return any(glob.match(path, is_folder=is_folder) for glob in globs)


def find_articles(
    paths: Iterable[Path], configs: ConfigTree, search: Search | None = None
) -> Iterator[Found]:
    """The files to check, each once, and an error for each path that cannot be looked into.

    A file passed by name is always among them, and so is `-`, unless excluded by force; a folder
    is searched for the endings that a reader is named for, hidden files left out.

    Raises:
        CopydeskError: A configuration is faulty.
    """
    search = search or Search()
    exclusions = Exclusions(configs, search.exclude)
    seen: set[Path] = set()
    for path in paths:
        for found in _under(path, configs, exclusions, search):
            if isinstance(found, UnreadableError):
                yield found
            elif (place := found if found == STDIN else absolute(found)) not in seen:
                seen.add(place)
                yield found


def _under(
    path: Path, configs: ConfigTree, exclusions: Exclusions, search: Search
) -> Iterator[Found]:
    name = search.stdin_name if path == STDIN else path
    if path != STDIN and (fault := _fault(path)):
        yield UnreadableError(str(path), fault)
    elif path != STDIN and is_folder(path):
        gitignore = search.gitignore and configs.config(path / "-").gitignore
        yield from _in_folder(path, exclusions, gitignore=gitignore)
    elif not (search.force_exclude or configs.config(name).force_exclude) or not exclusions.cover(
        name
    ):
        yield path


def _fault(path: Path) -> str | None:
    """Why a path cannot be looked up; a broken link can, and fails when it is read."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # a NUL in the name
        return "does not exist"
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return None


def _in_folder(folder: Path, exclusions: Exclusions, *, gitignore: bool) -> Iterator[Found]:
    entries = list(_walk(folder, gitignore=gitignore))
    faults = [entry for entry in entries if isinstance(entry, UnreadableError)]
    candidates = sorted(entry for entry in entries if isinstance(entry, Path) and _is_text(entry))
    articles = [path for path in candidates if not exclusions.cover(path)]
    yield from faults
    yield from articles
    if not articles and not faults:
        excluded = " that are not excluded" if candidates else ""
        yield UnreadableError(str(folder), f"holds no articles ({', '.join(SUFFIXES)}){excluded}")


def _is_text(path: Path) -> bool:
    """Whether a path is named like an article and is a file, or a link that leads nowhere."""
    if path.suffix.lower() not in SUFFIXES:
        return False
    return is_file(path) or not exists(path)


def _walk(folder: Path, *, gitignore: bool) -> Iterator[Found]:
    """The visible files and folders below `folder`."""
    import rignore  # noqa: PLC0415  only a folder needs it

    if not _is_utf8(str(folder)):
        yield UnreadableError(str(folder), _NOT_UTF8)
        return
    # Git's ignores hold up to the top of a repository; where there is none, for what lies below.
    parents = (absolute(folder) / "-").parents
    in_repository = any(exists(above / ".git") for above in parents)
    walker = rignore.walk(
        folder,
        ignore_hidden=True,
        read_git_ignore=gitignore,
        read_git_exclude=gitignore,
        read_global_git_ignore=gitignore,
        read_ignore_files=gitignore,
        read_parents_ignores=gitignore and in_repository,
        require_git=in_repository,
    )
    folders = [folder]
    is_whole = True
    for step in _steps(walker):
        if isinstance(step, OSError):  # it names the folder that must not be read
            yield UnreadableError(str(folder), f"cannot be searched whole: {step}")
        elif isinstance(step, ValueError):  # a name that is no UTF-8
            is_whole = False
        else:
            if is_folder(step) and not step.is_symlink():
                folders.append(step)
            yield step
    for path in () if is_whole else dict.fromkeys(folders):
        yield from _undecodable(path)


def _steps(walker: Iterator[Path | None]) -> Iterator[Path | OSError | ValueError]:
    """What a walk comes by; it goes on after an error."""
    while True:
        try:
            path = next(walker, None)
        except (OSError, ValueError) as error:
            yield error
        else:
            if path is None:
                return
            yield path


def _undecodable(folder: Path) -> Iterator[Found]:
    """What lies in a folder under a name that is no UTF-8, which the walk cannot tell."""
    for path in folder.iterdir():
        if _is_utf8(path.name) or path.name.startswith("."):
            continue
        if path.is_dir():
            yield UnreadableError(str(path), _NOT_UTF8)
        else:
            yield path


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
