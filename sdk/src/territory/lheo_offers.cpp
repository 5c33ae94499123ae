#include "territory/lheo_offers.hpp"

#include "badges/xml.hpp"
#include "base/text.hpp"
#include "territory/import_territory_messages.hpp"

namespace activateur {
namespace {

namespace say = territory_import_messages;

constexpr xml_messages words{say::xml_syntax, say::xml_doctype, say::xml_entity, say::xml_depth, say::xml_attributes};
constexpr std::size_t elements_max = 50'000;  // of one offer; those of large organisations have some thousand

bool is_offer(std::string_view name) { return name == "formation" || name == "resume-offre"; }

class offer_reading : public xml_reading {
 public:
  offer_reading(std::string_view xml, const std::string& source,
                const std::function<result<void>(const lheo_element&)>& take)
      : xml_reading(xml, source, words), take_(take) {}

  std::optional<error> stopped;

 private:
  void start(const xml_name& name, const char** attributes, std::size_t count) override {
    if (open_.empty() && !is_offer(name.local)) return;
    if (++elements_ > elements_max) return refuse(failure::limit, say::too_large, {std::to_string(elements_max)});
    lheo_element made;
    made.name = name.local;
    const location where = place();
    made.line = where.line;
    made.column = where.column;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view attribute = split_xml_name(attributes[2 * i]).local;
      if (attribute == "numero") made.numero = trimmed(attributes[2 * i + 1]);
      if (attribute == "href" || (attribute == "file" && made.href.empty())) made.href = trimmed(attributes[2 * i + 1]);
    }
    open_.push_back(std::move(made));
  }

  void end() override {
    if (open_.empty()) return;
    lheo_element done = std::move(open_.back());
    open_.pop_back();
    done.text = std::string(trimmed(done.text));
    if (!open_.empty()) {
      open_.back().children.push_back(std::move(done));
      return;
    }
    elements_ = 0;
    if (auto taken = take_(done); !taken) {
      stopped = taken.why();
      refuse(taken.why().kind, say::too_large);
    }
  }

  void text(std::string_view piece) override {
    if (!open_.empty()) open_.back().text.append(piece);
  }

  const std::function<result<void>(const lheo_element&)>& take_;
  std::vector<lheo_element> open_;  // from the offer down to the element being read
  std::size_t elements_ = 0;
};

}  // namespace

const lheo_element* lheo_element::find(std::initializer_list<std::string_view> path) const {
  const lheo_element* at = this;
  for (const std::string_view step : path) {
    const lheo_element* next = nullptr;
    for (const lheo_element& child : at->children)
      if (child.name == step) {
        next = &child;
        break;
      }
    if (next == nullptr) return nullptr;
    at = next;
  }
  return at;
}

std::string_view lheo_element::at(std::initializer_list<std::string_view> path) const {
  const lheo_element* found = find(path);
  return found == nullptr ? std::string_view{} : std::string_view(found->text);
}

std::vector<const lheo_element*> lheo_element::all(std::string_view child) const {
  std::vector<const lheo_element*> out;
  for (const lheo_element& one : children)
    if (one.name == child) out.push_back(&one);
  return out;
}

result<void> each_lheo_offer(std::string_view xml, const std::string& source,
                             const std::function<result<void>(const lheo_element& offer)>& take) {
  offer_reading reading(xml, source, take);
  auto fault = reading.read();
  if (reading.stopped) return *std::move(reading.stopped);
  if (fault) return *std::move(fault);
  return {};
}

}  // namespace activateur
