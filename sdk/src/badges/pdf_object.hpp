// Objects of PDF files (ISO 32000-1 section 7.3) and how they are written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace activateur {

enum class pdf_kind : std::uint8_t { null, boolean, integer, real, string, name, array, dictionary, reference };

struct pdf_object {
  pdf_kind kind = pdf_kind::null;
  std::int64_t number = 0;  // integer; reference: the number of the object
  std::string text;         // string: its bytes; name
  std::vector<pdf_object> items;
  std::map<std::string, pdf_object, std::less<>> members;

  // The member of a dictionary, null when it has none.
  [[nodiscard]] const pdf_object* find(std::string_view name) const;
  [[nodiscard]] bool is(pdf_kind k) const { return kind == k; }
};

// Reads objects from bytes, one after the other. Bounded in depth and, together with all that share `budget`, in
// count.
class pdf_reader {
 public:
  pdf_reader(std::string_view bytes, std::size_t at, std::size_t& budget)
      : bytes_(bytes), at_(at < bytes.size() ? at : bytes.size()), budget_(&budget) {}

  // Nothing when there is no well-formed object, or a bound is reached.
  std::optional<pdf_object> object() { return object(0); }
  // A number without sign.
  std::optional<std::int64_t> natural();
  // The keyword, when it comes next; else nothing is consumed.
  bool take(std::string_view keyword);
  void skip_blanks();

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  std::optional<pdf_object> object(int depth);
  std::optional<pdf_object> array(int depth);
  std::optional<pdf_object> dictionary(int depth);
  std::optional<pdf_object> number();
  std::optional<pdf_object> literal_string();
  std::optional<pdf_object> hexadecimal_string();
  std::optional<std::string> name();
  [[nodiscard]] bool next_is(char c) const { return at_ < bytes_.size() && bytes_[at_] == c; }

  std::string_view bytes_;
  std::size_t at_;
  std::size_t* budget_;
};

}  // namespace activateur
