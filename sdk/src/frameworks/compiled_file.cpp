#include <cstddef>

#include "frameworks/checksum.hpp"
#include "frameworks/compiled.hpp"

namespace activateur::compiled {

std::string file_of(const parts& p) {
  std::string out(sizeof(header) + section_count * sizeof(section), '\0');
  std::uint32_t id = 0;
  for_each_section(p, [&]<class T>(const table<T>& records) {
    out.resize((out.size() + 7) / 8 * 8);
    const section s{id, sizeof(T), out.size(), records.size()};
    std::memcpy(out.data() + sizeof(header) + id * sizeof s, &s, sizeof s);
    out += records.bytes();
    ++id;
  });
  header head = p.head;
  head.magic = magic;
  head.format = format;
  head.sections = section_count;
  head.bytes = out.size();
  head.checksum = head.head_checksum = 0;
  std::memcpy(out.data(), &head, sizeof head);
  constexpr std::size_t from = offsetof(header, id);
  head.head_checksum =
      xxh64(std::string_view(out).substr(from, sizeof(header) + section_count * sizeof(section) - from));
  std::memcpy(out.data(), &head, sizeof head);
  head.checksum = xxh64(std::string_view(out).substr(offsetof(header, head_checksum)));
  std::memcpy(out.data(), &head, sizeof head);
  return out;
}

}  // namespace activateur::compiled
