// Inside the report: drawing the doors behind a key.
#pragma once

#include "report/doors_graph.hpp"
#include "report/drawing.hpp"
#include "report/sheet.hpp"

namespace activateur::report {

void draw_doors(const sheet& s, const map_change& change, const door_graph& graph, layout as);
// "Par un chemin long → Par un chemin court", or how the coverage grows.
std::string move_words(const sheet& s, const moved_target& t);

}  // namespace activateur::report
