// Every bound on hostile input, in one place.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace activateur::limits {

inline constexpr std::size_t credential_bytes = 16U << 20U;  // a credential file, image included
inline constexpr std::size_t json_bytes = 4U << 20U;         // a JSON document inside a credential
inline constexpr std::size_t document_bytes = 64U << 20U;    // a document given by the host
inline constexpr std::size_t json_depth = 64;                // nested arrays and objects
inline constexpr std::size_t json_values = 2'000'000;        // values in one document
// What one credential, with those inside it, may make us read: documents that URLs serve, lists inflated.
inline constexpr std::size_t looked_up_bytes = 256U << 20U;
inline constexpr std::size_t look_up_bytes = 4096;   // what each costs at least
inline constexpr std::size_t jws_bytes = 4U << 20U;  // a compact JWS
inline constexpr std::size_t png_chunks = 4096;
inline constexpr std::size_t inflated_bytes = 8U << 20U;  // what compressed data may become
inline constexpr std::size_t svg_bytes = 4U << 20U;
inline constexpr std::size_t svg_depth = 128;  // of XMP too
inline constexpr std::size_t pdf_objects = 200'000;
// Putting the blank nodes of one document in order. The bounds on its steps are met in well below a second; this one is
// for a machine that is much slower than expected.
inline constexpr std::chrono::milliseconds canonicalization_time{5'000};
inline constexpr std::size_t csv_file_bytes = 256U << 20U;
inline constexpr std::size_t csv_field_bytes = 1U << 20U;
inline constexpr std::size_t framework_file_bytes = 1U << 30U;
inline constexpr std::size_t plugin_bytes = 256U << 20U;
inline constexpr std::size_t text_bytes = 64U << 10U;     // a person's words, read for competences
inline constexpr std::size_t text_candidates = 256;       // what another reader of texts may propose for one
inline constexpr std::size_t text_candidate_spans = 32;   // of one proposal
inline constexpr std::size_t text_candidate_bytes = 128;  // its name, and a reader's
inline constexpr std::size_t portfolio_credentials = 10'000;
inline constexpr std::size_t rsa_bits_min = 2048;
inline constexpr std::size_t rsa_bits_max = 8192;  // above, a verification costs too much

}  // namespace activateur::limits
