"""Finds the articles to check under the paths that the user gives."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from copydesk.errors import UnreadableError
from copydesk.globs import Globs
from copydesk.markup import SUFFIXES
from copydesk.settings import ConfigTree


def find_articles(
    paths: Iterable[Path],
    configs: ConfigTree,
    exclude: Globs,
    *,
    force_exclude: bool = False,
    gitignore: bool = True,
) -> Iterator[Path | UnreadableError]:
    """The files to check, each once, and an error for each path that yields none.

    A file passed by name is always among them, and so is `-`, unless excluded by force; a folder
    is searched for the endings that a reader is named for, hidden files left out.

    Args:
        paths: Files, folders, `-`.
        configs: Says what each folder's configuration excludes.
        exclude: What to leave out besides.
        force_exclude: Whether to leave out files passed by name, too.
        gitignore: Whether to leave out what git ignores, if the configuration does.
    """
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found = _in_folder(path, configs, exclude, gitignore=gitignore)
        else:
            found = _by_name(path, configs, exclude, force_exclude=force_exclude)
        for article in found:
            if isinstance(article, UnreadableError):
                yield article
            elif article not in seen:
                seen.add(article)
                yield article


def _by_name(
    path: Path, configs: ConfigTree, exclude: Globs, *, force_exclude: bool
) -> Iterator[Path | UnreadableError]:
    if path != Path("-") and not _exists(path):
        yield UnreadableError(str(path), "does not exist")
        return
    config = configs.config(path)
    forced = force_exclude or config.force_exclude
    if not (forced and (exclude.match(path) or config.exclude.match(path))):
        yield path


def _exists(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()  # a broken link fails when it is read
    except ValueError:  # a NUL in the name
        return False


def _in_folder(
    folder: Path, configs: ConfigTree, exclude: Globs, *, gitignore: bool
) -> Iterator[Path | UnreadableError]:
    ignored = gitignore and configs.config(folder / "-").gitignore
    candidates = sorted(_walk(folder, gitignore=ignored))
    if not candidates:
        yield UnreadableError(str(folder), f"holds no articles ({', '.join(SUFFIXES)})")
    for path in candidates:
        if not exclude.match(path) and not configs.config(path).exclude.match(path):
            yield path


def _walk(folder: Path, *, gitignore: bool) -> Iterator[Path]:
    import rignore  # noqa: PLC0415  only a folder needs it

    for path in rignore.walk(
        folder,
        ignore_hidden=True,
        read_git_ignore=gitignore,
        read_git_exclude=gitignore,
        read_global_git_ignore=gitignore,
        read_ignore_files=gitignore,
        read_parents_ignores=gitignore,
        require_git=False,
    ):
        if path.suffix.lower() in SUFFIXES and not path.is_dir():
            yield path
