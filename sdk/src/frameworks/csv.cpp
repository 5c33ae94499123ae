#include "frameworks/csv.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace activateur {
namespace {

constexpr message unterminated{"csv.unterminated",
                               "The quote opened here is never closed. The file is cut short: download it again.",
                               "Le guillemet ouvert ici n'est jamais fermé. Le fichier est tronqué : téléchargez-le de "
                               "nouveau."};
constexpr message stray_quote{
    "csv.stray_quote", "A quote stands inside a field that is not quoted. Quote the whole field and double its quotes.",
    "Un guillemet figure dans un champ sans guillemets. Mettez tout le champ entre guillemets et doublez les siens."};
constexpr message after_quote{
    "csv.after_quote", "A separator or a line end must follow a closing quote. Double the quotes inside the field.",
    "Un séparateur ou une fin de ligne doit suivre un guillemet fermant. Doublez les guillemets à l'intérieur du "
    "champ."};
constexpr message bare_return{"csv.carriage_return", "A carriage return stands alone. End lines with LF or CRLF.",
                              "Un retour chariot est isolé. Terminez les lignes par LF ou CRLF."};
constexpr message field_too_long{"csv.field_size", "This field has more than {0} bytes. Check that the file is a CSV.",
                                 "Ce champ fait plus de {0} octets. Vérifiez que le fichier est un CSV."};
constexpr message too_many_columns{"csv.columns_limit",
                                   "This line has more than {0} fields. Check that the file is a CSV.",
                                   "Cette ligne a plus de {0} champs. Vérifiez que le fichier est un CSV."};

}  // namespace

location csv_reader::place(std::size_t offset) const {
  if (offset < line_begin_) {
    line_begin_ = 0;
    line_ = 1;
  }
  for (auto end = text_.find('\n', line_begin_); end < offset; end = text_.find('\n', line_begin_)) {
    line_begin_ = end + 1;
    ++line_;
  }
  return {source_, {}, line_, position_of(text_.substr(line_begin_), offset - line_begin_).column};
}

std::size_t csv_reader::line_end(std::size_t at) const {
  if (at < text_.size() && text_[at] == '\n') return 1;
  return text_.substr(at, 2) == "\r\n" ? 2 : 0;
}

result<bool> csv_reader::next() {
  auto more = read_record();
  if (!more) at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
  return more;
}

result<bool> csv_reader::read_record() {
  fields_.clear();
  scratch_.clear();
  unescaped_.clear();
  if (at_ >= text_.size()) return false;
  while (true) {
    if (fields_.size() >= form_.columns)
      return fail(failure::limit, too_many_columns, {std::to_string(form_.columns)}, place(at_));
    if (auto read = read_field(); !read) return std::move(read).why();
    if (at_ < text_.size() && text_[at_] == form_.separator) {
      ++at_;
      continue;
    }
    at_ += line_end(at_);
    break;
  }
  for (const unescaped& u : unescaped_) fields_[u.field].text = std::string_view(scratch_).substr(u.begin, u.length);
  return true;
}

result<void> csv_reader::read_field() {
  if (at_ < text_.size() && text_[at_] == '"') return read_quoted();
  const std::size_t begin = at_;
  const std::array<char, 4> ends{form_.separator, '\r', '\n', '"'};
  at_ = std::min(text_.find_first_of({ends.data(), ends.size()}, at_), text_.size());
  if (at_ - begin > form_.field_bytes)
    return fail(failure::limit, field_too_long, {std::to_string(form_.field_bytes)}, place(begin));
  if (at_ < text_.size() && text_[at_] == '"') return fail(failure::input, stray_quote, {}, place(at_));
  if (at_ < text_.size() && text_[at_] == '\r' && line_end(at_) == 0)
    return fail(failure::input, bare_return, {}, place(at_));
  fields_.push_back({text_.substr(begin, at_ - begin), begin});
  return {};
}

result<void> csv_reader::read_quoted() {
  const std::size_t opening = at_;
  const std::size_t begin_scratch = scratch_.size();
  std::size_t begin = ++at_;
  bool doubled = false;
  while (true) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      at_ = opening;
      return fail(failure::input, unterminated, {}, place(opening));
    }
    if (quote - opening > form_.field_bytes)
      return fail(failure::limit, field_too_long, {std::to_string(form_.field_bytes)}, place(opening));
    at_ = quote + 1;
    if (at_ < text_.size() && text_[at_] == '"') {
      doubled = true;
      scratch_.append(text_.substr(begin, at_ - begin));
      begin = ++at_;
      continue;
    }
    if (doubled) {
      scratch_.append(text_.substr(begin, quote - begin));
      unescaped_.push_back({fields_.size(), begin_scratch, scratch_.size() - begin_scratch});
    }
    fields_.push_back({text_.substr(begin, quote - begin), opening});
    if (at_ < text_.size() && text_[at_] != form_.separator && line_end(at_) == 0)
      return fail(failure::input, after_quote, {}, place(at_));
    return {};
  }
}

std::string csv_line(const std::vector<std::string>& record) {
  std::string out;
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (i > 0) out += ',';
    // A lone empty field is quoted too: bare, it would be no record at all at the end of a file.
    if (record[i].find_first_of(",;\t\r\n\"") == std::string::npos && !(record.size() == 1 && record[i].empty())) {
      out += record[i];
      continue;
    }
    out += '"';
    for (const char c : record[i]) out.append(c == '"' ? 2 : 1, c);
    out += '"';
  }
  return out + "\n";
}

}  // namespace activateur
