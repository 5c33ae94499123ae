// Colours and style sheet of the report.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace activateur::report {

struct colour {
  std::string_view name;  // of the CSS variable
  std::string_view light, dark;
};

// Hues keep apart for colour-blind readers, and no meaning rests on colour alone. Text on paper, card or its own tint
// has a contrast of at least 4.5 (WCAG 2.1, 1.4.3); graphics at least 3 (1.4.11). The tests compute it.
inline constexpr std::array palette{
    colour{"paper", "#ffffff", "#14181c"},      colour{"card", "#f4f6f8", "#1d2329"},
    colour{"ink", "#1b2026", "#e9edf0"},        colour{"muted", "#4c5863", "#b0bac4"},
    colour{"line", "#77828d", "#7f8b96"},       colour{"rule", "#d5dbe1", "#38424c"},
    colour{"accent", "#0b4f7c", "#86c5ee"},     colour{"bar", "#0b5c9e", "#7ab6ea"},
    colour{"recognised", "#00603f", "#63d3a6"}, colour{"recognised-tint", "#e3f3ec", "#12302a"},
    colour{"presumed", "#0b4f8f", "#8fc1f4"},   colour{"presumed-tint", "#e5eff9", "#16293b"},
    colour{"to-explore", "#6a4e00", "#e4c766"}, colour{"to-explore-tint", "#faf2d9", "#31290f"},
    colour{"to-acquire", "#98330a", "#f5a983"}, colour{"to-acquire-tint", "#fcebe3", "#3b2116"},
    colour{"example", "#5b3a00", "#f3cf83"},    colour{"example-tint", "#fff3d0", "#33280d"},
};

std::string style_sheet();         // of a page, figures included
std::string figure_style_sheet();  // of a figure that stands alone

}  // namespace activateur::report
