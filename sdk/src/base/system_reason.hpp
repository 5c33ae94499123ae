// Why the system refuses, as an argument of a sentence.
#pragma once

#include <string>

namespace activateur {

// `code`: of errno. In the words of both languages for what people meet; else as the system says it.
[[nodiscard]] std::string system_reason(int code);
// The same of a file that could not be made: what does not exist is its directory.
[[nodiscard]] std::string reason_not_made(int code);

}  // namespace activateur
