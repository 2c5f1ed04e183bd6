#ifndef CLINUX_H
#define CLINUX_H

/// Linux calls that Swift cannot import: variadic, hidden behind feature macros, or without a glibc wrapper.
/// Each returns -1 and sets errno on failure, as the call behind it does.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#endif
