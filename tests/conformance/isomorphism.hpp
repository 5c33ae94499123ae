// Whether two RDF datasets are the same but for the labels of their blank nodes (RDF 1.1 Concepts section 3.6), by
// refinement of colours and then backtracking. For the small datasets of test suites.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "linkeddata/dataset.hpp"

namespace activateur::test {

class isomorphism {
 public:
  isomorphism(const dataset& a, const dataset& b) : a_(a.begin(), a.end()), b_(b.begin(), b.end()) {}

  bool holds() {
    if (a_.size() != b_.size()) return false;
    const auto colours_a = colours(a_);
    const auto colours_b = colours(b_);
    if (colours_a.size() != colours_b.size()) return false;
    for (const auto& [label, colour] : colours_a) {
      auto& mine = candidates_[label];
      for (const auto& [other, its] : colours_b) {
        if (its == colour) mine.push_back(other);
      }
      if (mine.empty()) return false;
      order_.push_back(label);
    }
    std::sort(order_.begin(), order_.end(),
              [this](const auto& x, const auto& y) { return candidates_[x].size() < candidates_[y].size(); });
    return place(0);
  }

 private:
  using colouring = std::map<std::string, std::size_t>;

  static std::string told(const term& t, const std::string& self, const colouring& known) {
    if (t.kind != term_kind::blank)
      return std::to_string(int(t.kind)) + t.value + '\1' + t.datatype + '\1' + t.language;
    return t.value == self ? "self" : "blank" + std::to_string(known.at(t.value));
  }

  static colouring colours(const std::set<quad>& quads) {
    colouring known;
    for (const quad& q : quads) {
      for (const term* t : {&q.subject, &q.predicate, &q.object, &q.graph}) {
        if (t->kind == term_kind::blank) known[t->value] = 0;
      }
    }
    for (std::size_t round = 0; round < 8; ++round) {
      colouring next;
      for (const auto& entry : known) {
        std::vector<std::string> lines;
        for (const quad& q : quads) {
          bool here = false;
          for (const term* t : {&q.subject, &q.predicate, &q.object, &q.graph}) {
            here = here || (t->kind == term_kind::blank && t->value == entry.first);
          }
          if (here) {
            lines.push_back(told(q.subject, entry.first, known) + '\2' + told(q.predicate, entry.first, known) + '\2' +
                            told(q.object, entry.first, known) + '\2' + told(q.graph, entry.first, known));
          }
        }
        std::sort(lines.begin(), lines.end());
        std::string all;
        for (const std::string& line : lines) all += line + '\3';
        next[entry.first] = std::hash<std::string>{}(all);
      }
      known = std::move(next);
    }
    return known;
  }

  [[nodiscard]] term mapped(const term& t) const {
    if (t.kind != term_kind::blank) return t;
    term out = t;
    out.value = chosen_.at(t.value);
    return out;
  }

  bool place(std::size_t at) {
    if (at == order_.size()) {
      return std::all_of(a_.begin(), a_.end(), [this](const quad& q) {
        return b_.count({mapped(q.subject), mapped(q.predicate), mapped(q.object), mapped(q.graph)}) == 1;
      });
    }
    for (const std::string& candidate : candidates_[order_[at]]) {
      if (!used_.insert(candidate).second) continue;
      chosen_[order_[at]] = candidate;
      if (place(at + 1)) return true;
      chosen_.erase(order_[at]);
      used_.erase(candidate);
    }
    return false;
  }

  std::set<quad> a_, b_;
  std::map<std::string, std::vector<std::string>> candidates_;
  std::vector<std::string> order_;
  std::map<std::string, std::string> chosen_;
  std::set<std::string> used_;
};

inline bool isomorphic(const dataset& a, const dataset& b) { return isomorphism(a, b).holds(); }

}  // namespace activateur::test
