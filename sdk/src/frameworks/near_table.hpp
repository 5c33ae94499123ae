// The fitted numbers of job nearness. near_table.cpp is written by bench/nearness_bench --table.
#pragma once

#include "frameworks/boosted_trees.hpp"

namespace activateur {

boosted_trees job_nearness_trees();

}  // namespace activateur
