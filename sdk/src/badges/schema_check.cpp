#include "badges/schema_check.hpp"

#include <map>

#include "base/text.hpp"
#include "json/schema.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

constexpr std::size_t schemas_max = 8;
constexpr std::size_t problems_told = 5;
constexpr const char* usual_dialect = "https://json-schema.org/draft/2019-09/schema";

}  // namespace

schema_finding apply_schema(const inquiry& q, const std::string& url, const json& instance) {
  const served found = q.look_up(url);
  if (!found.good()) return {verdict::indeterminate, sentence(say::schema_missing, {url}), found.evidence()};
  const json written = found.value();
  std::map<std::string, json, std::less<>> others;
  schema_options options;
  options.default_dialect = usual_dialect;
  options.problems = problems_told;
  options.document = [&](std::string_view other) -> const json* {
    auto kept = others.find(other);
    if (kept == others.end()) {
      const served there = q.look_up(other);
      kept = others.emplace(std::string(other), there.good() ? there.value() : json(nullptr)).first;
    }
    return kept->second.is_null() ? nullptr : &kept->second;
  };
  const auto unusable = [&](const error& why) {
    return schema_finding{verdict::indeterminate, sentence(say::schema_unusable, {url, why.text(q.with.lang)}),
                          found.evidence()};
  };
  const auto schema = json_schema::read(written, std::string(without_fragment(url)), options);
  if (!schema) return unusable(schema.why());
  const auto problems = schema->check(instance);
  if (!problems) return unusable(problems.why());
  json evidence = found.evidence();
  if (problems->empty()) return {verdict::valid, sentence(say::schema_good, {url}), std::move(evidence)};
  for (const schema_problem& p : *problems)
    evidence["problems"].push_back({{"at", p.instance_pointer}, {"schema", p.schema_pointer}, {"code", p.what.code()}});
  const schema_problem& first = problems->front();
  return {verdict::invalid,
          sentence(say::schema_violated,
                   {url, shortened(first.instance_pointer.empty() ? "/" : first.instance_pointer, 200),
                    first.what.text(q.with.lang)}),
          std::move(evidence)};
}

void check_schemas(const inquiry& q, const json& document) {
  std::size_t count = 0;
  for (const json* entry : items_of(member(document, "credentialSchema"))) {
    schema_finding found;
    const auto types = texts_of(member(*entry, "type"));
    if (++count > schemas_max)
      found.why = sentence(say::schema_many, {std::to_string(schemas_max)});
    else if (!contains(types, "1EdTechJsonSchemaValidator2019") && !contains(types, "JsonSchema"))
      found.why = sentence(say::schema_type, {joined(types)});
    else
      found = apply_schema(q, id_of(entry), document);
    const bool open = found.result == verdict::indeterminate;
    q.add("schema", found.result, std::move(found.why), std::move(found.evidence));
    q.out.checks.back().noted = open && !(q.asked.policy != nullptr && q.asked.policy->require_schema);
    if (count > schemas_max) return;
  }
}

}  // namespace activateur
