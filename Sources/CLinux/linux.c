#define _GNU_SOURCE
#include "CLinux.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

int linux_open_beneath(int directory, const char *name, int flags, mode_t mode) {
    struct open_how how = {
        .flags = (uint64_t)(unsigned)flags,
        .mode = flags & O_CREAT ? mode : 0,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV,
    };
    int file = (int)syscall(SYS_openat2, directory, name, &how, sizeof how);
    return file == -1 && errno == ENOSYS ? openat(directory, name, flags | O_NOFOLLOW, mode) : file;
}

int linux_rename_noreplace(int from, const char *old_name, int to, const char *new_name) {
    if (renameat2(from, old_name, to, new_name, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL) return -1;
    return linkat(from, old_name, to, new_name, 0) == 0 ? unlinkat(from, old_name, 0) : -1;
}

ssize_t linux_getdents(int directory, void *buffer, size_t capacity) {
    return getdents64(directory, buffer, capacity);
}

int linux_is_free_of_writers(int file) {
    if (fcntl(file, F_SETLEASE, F_RDLCK) == 0) {
        fcntl(file, F_SETLEASE, F_UNLCK);
        return 1;
    }
    return errno == EAGAIN ? 0 : -1;
}

void linux_begin_writeback(int file) { sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE); }

long linux_file_system_type(int file) {
    struct statfs status;
    return fstatfs(file, &status) == 0 ? (long)status.f_type : 0;
}

int linux_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int linux_spawn_addclosefrom(posix_spawn_file_actions_t *actions, int lowest) {
    return posix_spawn_file_actions_addclosefrom_np(actions, lowest);
}

void linux_widen_pipe(int end, int bytes) { fcntl(end, F_SETPIPE_SZ, bytes); }

void linux_keep_freed_memory(void) {
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most that it takes
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
}

void linux_keep_some_freed_memory(void) {
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
    mallopt(M_TOP_PAD, 256 << 10);
}

void linux_give_back_freed_memory(void) { malloc_trim(0); }

const char *linux_error_name(int code) {
    return strerrorname_np(code);
}

int linux_can_limit_address_space(void) {
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    return 0;
#else
    return 1;
#endif
}

ssize_t linux_find(const void *bytes, size_t count, const void *word, size_t length) {
    const char *place = memmem(bytes, count, word, length);
    return place ? place - (const char *)bytes : -1;
}
