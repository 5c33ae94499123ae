// The documents that a schema is made of, with the names their parts have ($id, $anchor and their kin).
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "json/schema.hpp"
#include "json/schema_keywords.hpp"

namespace activateur::schema_detail {

// A schema with a URL of its own (2020-12 core section 4.3.5).
struct resource {
  std::string url;  // without fragment; empty when nobody named it
  const json* root = nullptr;
  dialect speaks;
  std::map<std::string, const json*, std::less<>> anchors;
  std::map<std::string, const json*, std::less<>> dynamic_anchors;
};

// The name under which $recursiveAnchor is kept among the dynamic anchors: no anchor may have it.
inline constexpr std::string_view recursive_anchor = "#";

// Where a schema is.
struct placed {
  std::size_t resource = 0;
  std::string place;  // URL of the document (unless it is the first) and pointer
};

class schema_library {
 public:
  explicit schema_library(const schema_options& options) : options_(&options) {}

  // The first document.
  result<void> open(const json& document, const std::string& url);

  struct target {
    const json* schema = nullptr;
    std::string anchor;  // set when the fragment is the name of a dynamic anchor
  };
  // What a reference in that resource means.
  result<target> resolve(std::size_t from, const std::string& reference);

  // Of a schema that was opened or resolved, or stands as one inside those.
  [[nodiscard]] const placed& where(const json& schema) const { return places_.find(&schema)->second; }
  [[nodiscard]] const dialect& dialect_of(const json& schema) const {
    return resources_[where(schema).resource].speaks;
  }
  [[nodiscard]] const std::deque<resource>& resources() const { return resources_; }

 private:
  struct walking {
    std::size_t resource;
    std::string place;
    std::size_t depth;
  };
  result<void> add(const json& document, const std::string& url, const std::string& place, const dialect* fallback);
  result<void> index(const json& schema, walking at);
  result<void> index_parts(const json& schema, const walking& at);
  result<void> name(const json& schema, walking& at);
  result<void> name_anchors(const json& schema, const walking& at);
  result<std::size_t> enter(const json& schema, std::string url, const dialect& speaks, const std::string& place);
  result<dialect> dialect_named(std::string url, int hops = 0);
  result<const json*> at_pointer(std::size_t from, std::string_view pointer, const std::string& whole);

  const schema_options* options_;
  std::deque<resource> resources_;  // whose elements stay where they are
  std::map<std::string, std::size_t, std::less<>> by_url_;
  std::map<const json*, placed> places_;
  std::size_t documents_ = 0, urls_bytes_ = 0;
};

}  // namespace activateur::schema_detail
