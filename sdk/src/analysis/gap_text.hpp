// Inside analysis: a gap in words, at three lengths, and in plain language.
#pragma once

#include <string>

#include "analysis/gap.hpp"

namespace activateur {

struct gap_texts {
  std::string brief, standard, full, plain;
};
gap_texts texts_of(const gap_report& report, language lang);

}  // namespace activateur
