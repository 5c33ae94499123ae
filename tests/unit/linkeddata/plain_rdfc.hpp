// RDFC-1.0 written as plainly as its text, without bounds and without care for speed: the oracle of the real one.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "crypto/digest.hpp"
#include "linkeddata/dataset.hpp"

namespace activateur::plain {

struct issuer {
  std::string prefix;
  std::map<std::string, std::string> ids;
  std::vector<std::string> order;

  std::string issue(const std::string& existing) {
    if (!ids.contains(existing)) {
      ids[existing] = prefix + std::to_string(order.size());
      order.push_back(existing);
    }
    return ids[existing];
  }
};

struct rdfc {
  std::map<std::string, std::vector<quad>> blank_to_quads;
  std::map<std::string, std::vector<std::string>> hash_to_blanks;
  issuer canonical{"c14n", {}, {}};

  static void relabel(quad& q, const std::map<std::string, std::string>& labels) {
    for (term* t : {&q.subject, &q.object, &q.graph})
      if (t->kind == term_kind::blank) t->value = labels.at(t->value);
  }

  static std::string first_degree(const std::string& id, const std::vector<quad>& quads) {
    std::vector<std::string> nquads;
    for (quad q : quads) {
      for (term* t : {&q.subject, &q.object, &q.graph})
        if (t->kind == term_kind::blank) t->value = t->value == id ? "a" : "z";
      nquads.push_back(write_nquad(q));
    }
    std::sort(nquads.begin(), nquads.end());
    std::string all;
    for (const std::string& n : nquads) all += n;
    return sha256_hex(all);
  }

  std::string related_hash(const std::string& related, const quad& q, const issuer& temporary, char position) {
    std::string input(1, position);
    if (position != 'g') input += '<' + q.predicate.value + '>';
    if (canonical.ids.contains(related))
      input += "_:" + canonical.ids.at(related);
    else if (temporary.ids.contains(related))
      input += "_:" + temporary.ids.at(related);
    else
      input += first_degree(related, blank_to_quads.at(related));
    return sha256_hex(input);
  }

  std::pair<std::string, issuer> n_degree(const std::string& id, issuer temporary) {
    std::map<std::string, std::vector<std::string>> related_by_hash;
    for (const quad& q : blank_to_quads.at(id)) {
      const std::pair<const term*, char> components[] = {{&q.subject, 's'}, {&q.object, 'o'}, {&q.graph, 'g'}};
      for (const auto& [component, position] : components)
        if (component->kind == term_kind::blank && component->value != id)
          related_by_hash[related_hash(component->value, q, temporary, position)].push_back(component->value);
    }
    std::string data;
    for (auto& [hash, blanks] : related_by_hash) {
      data += hash;
      std::string chosen_path;
      issuer chosen_issuer;
      std::sort(blanks.begin(), blanks.end());
      do {
        issuer copy = temporary;
        std::string path;
        std::vector<std::string> recursion;
        for (const std::string& related : blanks) {
          if (canonical.ids.contains(related)) {
            path += "_:" + canonical.ids.at(related);
            continue;
          }
          if (!copy.ids.contains(related)) recursion.push_back(related);
          path += "_:" + copy.issue(related);
        }
        for (const std::string& related : recursion) {
          auto [deeper, with] = n_degree(related, copy);
          path += "_:" + copy.issue(related) + '<' + deeper + '>';
          copy = with;
        }
        if (chosen_path.empty() || path < chosen_path) {
          chosen_path = path;
          chosen_issuer = copy;
        }
      } while (std::next_permutation(blanks.begin(), blanks.end()));
      data += chosen_path;
      temporary = chosen_issuer;
    }
    return {sha256_hex(data), temporary};
  }

  std::string run(const dataset& input) {
    const std::set<quad> quads(input.begin(), input.end());
    for (const quad& q : quads) {
      std::set<std::string> blanks;
      for (const term* t : {&q.subject, &q.object, &q.graph})
        if (t->kind == term_kind::blank) blanks.insert(t->value);
      for (const std::string& b : blanks) blank_to_quads[b].push_back(q);
    }
    for (const auto& [b, mentioned] : blank_to_quads) hash_to_blanks[first_degree(b, mentioned)].push_back(b);
    for (const auto& [hash, blanks] : hash_to_blanks)
      if (blanks.size() == 1) canonical.issue(blanks[0]);
    for (const auto& [hash, blanks] : hash_to_blanks) {
      if (blanks.size() == 1) continue;
      std::vector<std::pair<std::string, issuer>> paths;
      for (const std::string& b : blanks) {
        if (canonical.ids.contains(b)) continue;
        issuer temporary{"b", {}, {}};
        temporary.issue(b);
        paths.push_back(n_degree(b, temporary));
      }
      std::stable_sort(paths.begin(), paths.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      for (const auto& path : paths)
        for (const std::string& existing : path.second.order) canonical.issue(existing);
    }
    std::set<std::string> lines;
    for (quad q : quads) {
      relabel(q, canonical.ids);
      lines.insert(write_nquad(q));
    }
    std::string out;
    for (const std::string& line : lines) out += line;
    return out;
  }
};

}  // namespace activateur::plain
