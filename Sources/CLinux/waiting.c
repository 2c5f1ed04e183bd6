#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

int linux_poll(void) { return epoll_create1(EPOLL_CLOEXEC); }

int linux_bell(int poll, uint64_t token) {
    int bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.u64 = token};
    return bell == -1 || epoll_ctl(poll, EPOLL_CTL_ADD, bell, &event) == -1 ? -1 : bell;
}

void linux_ring(int bell) { eventfd_write(bell, 1); }

int linux_watch(int poll, int file, int for_writing, uint64_t token) {
    struct epoll_event event = {.events = for_writing ? EPOLLOUT | EPOLLET : EPOLLIN, .data.u64 = token};
    return epoll_ctl(poll, EPOLL_CTL_ADD, file, &event);
}

void linux_unwatch(int poll, int file) { epoll_ctl(poll, EPOLL_CTL_DEL, file, NULL); }

int linux_wait(int poll, uint64_t *tokens, int capacity, int milliseconds) {
    struct epoll_event events[64];
    int count = epoll_wait(poll, events, capacity < 64 ? capacity : 64, milliseconds);
    for (int i = 0; i < count; i++) tokens[i] = events[i].data.u64;
    return count;
}

static int caught_signals = -1;

static void catch_signal(int number) {
    int code = errno;
    eventfd_write(caught_signals, number == SIGHUP ? 1 : (uint64_t)1 << 32);
    errno = code;
}

int linux_catch_signals(void) {
    caught_signals = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (caught_signals == -1) return -1;
    struct sigaction action = {.sa_handler = catch_signal, .sa_flags = SA_RESTART};
    const int numbers[] = {SIGTERM, SIGINT, SIGHUP};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaction(numbers[i], &action, NULL);
    return caught_signals;
}

uint64_t linux_take_signals(int caught) {
    uint64_t counts = 0;
    return eventfd_read(caught, &counts) == 0 ? counts : 0;
}

void linux_name_thread(const char *name) { pthread_setname_np(pthread_self(), name); }
