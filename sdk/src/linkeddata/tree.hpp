// Expanded JSON-LD as it is while it is made: values that are views, in one arena. Private to linkeddata/.
//
// Nothing owns what it shows: texts are those of the document, of its contexts, or of the arena, and live as long as
// the expander. Copying a value copies the view.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory_resource>
#include <new>
#include <string_view>
#include <type_traits>

#include "json/json.hpp"

namespace activateur {

class arena {
 public:
  template <class T>
  T* room(std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    return static_cast<T*>(memory_.allocate(count * sizeof(T), alignof(T)));
  }
  std::string_view text(std::string_view from) {
    if (from.empty()) return "";
    return {static_cast<char*>(std::memcpy(room<char>(from.size()), from.data(), from.size())), from.size()};
  }

 private:
  // What a badge needs, more or less; never the default resource, which is the host's to change.
  std::pmr::monotonic_buffer_resource memory_{48U << 10U, std::pmr::new_delete_resource()};
};

template <class T>
class arena_list {
 public:
  void push(arena& memory, const T& item) {
    if (size_ == room_) reserve(memory, room_ == 0 ? 2 : 2 * std::size_t{room_});
    items_[size_++] = item;
  }
  void reserve(arena& memory, std::size_t room) {
    if (room <= room_) return;
    T* const moved = memory.room<T>(room);
    if (size_ > 0) std::memcpy(static_cast<void*>(moved), items_, size_ * sizeof(T));
    items_ = moved;
    room_ = static_cast<std::uint32_t>(room);
  }
  [[nodiscard]] T* begin() { return items_; }
  [[nodiscard]] T* end() { return items_ + size_; }
  [[nodiscard]] const T* begin() const { return items_; }
  [[nodiscard]] const T* end() const { return items_ + size_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  T& operator[](std::size_t i) { return items_[i]; }

 private:
  T* items_ = nullptr;
  std::uint32_t size_ = 0, room_ = 0;
};

class tree;
struct tree_member;
struct tree_object;
using tree_array = arena_list<tree>;

// null, a text, a JSON value of the document as it stands there, an array or an object.
class tree {
 public:
  tree() = default;
  explicit tree(std::string_view text)
      : kind_(kind::text), size_(static_cast<std::uint32_t>(text.size())), at_{text.data()} {}
  static tree of(const json& value);
  // A text that is known to be a well-formed IRI, if `good`.
  static tree iri(std::string_view text, bool good);
  static tree array(arena& memory);
  static tree object(arena& memory);

  [[nodiscard]] bool is_null() const { return kind_ == kind::null; }
  [[nodiscard]] bool is_text() const { return kind_ == kind::text; }
  [[nodiscard]] bool is_value() const { return kind_ == kind::value; }
  [[nodiscard]] bool is_array() const { return kind_ == kind::array; }
  [[nodiscard]] bool is_object() const { return kind_ == kind::object; }

  [[nodiscard]] std::string_view text() const { return {at_.chars, size_}; }
  [[nodiscard]] bool is_good_iri() const { return good_; }
  [[nodiscard]] const json& value() const { return *at_.value; }
  [[nodiscard]] tree_array& items() const { return *at_.items; }
  [[nodiscard]] tree_object& members() const { return *at_.members; }

  // The member of an object that has a keyword's name; null when there is none, or this is no object.
  [[nodiscard]] tree* find(std::string_view keyword) const;
  [[nodiscard]] bool has(std::string_view keyword) const { return find(keyword) != nullptr; }

  // The items of an array, or the value alone.
  [[nodiscard]] const tree* begin() const { return is_array() ? at_.items->begin() : this; }
  [[nodiscard]] const tree* end() const { return is_array() ? at_.items->end() : this + 1; }

 private:
  enum class kind : std::uint8_t { null, text, value, array, object } kind_ = kind::null;
  bool good_ = false;
  std::uint32_t size_ = 0;
  union {
    const char* chars = nullptr;
    const json* value;
    tree_array* items;
    tree_object* members;
  } at_;
};

struct tree_member {
  std::string_view name;
  tree value;
  bool good = false;  // the name is known to be a well-formed IRI
};

struct tree_object {
  arena_list<tree_member> keywords;  // each once
  arena_list<tree_member>
      properties;  // one that comes twice has the values of both; a value alone may stand for a list
  [[nodiscard]] std::size_t size() const { return keywords.size() + properties.size(); }
};

inline tree tree::of(const json& value) {
  tree made;
  made.kind_ = kind::value;
  made.at_.value = &value;
  return made;
}

inline tree tree::iri(std::string_view text, bool good) {
  tree made(text);
  made.good_ = good;
  return made;
}

inline tree tree::array(arena& memory) {
  tree made;
  made.kind_ = kind::array;
  made.at_.items = new (memory.room<tree_array>(1)) tree_array();
  return made;
}

inline tree tree::object(arena& memory) {
  tree made;
  made.kind_ = kind::object;
  made.at_.members = new (memory.room<tree_object>(1)) tree_object();
  return made;
}

inline tree* tree::find(std::string_view keyword) const {
  if (!is_object()) return nullptr;
  for (tree_member& member : at_.members->keywords)
    if (member.name == keyword) return &member.value;
  return nullptr;
}

// The same as JSON.
json to_json(const tree& from);

}  // namespace activateur
