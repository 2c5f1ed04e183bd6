#ifndef CLINUX_H
#define CLINUX_H

/// Linux calls that Swift cannot import: variadic, hidden behind feature macros, or without a glibc wrapper.
/// Each returns -1 and sets errno on failure, as the call behind it does.

#include <spawn.h>
#include <stdint.h>
#include <sys/types.h>

/// openat2(2): opens the one-component `name` in `directory`, following no link and crossing no mount (EXDEV).
/// A kernel without the call opens it by openat(2) with O_NOFOLLOW, which crosses mounts.
int linux_open_beneath(int directory, const char *name, int flags, mode_t mode);

/// renameat2(2) with RENAME_NOREPLACE; by link(2) and unlink(2) where the file system lacks the flag.
int linux_rename_noreplace(int from, const char *old_name, int to, const char *new_name);

/// getdents64(2): fills `buffer` with directory records and returns how many bytes, 0 at the end.
ssize_t linux_getdents(int directory, void *buffer, size_t capacity);

/// Whether nobody holds the file open for writing: 1 where that is sure, 0 where somebody does, -1 where the kernel
/// does not tell (the file belongs to somebody else, or its file system knows no leases).
int linux_is_free_of_writers(int file);

/// sync_file_range(2): has the kernel begin to write the file's content to the disk. A failure of the disk is left for fsync(2).
void linux_begin_writeback(int file);

/// The f_type of statfs(2) of the file system that an open file lies on; 0 where it cannot be asked.
long linux_file_system_type(int file);

/// pipe2(2) with O_CLOEXEC.
int linux_pipe(int ends[2]);

/// Gives the pipe behind a descriptor room for `bytes`, as far as the user may; no harm where it is no pipe.
void linux_widen_pipe(int end, int bytes);

/// Has malloc keep the memory that is freed for what is allocated next, where it would give it back to the kernel.
void linux_keep_freed_memory(void);

/// The same for a few MB, and for all threads together.
void linux_keep_some_freed_memory(void);

/// Gives freed memory back to the kernel now.
void linux_give_back_freed_memory(void);

/// Whether a limit of address space can be lived with: 0 in a build with a sanitizer, whose shadow memory is larger.
int linux_can_limit_address_space(void);

/// posix_spawn_file_actions_addclosefrom_np(3).
int linux_spawn_addclosefrom(posix_spawn_file_actions_t *actions, int lowest);

/// The name of an error (`ENOSPC`); NULL where it has none.
const char *linux_error_name(int code);

/// memmem(3): where a word stands first among some bytes; -1 where it does not.
ssize_t linux_find(const void *bytes, size_t count, const void *word, size_t length);

/// epoll_create1(2).
int linux_poll(void);

/// A descriptor by which other threads end the wait: each linux_ring() hands the token out once, and nobody reads it.
int linux_bell(int poll, uint64_t token);
void linux_ring(int bell);

/// Adds a file to those that linux_wait() waits for, and the token that it then hands out: as long as there is something
/// to read, or, `for_writing`, each time that there is room again.
int linux_watch(int poll, int file, int for_writing, uint64_t token);

/// Takes a file out of those again.
void linux_unwatch(int poll, int file);

/// epoll_wait(2): fills `tokens`, 64 at most, and returns how many; -1 milliseconds are for ever.
int linux_wait(int poll, uint64_t *tokens, int capacity, int milliseconds);

/// From now on SIGTERM, SIGINT and SIGHUP make the descriptor that is returned readable. To be called once.
int linux_catch_signals(void);

/// How many signals came since the last call: in the low half SIGHUP, in the high half SIGTERM and SIGINT.
uint64_t linux_take_signals(int caught);

/// Names the thread that calls this, in 15 bytes at most.
void linux_name_thread(const char *name);

#endif
