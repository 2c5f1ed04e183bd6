"""Disks of our own: file systems in files, mounted by loop, and cut off from their power."""
import os
import shutil
import subprocess

from interception import MEMORY, Place, Unavailable


def do(*words):
    """Runs a command that has to succeed."""
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise Unavailable(f'{" ".join(words)}: {done.stdout.strip()[-300:]}')
    return done.stdout


def need(*tools):
    """Skips where this is not root, or a tool is missing and cannot be installed."""
    if os.geteuid():
        raise Unavailable('needs root: mount')
    packages = {'mkfs.xfs': 'xfsprogs', 'mkfs.ext4': 'e2fsprogs', 'losetup': 'mount'}
    missing = [tool for tool in tools if not shutil.which(tool)]
    if missing:
        subprocess.run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends',
                        *(packages.get(tool, tool) for tool in missing)],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, 'DEBIAN_FRONTEND': 'noninteractive'})
    missing = [tool for tool in tools if not shutil.which(tool)]
    if missing:
        raise Unavailable(f'needs {", ".join(missing)}')


class Mount:
    """A mount, taken away at the end."""

    def __init__(self, what, where, *options):
        os.makedirs(where, exist_ok=True)
        do('mount', *options, what, where)
        self.path = where

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        if subprocess.run(['umount', self.path], stderr=subprocess.DEVNULL).returncode:
            subprocess.run(['umount', '-l', self.path], stderr=subprocess.DEVNULL)


class Shelf:
    """A place for images of disks that can be copied in an instant, as they are: by reflink, on XFS in memory.

    A plain copy of a mounted image is torn, since the disk is written while it is copied.
    """

    def __init__(self):
        need('mkfs.xfs', 'mkfs.ext4', 'losetup')

    def __enter__(self):
        self.place = Place(MEMORY)
        image = f'{self.place.path}/shelf'
        with open(image, 'wb') as file:
            file.truncate(4 << 30)
        try:
            do('mkfs.xfs', '-q', '-m', 'reflink=1', image)
            self.mount = Mount(image, f'{self.place.path}/images', '-o', 'loop')
        except BaseException:
            self.place.__exit__()
            raise
        self.path = self.mount.path
        return self

    def __exit__(self, *_):
        self.mount.__exit__()
        self.place.__exit__()

    def make(self, name, kind):
        """A new disk of a file system; the path of its image."""
        image = f'{self.path}/{name}'
        with open(image, 'wb') as file:
            file.truncate(64 << 20 if kind == 'ext4' else 320 << 20)
        do(f'mkfs.{kind}', '-q', image)
        return image

    def copy(self, image, name):
        """The image as it is at this instant."""
        do('cp', '--reflink=always', image, f'{self.path}/{name}')
        return f'{self.path}/{name}'

    def mounted(self, image, kind):
        """The image as a mounted disk; its journal is replayed if need be."""
        where = f'{self.place.path}/on-{os.path.basename(image)}'
        return Mount(image, where, '-o', 'loop,nouuid' if kind == 'xfs' else 'loop')
