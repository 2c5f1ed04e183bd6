#ifndef CCLD2_H
#define CCLD2_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The BCP 47 tag of the language of `length` bytes of valid UTF-8 plain text, or NULL where it is not certain.
/// The string is static.
const char *cld2_reliable_language(const char *text, int length);

#ifdef __cplusplus
}
#endif

#endif
