#include "CCLD2.h"

#include <cstdio>  // which the next header needs and does not include

#include <cld2/public/compact_lang_det.h>

const char *cld2_reliable_language(const char *text, int length) {
    bool reliable = false;
    CLD2::Language language = CLD2::DetectLanguage(text, length, true, &reliable);
    return reliable && language != CLD2::UNKNOWN_LANGUAGE ? CLD2::LanguageCode(language) : nullptr;
}
