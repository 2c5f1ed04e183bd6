/* Runs a program and does something to it at chosen system calls.
 *
 *   intercept [--log FILE] [--root DIR] [--ask OUT IN] [--at PATTERN FIRST LAST ACTION]... -- COMMAND...
 *
 * Every system call of the process and its threads has a label: the call and what it is about, paths below DIR given
 * relative to it, and names that are minted anew in each run (26 characters of a claim, numbers of descriptors)
 * replaced, so that the same step has the same label whichever thread takes it:
 *
 *   renameat2 .state/work/ID,a.txt.in .state/work/ID,a.txt.pub
 *
 * PATTERN is one of fnmatch(3) for labels; the rule counts what it matches, and acts from the FIRSTth to the LASTth
 * call (LAST 0: for ever). ACTION is one of
 *
 *   kill          SIGKILL to the process before the call is made
 *   kill-after    SIGKILL to the process after the call was made
 *   error=N       the call is not made and fails with errno N
 *   late-error=N  the call is made, and its caller is told errno N
 *   skip          the call is not made, and its caller is told 0
 *   short         a write is made of half its bytes
 *   hold          the thread waits for 0.3 s at the call, while the others go on
 *   ask           writes the label and a newline to descriptor OUT, and goes on when a byte comes from IN
 *
 * FILE gets a line for each call in the order of their beginnings ("> LABEL"), of their ends ("< RESULT LABEL"), and
 * of what was done ("! ACTION LABEL"). Children of the process run free. SIGTERM and the exit status are passed on.
 *
 * Needs call_names.h: a table `call_names` of the names of this architecture's calls by their numbers.
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <elf.h>
#include <errno.h>
#include <fnmatch.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include "call_names.h"

enum { LABEL = 2048, THREADS = 512, RULES = 64 };

struct rule {
    const char *pattern, *action;
    long first, last, seen;
};
struct thread {
    pid_t id;
    int is_inside;          /* between a call's beginning and its end */
    const char *pending;    /* what is still to be done at its end */
    char label[LABEL];
};

static struct rule rules[RULES];
static int rule_count;
static struct thread threads[THREADS];
static const char *root = "";
static int ask_out = -1, ask_in = -1;
static FILE *log_file;
static pid_t process;

/* What the arguments of a call are: d a descriptor, p a path (relative to the descriptor before it), . anything. */
static const struct { const char *name, *arguments; } signatures[] = {
    {"openat", "dp"}, {"openat2", "dp"}, {"renameat2", "dpdp"}, {"renameat", "dpdp"}, {"linkat", "dpdp"},
    {"unlinkat", "dp"}, {"mkdirat", "dp"}, {"newfstatat", "dp"}, {"fstatat", "dp"}, {"statx", "dp"}, {"faccessat", "dp"},
    {"faccessat2", "dp"}, {"readlinkat", "dp"}, {"symlinkat", ".dp"}, {"utimensat", "dp"}, {"fchmodat", "dp"},
    {"inotify_add_watch", ".p"}, {"mkdir", "p"}, {"open", "p"}, {"rename", "pp"}, {"unlink", "p"}, {"access", "p"},
    {"readlink", "p"}, {"stat", "p"}, {"lstat", "p"}, {"statfs", "p"}, {"chdir", "p"}, {"execve", "p"}, {"read", "d"},
    {"write", "d"}, {"pread64", "d"}, {"pwrite64", "d"}, {"readv", "d"}, {"writev", "d"}, {"fsync", "d"},
    {"fdatasync", "d"}, {"syncfs", "d"}, {"sync_file_range", "d"}, {"fallocate", "d"}, {"close", "d"}, {"fstat", "d"},
    {"fstatfs", "d"}, {"getdents64", "d"}, {"ftruncate", "d"}, {"fchmod", "d"}, {"fchown", "d"}, {"lseek", "d"},
    {"flock", "d"}, {"fcntl", "d"}, {"ioctl", "d"}, {"sendto", "d"}, {"sendmsg", "d"}, {"connect", "d"},
    {"copy_file_range", "d.d"}, {"sendfile", "dd"},
};

static void die(const char *what) {
    perror(what);
    exit(70);
}

/* Replaces what differs from run to run, and what would break a line. */
static void append(char *label, const char *text) {
    size_t end = strlen(label);
    for (const char *c = text; *c && end < LABEL - 8;) {
        size_t run = strspn(c, "0123456789abcdefghjkmnpqrstvwxyz");
        if (run >= 26 && c[0] == '0') {
            memcpy(label + end, "ID", 2);
            end += 2;
            c += 26;
        } else if (!strncmp(c, "/fd/", 4)) {
            memcpy(label + end, "/fd/N", 5);
            end += 5;
            c += 4 + strspn(c + 4, "0123456789");
        } else if (isprint((unsigned char)*c)) {
            label[end++] = *c++;
        } else {
            end += sprintf(label + end, "\\x%02x", (unsigned char)*c++);
        }
    }
    label[end] = 0;
}

static void append_path(char *label, const char *path) {
    size_t length = strlen(root);
    if (length && !strncmp(path, root, length) && (!path[length] || path[length] == '/'))
        path = path[length] ? path + length + 1 : ".";
    append(label, path);
}

/* What a descriptor stands for: a path, or the kind of what has none. */
static void describe(pid_t thread, int descriptor, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/%d/fd/%d", thread, descriptor);
    ssize_t length = readlink(link, path, size - 1);
    path[length < 0 ? 0 : length] = 0;
    if (length < 0) snprintf(path, size, descriptor < 0 ? "" : "closed");
    char *number = strstr(path, ":[");
    if (number) *number = 0;
    if ((number = strstr(path, " (deleted)"))) *number = 0;
}

static void read_string(pid_t thread, uint64_t address, char *text, size_t size) {
    size_t length = 0;
    while (length < size - 1) {
        size_t chunk = 4096 - (address + length) % 4096;
        if (chunk > size - 1 - length) chunk = size - 1 - length;
        struct iovec here = {text + length, chunk}, there = {(void *)(uintptr_t)(address + length), chunk};
        if (process_vm_readv(thread, &here, 1, &there, 1, 0) != (ssize_t)chunk) break;
        size_t found = strnlen(text + length, chunk);
        length += found;
        if (found < chunk) break;
    }
    text[length] = 0;
}

static int is_futex_wait(uint64_t operation) {
    operation &= 127; // without the flags
    return operation == 0 || operation == 9; // FUTEX_WAIT, FUTEX_WAIT_BITSET
}

static void make_label(pid_t thread, const struct __ptrace_syscall_info *info, char *label) {
    uint64_t number = info->entry.nr;
    const char *name = number < sizeof call_names / sizeof *call_names && call_names[number] ? call_names[number] : "unknown";
    snprintf(label, LABEL, "%s", name);
    // What wakes others cannot be interrupted as what waits can.
    if (!strcmp(name, "futex")) append(label, is_futex_wait(info->entry.args[1]) ? " wait" : " wake");
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        if (strcmp(signatures[i].name, name)) continue;
        char folder[LABEL] = "", path[LABEL];
        for (int k = 0; signatures[i].arguments[k]; k++) {
            uint64_t argument = info->entry.args[k];
            char kind = signatures[i].arguments[k];
            if (kind == 'd') {
                describe(thread, (int)argument, folder, sizeof folder);
                if (signatures[i].arguments[k + 1] != 'p') {
                    append(label, " ");
                    append_path(label, folder);
                }
            } else if (kind == 'p') {
                read_string(thread, argument, path, sizeof path);
                char whole[2 * LABEL + 2];
                if (path[0] == '/' || !folder[0]) snprintf(whole, sizeof whole, "%s", path);
                else if (!path[0]) snprintf(whole, sizeof whole, "%s", folder);
                else snprintf(whole, sizeof whole, "%s/%s", folder, path);
                append(label, " ");
                append_path(label, whole);
                folder[0] = 0;
            }
        }
        return;
    }
}

static void set_result(pid_t thread, long result) {
#if defined __x86_64__
    if (ptrace(PTRACE_POKEUSER, thread, offsetof(struct user_regs_struct, rax), result)) die("PTRACE_POKEUSER");
#elif defined __aarch64__
    struct user_regs_struct registers;
    struct iovec io = {&registers, sizeof registers};
    if (ptrace(PTRACE_GETREGSET, thread, NT_PRSTATUS, &io)) die("PTRACE_GETREGSET");
    registers.regs[0] = (uint64_t)result;
    if (ptrace(PTRACE_SETREGSET, thread, NT_PRSTATUS, &io)) die("PTRACE_SETREGSET");
#else
#error "this architecture is not known here"
#endif
}

static void make_no_call(pid_t thread) {
#if defined __x86_64__
    if (ptrace(PTRACE_POKEUSER, thread, offsetof(struct user_regs_struct, orig_rax), -1L)) die("PTRACE_POKEUSER");
#else
    int none = -1;
    struct iovec io = {&none, sizeof none};
    if (ptrace(PTRACE_SETREGSET, thread, NT_ARM_SYSTEM_CALL, &io)) die("PTRACE_SETREGSET");
#endif
}

static void halve_count(pid_t thread, uint64_t count) {
    if (count < 2) return;
#if defined __x86_64__
    if (ptrace(PTRACE_POKEUSER, thread, offsetof(struct user_regs_struct, rdx), count / 2)) die("PTRACE_POKEUSER");
#else
    struct user_regs_struct registers;
    struct iovec io = {&registers, sizeof registers};
    if (ptrace(PTRACE_GETREGSET, thread, NT_PRSTATUS, &io)) die("PTRACE_GETREGSET");
    registers.regs[2] = count / 2;
    if (ptrace(PTRACE_SETREGSET, thread, NT_PRSTATUS, &io)) die("PTRACE_SETREGSET");
#endif
}

__attribute__((format(printf, 1, 2))) static void note(const char *format, ...) {
    if (!log_file) return;
    va_list arguments;
    va_start(arguments, format);
    vfprintf(log_file, format, arguments);
    va_end(arguments);
}

/* The thread that is held at a call; 0 where none is. */
static pid_t held;

static void wake(int number) { (void)number; }

static void release(void) {
    struct itimerval left;
    getitimer(ITIMER_REAL, &left);
    if (!held || left.it_value.tv_sec || left.it_value.tv_usec) return;
    pid_t id = held;
    held = 0;
    ptrace(PTRACE_SYSCALL, id, 0, 0);
}

static int is(const char *action, const char *name) { return !strncmp(action, name, strlen(name)); }

static void begin(struct thread *thread, const struct __ptrace_syscall_info *info) {
    make_label(thread->id, info, thread->label);
    thread->pending = NULL;
    note("> %s\n", thread->label);
    for (int i = 0; i < rule_count; i++) {
        struct rule *rule = &rules[i];
        if (fnmatch(rule->pattern, thread->label, 0)) continue;
        rule->seen++;
        if (rule->seen < rule->first || (rule->last && rule->seen > rule->last)) continue;
        note("! %s %s\n", rule->action, thread->label);
        if (!strcmp(rule->action, "kill")) {
            kill(process, SIGKILL);
        } else if (!strcmp(rule->action, "ask")) {
            char answer;
            dprintf(ask_out, "%s\n", thread->label);
            while (read(ask_in, &answer, 1) == -1 && errno == EINTR) {}
        } else if (!strcmp(rule->action, "hold")) {
            if (held) continue; /* one at a time */
            held = thread->id;
            setitimer(ITIMER_REAL, &(struct itimerval){.it_value = {0, 300000}}, NULL);
        } else if (!strcmp(rule->action, "short")) {
            halve_count(thread->id, info->entry.args[2]);
        } else {
            if (is(rule->action, "error=") || !strcmp(rule->action, "skip")) make_no_call(thread->id);
            thread->pending = rule->action;
        }
    }
}

static void end(struct thread *thread, const struct __ptrace_syscall_info *info) {
    const char *action = thread->pending;
    long result = (long)info->exit.rval;
    if (action) {
        const char *number = strchr(action, '=');
        if (number) set_result(thread->id, result = -atol(number + 1));
        else if (!strcmp(action, "skip")) set_result(thread->id, result = 0);
        else if (!strcmp(action, "kill-after")) kill(process, SIGKILL);
        thread->pending = NULL;
    }
    note("< %ld %s\n", result, thread->label);
}

static struct thread *find(pid_t id, int *is_new) {
    struct thread *free_one = NULL;
    for (int i = 0; i < THREADS; i++) {
        if (threads[i].id == id) { *is_new = 0; return &threads[i]; }
        if (!threads[i].id && !free_one) free_one = &threads[i];
    }
    if (!free_one) { fprintf(stderr, "intercept: too many threads\n"); exit(70); }
    memset(free_one, 0, sizeof *free_one);
    free_one->id = id;
    *is_new = 1;
    return free_one;
}

static void pass_on(int number) {
    if (process > 0) kill(process, number);
}

static int trace(void) {
    int status, is_running = 0;
    sigaction(SIGALRM, &(struct sigaction){.sa_handler = wake}, NULL); /* it interrupts waitpid */
    while (1) {
        release();
        pid_t id = waitpid(-1, &status, __WALL);
        if (id == -1 && errno == EINTR) continue;
        if (id == -1) return 70;
        int is_new;
        struct thread *thread = find(id, &is_new);
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            thread->id = 0;
            if (id != process) continue;
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        int signal = WSTOPSIG(status), event = status >> 16;
        if (signal == (SIGTRAP | 0x80)) {
            signal = 0;
            struct __ptrace_syscall_info info;
            if (is_running && ptrace(PTRACE_GET_SYSCALL_INFO, id, sizeof info, &info) > 0) {
                if (info.op == PTRACE_SYSCALL_INFO_ENTRY) begin(thread, &info);
                else if (info.op == PTRACE_SYSCALL_INFO_EXIT && thread->label[0]) end(thread, &info);
            }
        } else if (event) {
            if (event == PTRACE_EVENT_EXEC) is_running = 1;
            signal = 0;
        } else if (is_new && signal == SIGSTOP) {
            signal = 0;
        }
        if (id != held) ptrace(PTRACE_SYSCALL, id, 0, signal);
    }
}

int main(int count, char **words) {
    int i = 1;
    for (; i < count && strcmp(words[i], "--"); i++) {
        if (!strcmp(words[i], "--log") && i + 1 < count) {
            if (!(log_file = fopen(words[++i], "we"))) die(words[i]);
        } else if (!strcmp(words[i], "--root") && i + 1 < count) {
            root = words[++i];
        } else if (!strcmp(words[i], "--ask") && i + 2 < count) {
            ask_out = atoi(words[++i]);
            ask_in = atoi(words[++i]);
        } else if (!strcmp(words[i], "--at") && i + 4 < count && rule_count < RULES) {
            rules[rule_count++] = (struct rule){words[i + 1], words[i + 4], atol(words[i + 2]), atol(words[i + 3]), 0};
            i += 4;
        } else {
            break;
        }
    }
    if (i + 1 >= count || strcmp(words[i], "--")) {
        fprintf(stderr, "usage: intercept [--log FILE] [--root DIR] [--ask OUT IN] [--at PATTERN FIRST LAST ACTION]... -- COMMAND...\n");
        return 64;
    }
    if ((process = fork()) == 0) {
        if (ptrace(PTRACE_TRACEME, 0, 0, 0)) die("PTRACE_TRACEME");
        raise(SIGSTOP);
        /* The descriptors of "ask" are not the program's. */
        close(ask_out);
        close(ask_in);
        execvp(words[i + 1], words + i + 1);
        die(words[i + 1]);
    }
    struct sigaction action = {.sa_handler = pass_on};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    int is_new, status;
    find(process, &is_new);
    if (waitpid(process, &status, 0) != process || !WIFSTOPPED(status)) die("waitpid");
    long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
    if (ptrace(PTRACE_SETOPTIONS, process, 0, options)) die("PTRACE_SETOPTIONS");
    if (ptrace(PTRACE_SYSCALL, process, 0, 0)) die("PTRACE_SYSCALL");
    int result = trace();
    if (log_file) fclose(log_file);
    return result;
}
