/* The floor under any durable drop-folder daemon: the same work on the file system, and nothing else.
 *
 *   spool_limit ROOT FILES INPUT_BYTES OUTPUT_BYTES BATCH THREADS
 *
 * Makes ROOT/{inbox,work,tmp,outbox,done}, drops FILES files into the inbox, and times the durable route of all of them
 * to the outbox: claim by rename, read, write the outputs to tmp, make their bytes durable, commit by rename, publish
 * by rename, append to a history, retire by rename, with one fsync of each folder a batch. OUTPUT_BYTES names the sizes
 * of the outputs of one file, as in 2000,5000. No parsing, no thinking: with this disk, this protocol and this size of
 * batches, no daemon can be faster. THREADS threads share the fdatasyncs of a batch; 0 calls syncfs instead.
 *
 * Prints four numbers: files a second; the median and the 99th percentile of the microseconds that a batch took; the
 * CPU microseconds a file.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MOST_OUTPUTS = 8, MOST_THREADS = 64 };

static int inbox, work, tmp, outbox, done, history;
static char *bytes; /* whatever is written */
static size_t input_size, output_sizes[MOST_OUTPUTS];
static int output_count;

static void die(const char *what) {
    perror(what);
    exit(1);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static double cpu(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static int folder(const char *root, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", root, name);
    if (mkdir(path, 0755) && errno != EEXIST) die(path);
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) die(path);
    return descriptor;
}

static void move(int from, const char *name, int to, const char *new_name) {
    if (renameat(from, name, to, new_name)) die(name);
}

static int create(int at, const char *name, size_t size) {
    int file = openat(at, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0 || write(file, bytes, size) != (ssize_t)size) die(name);
    return file;
}

struct share { int *files; int count, first, step; };

static void *sync_share(void *argument) {
    struct share *share = argument;
    for (int i = share->first; i < share->count; i += share->step)
        if (fdatasync(share->files[i])) die("fdatasync");
    return NULL;
}

static void make_durable(int *files, int count, int threads) {
    if (!threads) {
        if (syncfs(tmp)) die("syncfs");
        return;
    }
    pthread_t helpers[MOST_THREADS];
    struct share shares[MOST_THREADS];
    if (threads > count) threads = count;
    for (int k = 0; k < threads; k++) shares[k] = (struct share){files, count, k, threads};
    for (int k = 1; k < threads; k++)
        if (pthread_create(&helpers[k], NULL, sync_share, &shares[k])) die("pthread_create");
    sync_share(&shares[0]);
    for (int k = 1; k < threads; k++) pthread_join(helpers[k], NULL);
}

/* The way of `count` files, numbered from `first`. */
static void route(long first, int count, int threads, char *input, int *files) {
    char name[64], other[64];
    int opened = 0;
    for (int i = 0; i < count; i++) {
        struct stat status;
        snprintf(name, sizeof name, "%ld.txt", first + i);
        snprintf(other, sizeof other, "%ld.in", first + i);
        move(inbox, name, work, other);
        int file = openat(work, other, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (file < 0 || fstat(file, &status)) die(other);
        if (pread(file, input, input_size, 0) != (ssize_t)input_size) die("pread");
        close(file);
        for (int k = 0; k < output_count; k++) {
            snprintf(other, sizeof other, "%ld.%d", first + i, k);
            files[opened++] = create(tmp, other, output_sizes[k]);
        }
    }
    make_durable(files, opened, threads);
    for (int i = 0; i < opened; i++) close(files[i]);
    if (fsync(tmp)) die("fsync tmp");
    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof name, "%ld.in", first + i);
        snprintf(other, sizeof other, "%ld.pub", first + i);
        move(work, name, work, other);
    }
    if (fsync(work)) die("fsync work");
    for (int i = 0; i < count; i++)
        for (int k = 0; k < output_count; k++) {
            snprintf(name, sizeof name, "%ld.%d", first + i, k);
            snprintf(other, sizeof other, "%ld.txt.%d", first + i, k);
            move(tmp, name, outbox, other);
        }
    if (fsync(outbox)) die("fsync outbox");
    if (write(history, bytes, 300 * (size_t)count) != 300 * (ssize_t)count || fdatasync(history)) die("history");
    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof name, "%ld.pub", first + i);
        snprintf(other, sizeof other, "%ld.txt", first + i);
        move(work, name, done, other);
    }
}

static int ascending(const void *one, const void *other) {
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

int main(int argc, char **words) {
    if (argc != 7) {
        fprintf(stderr, "usage: spool_limit ROOT FILES INPUT_BYTES OUTPUT_BYTES BATCH THREADS\n");
        return 64;
    }
    const char *root = words[1];
    int count = atoi(words[2]), batch = atoi(words[5]), threads = atoi(words[6]);
    input_size = strtoul(words[3], NULL, 10);
    size_t most = input_size;
    for (char *word = strtok(words[4], ","); word && output_count < MOST_OUTPUTS; word = strtok(NULL, ",")) {
        output_sizes[output_count] = strtoul(word, NULL, 10);
        if (output_sizes[output_count] > most) most = output_sizes[output_count];
        output_count++;
    }
    if (count < 1 || batch < 1 || threads < 0 || threads > MOST_THREADS || !input_size || !output_count) {
        fprintf(stderr, "spool_limit: a number is wrong\n");
        return 64;
    }
    if (mkdir(root, 0755) && errno != EEXIST) die(root);
    inbox = folder(root, "inbox");
    work = folder(root, "work");
    tmp = folder(root, "tmp");
    outbox = folder(root, "outbox");
    done = folder(root, "done");
    history = openat(work, "history", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (most < 300 * (size_t)batch) most = 300 * (size_t)batch;
    bytes = malloc(most);
    char *input = malloc(input_size);
    int *files = malloc(sizeof *files * (size_t)batch * (size_t)output_count);
    double *times = malloc(sizeof *times * (size_t)(count / batch + 1));
    if (history < 0 || !bytes || !input || !files || !times) die("the beginning");
    memset(bytes, 'x', most);
    long first = (long)(time(NULL) % 100000) * 10000000; /* names that this disk has not seen */
    for (int i = 0; i < count; i++) {
        char name[64];
        snprintf(name, sizeof name, "%ld.txt", first + i);
        close(create(inbox, name, input_size));
    }
    if (syncfs(inbox)) die("syncfs");

    int batches = 0;
    double began = now(), cpu_began = cpu();
    for (int base = 0; base < count; base += batch) {
        double batch_began = now();
        route(first + base, count - base < batch ? count - base : batch, threads, input, files);
        times[batches++] = now() - batch_began;
    }
    double seconds = now() - began, cpu_seconds = cpu() - cpu_began;
    qsort(times, (size_t)batches, sizeof *times, ascending);
    printf("%.1f %.0f %.0f %.1f\n", count / seconds, times[batches / 2] * 1e6, times[batches * 99 / 100] * 1e6,
           cpu_seconds / count * 1e6);
    return 0;
}
