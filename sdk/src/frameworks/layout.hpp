// What a framework reads: its bytes, mapped or held, and the tables in them. For the files of this room that read
// tables the public face does not show, as search does.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "frameworks/compiled.hpp"
#include "frameworks/mapped_file.hpp"

namespace activateur {

struct framework::layout {
  layout(std::unique_ptr<mapped_file> f, std::string from, const compiled::parts& p)
      : file(std::move(f)), source(std::move(from)), parts(p) {}
  layout(std::unique_ptr<std::string> b, std::string from, const compiled::parts& p)
      : buffer(std::move(b)), source(std::move(from)), parts(p) {}

  [[nodiscard]] std::string_view bytes() const { return file != nullptr ? file->bytes() : std::string_view(*buffer); }

  std::unique_ptr<mapped_file> file;  // one of the two owns the bytes
  std::unique_ptr<std::string> buffer;
  std::string source;  // path, or what stands for one in errors
  compiled::parts parts;
};

}  // namespace activateur
