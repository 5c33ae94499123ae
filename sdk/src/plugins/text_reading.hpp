// Asking a reader of texts behind C ("activateur.text/1" of a plugin, or a function of the host) and copying its
// answer. What the proposals are worth is judged where they are used (frameworks/text_source.hpp).
#pragma once

#include <functional>
#include <string>

#include "frameworks/text_source.hpp"

struct adp_text_question;   // activateur/text.h
struct adp_text_candidate;  // likewise

namespace activateur {

class loaded_plugin;

// As adp_text_reader_fn, without its data: gives the status.
using c_text_reader = std::function<result<std::int32_t>(
    const adp_text_question& question, adp_text_candidate* candidates, std::size_t capacity, std::size_t* count)>;

// `name` is the reader's, for people. Nothing is read of the answer after this returns. Failures: input, when the text
// is not UTF-8 (the reader is not asked) or the status is not ADP_OK; and what `reader` fails with.
result<text_answer> ask_c_reader(const std::string& name, const text_question& about, const c_text_reader& reader);

// [thread-safe]: calls into the plugin take turns.
result<text_answer> ask_text(loaded_plugin& plugin, const text_question& about);

}  // namespace activateur
