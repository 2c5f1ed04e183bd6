#ifndef CCLD2_H
#define CCLD2_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What CLD2 finds of a text's languages.
typedef struct {
    /// CLD2's code of the language that most of the text is in, or NULL where it knows none. Static.
    const char *code;
    /// The share of the text that is in it, in hundredths.
    int percent;
    /// How well the letters fit the language: points for 1024 bytes; about 500 to 1500 for real text.
    int score;
    /// Whether CLD2 is sure.
    bool is_reliable;
} CLD2Answer;

/// Looks at `length` bytes of valid UTF-8 plain text.
///
/// `hint` is a language that the text is expected in, as a code of CLD2 (`fr`, `zh-Hant`), or NULL.
CLD2Answer cld2_answer(const char *text, int length, const char *hint);

#ifdef __cplusplus
}
#endif

#endif
