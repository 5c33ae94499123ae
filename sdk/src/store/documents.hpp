// What each record_kind of record holds.
#pragma once

#include "json/json.hpp"
#include "store/rights.hpp"

namespace activateur {

inline constexpr std::size_t largest_record = 1U << 20U;  // bytes of a document

// Null counts as absent: what comes in is kept without its members that are null. What an inference came to is a
// document of its own, and kept as it is.
json without_nulls(const json& document, record_kind k = record_kind::store);

// Refuses what is not of the kind, unknown members, and social security numbers anywhere.
result<void> check_document(record_kind k, const json& document);
result<void> check_profile(const json& profile);
result<void> check_consent(const json& consent, const store_policy& by);
result<void> check_answers(const json& answers);
// Refuses what is larger, written, than a record may be.
result<void> check_size(const json& document);

// Members of a portfolio's list, from a record: nothing for kinds that a portfolio has no place for.
json experience_of(const json& document, const std::string& id);

}  // namespace activateur
