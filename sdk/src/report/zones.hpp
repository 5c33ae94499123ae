// The zones of the carte as marks and colours; no meaning rests on colour alone.
#pragma once

#include <array>
#include <string_view>

#include "analysis/possibilities.hpp"
#include "report/markup.hpp"

namespace activateur::report {

inline constexpr std::array zones{zone::now, zone::after_recognition, zone::short_path, zone::long_path, zone::blocked};

std::string_view css_name(zone z);  // colours are those of the states that lead there
// A full and a half circle, a triangle, an empty diamond, a cross; in the current colour.
void zone_shape(markup& out, zone z, double x, double y, double radius);
void zone_mark(markup& out, zone z);  // between words

}  // namespace activateur::report
