#include "store/places.hpp"

#include <array>

namespace activateur {
namespace {

// Columns one after the other, so that no two rows give the same text: numbers and ids have their size, others tell it.
class bound_columns {
 public:
  explicit bound_columns(char kind) {
    out_.reserve(256);
    out_ += kind;
  }
  bound_columns& with(std::int64_t number) {
    std::array<char, sizeof number> bytes{};
    auto rest = static_cast<std::uint64_t>(number);
    for (char& byte : bytes) byte = static_cast<char>(rest), rest >>= 8U;
    out_.append(bytes.data(), bytes.size());
    return *this;
  }
  bound_columns& with(const store_id& id) {
    out_.append(reinterpret_cast<const char*>(id.data()), id.size());
    return *this;
  }
  bound_columns& with(const std::optional<store_id>& id) {
    out_ += id ? '1' : '0';
    return id ? with(*id) : *this;
  }
  bound_columns& with(octet_view bytes) {
    with(static_cast<std::int64_t>(bytes.size()));
    out_ += as_text(bytes);
    return *this;
  }
  std::string text() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

// Not `erasing`: it stands with no key, and nothing of such a row opens.
std::string place_of(const person_row& row) {
  return bound_columns('p').with(row.id).with(std::int64_t{row.collective}).with(row.created).with(row.contact).text();
}

std::string place_of(const record_row& row) {
  return bound_columns('r')
      .with(row.id)
      .with(row.person)
      .with(std::int64_t{row.kind})
      .with(row.created)
      .with(row.changed)
      .with(row.version)
      .with(octet_view(row.author))
      .with(row.about)
      .with(octet_view(row.lookup))
      .with(octet_view(row.likeness))
      .with(row.due)
      .with(std::int64_t{row.has_content})
      .text();
}

std::string place_of(const consent_row& row) {
  return bound_columns('c')
      .with(row.id)
      .with(row.person)
      .with(as_octets(row.purpose))
      .with(octet_view(row.organisation))
      .with(row.given)
      .with(row.withdrawn)
      .text();
}

std::string place_of(const journal_row& row) { return "journal " + std::to_string(row.number); }
std::string content_place(const record_row& row) { return "content " + to_text(row.id); }
std::string tombstone_place(octet_view lookup, std::int64_t at) {
  return bound_columns('t').with(lookup).with(at).text();
}

std::string place_in_format_1(const person_row& row) { return "person " + to_text(row.id); }
std::string place_in_format_1(const record_row& row) {
  return "record " + to_text(row.id) + ' ' + std::to_string(row.kind) + ' ' + std::to_string(row.version);
}
std::string place_in_format_1(const consent_row& row) { return "consent " + to_text(row.id) + ' ' + row.purpose; }

}  // namespace activateur
