#include "CCLD2.h"

#include <cstdio>  // which the next header needs and does not include

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

CLD2Answer cld2_answer(const char *text, int length, const char *hint) {
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    if (hint != nullptr) hints.content_language_hint = hint;
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int textBytes = 0;
    bool isReliable = false;
    CLD2::Language language = CLD2::ExtDetectLanguageSummary(
        text, length, true, &hints, 0, languages, percents, scores, nullptr, &textBytes, &isReliable);
    CLD2Answer answer = {nullptr, 0, 0, false};
    // The first of the three is the one with the most text; the summary may fall back to English.
    CLD2::Language most = languages[0] != CLD2::UNKNOWN_LANGUAGE ? languages[0] : language;
    if (most == CLD2::UNKNOWN_LANGUAGE) return answer;
    answer.code = CLD2::LanguageCode(most);
    answer.percent = percents[0];
    answer.score = static_cast<int>(scores[0]);
    answer.is_reliable = isReliable && most == language;
    return answer;
}
