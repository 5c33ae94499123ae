// Inside the store: achievements and pathways among the records.
#pragma once

#include "store/call.hpp"

namespace activateur {

// The steps of a pathway are achievements of the store, expected ones.
result<void> check_steps_of(store_call& in, const json& pathway);

// A person's portfolio of the kinds on which the actor may count (portfolio.cpp).
result<json> counted_portfolio(store_call& in, const store_id& person);

}  // namespace activateur
