#include "frameworks/identify.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/limits.hpp"
#include "frameworks/clauses.hpp"
#include "frameworks/lexicon.hpp"
#include "frameworks/query.hpp"
#include "frameworks/ranking.hpp"
#include "frameworks/stem.hpp"

namespace activateur {
namespace {

constexpr std::size_t most_clause_words = 60;

constexpr message too_long{"identify.too_long", "The text has {0} bytes; at most {1} are read. Give it in parts.",
                           "Le texte compte {0} octets ; {1} au plus sont lus. Donnez-le en plusieurs parties."};

// How much one counts on what the lexicon says beside what the person wrote.
constexpr float lexicon_weight = 0.85F;

// Of a label: the share that the person's words explain and, in bits, how much. The last two constants turn that
// strength into a confidence; all were fitted on the half "dev" of bench/data/identify-fr.tsv (docs/search.md).
constexpr double bits_that_tell = 12, evidence_part = 0.25, steepness = 8.5, half_way = 0.68;
// People say what they did: that is a doing before it is a field of knowledge.
constexpr double knowledge_part = 0.9;
// A clause says much that is not in the label of what it speaks of.
constexpr float unexplained_words = 0.1F;

// A word of a small framework cannot tell as much as one of ROME, on which the constants were fitted: the bits that
// tell are taken as a share of the most that one word can.
constexpr double most_bits_of_rome = 15.6;
double bits_per_bit(const compiled::parts& p) {
  return most_bits_of_rome / std::log2(2 + static_cast<double>(p.entry_rarity.size()));
}

double strength_of(const ranked_owner& r, double scale) {
  const double telling = 1 - std::exp(-static_cast<double>(r.explained) * scale / bits_that_tell);
  const double label = std::pow(static_cast<double>(r.entry_share), 0.7) * telling;
  return (1 - evidence_part) * label + evidence_part * static_cast<double>(r.score);
}

// Never less than that, and cheap.
double strength_bound(const ranked_owner& r) {
  return (1 - evidence_part) * std::sqrt(static_cast<double>(r.entry_share)) +
         evidence_part * static_cast<double>(r.score);
}

double confidence_of(double strength) { return 1 / (1 + std::exp(-steepness * (strength - half_way))); }

double strength_for(double confidence) {
  const double c = std::clamp(confidence, 1e-6, 1 - 1e-6);
  return half_way + std::log(c / (1 - c)) / steepness;
}

// A word the person wrote, or that the lexicon says for some of them.
struct meant_word {
  std::string text;
  std::vector<std::size_t> from;  // places in the clause
  bool said = true;
};

class clause_reading {
 public:
  explicit clause_reading(const clause& words) {
    for (std::size_t i = 0; i < words.size() && meant_.size() < most_clause_words; ++i) {
      stems_.push_back(words[i].denied ? std::string{} : stem(words[i].text, "fr"));
      if (!words[i].denied && !is_common_word(words[i].text)) add({words[i].text, {i}, true});
    }
    for (const lexicon_entry& entry : lexicon()) translate(entry);
  }
  [[nodiscard]] const std::vector<meant_word>& meant() const { return meant_; }

 private:
  void add(meant_word word) {
    const auto same = std::find_if(meant_.begin(), meant_.end(), [&](const auto& m) { return m.text == word.text; });
    if (same == meant_.end() && meant_.size() < most_clause_words) meant_.push_back(std::move(word));
  }
  void translate(const lexicon_entry& entry) {
    std::vector<std::size_t> from;
    for (const std::string& root : entry.said) {
      const auto at = std::find(stems_.begin(), stems_.end(), root);
      if (at == stems_.end()) return;
      from.push_back(static_cast<std::size_t>(at - stems_.begin()));
    }
    for (const std::string& word : entry.means) add({word, from, false});
  }

  std::vector<std::string> stems_;
  std::vector<meant_word> meant_;
};

bool stands_for(const word_group& group, std::uint32_t word) {
  const auto at = std::lower_bound(group.words.begin(), group.words.end(), word,
                                   [](const weighted& w, std::uint32_t n) { return w.id < n; });
  return at != group.words.end() && at->id == word;
}

void add_span(std::vector<text_span>& spans, text_span span) {
  if (std::find(spans.begin(), spans.end(), span) == spans.end()) spans.push_back(span);
}

class reading {
 public:
  reading(const framework_set& frameworks, const identify_request& request)
      : frameworks_(frameworks), request_(request) {
    for (const framework_ptr& f : frameworks.all())
      if (request.frameworks.empty() ||
          std::find(request.frameworks.begin(), request.frameworks.end(), f->id()) != request.frameworks.end())
        asked_.push_back(f);
  }

  result<identified> run(const context& with) {
    const progress_sink& progress = with.progress;
    std::vector<const compiled::parts*> parts;
    for (const framework_ptr& f : asked_) parts.push_back(&parts_of(*f));
    const auto clauses = clauses_of(request_.text);
    const std::size_t steps = clauses.size() + request_.sources.size();
    std::vector<ranker> rankers;
    rankers.reserve(parts.size());
    for (const auto* p : parts) rankers.emplace_back(*p, unexplained_words);
    for (std::size_t done = 0; done < clauses.size(); ++done) {
      if (!progress.at(done, steps)) return progress_sink::cancelled();
      const clause& words = clauses[done];
      const clause_reading read(words);
      if (read.meant().empty()) continue;
      const query_words query = asked_of(read, parts);
      for (std::size_t i = 0; i < asked_.size(); ++i) read_clause(words, read, query, i, rankers[i]);
    }
    identified out;
    for (std::size_t i = 0; i < request_.sources.size(); ++i) {
      if (!progress.at(clauses.size() + i, steps)) return progress_sink::cancelled();
      ask(request_.sources[i], clauses, with.lang, out);
    }
    std::vector<candidate> competences;
    std::vector<candidate> jobs;
    for (auto& [named, c] : found_) (std::get<1>(named) ? jobs : competences).push_back(std::move(c));
    out.competences = best_of(std::move(competences), false);
    out.jobs = best_of(std::move(jobs), true);
    return out;
  }

 private:
  static constexpr std::size_t no_reading = static_cast<std::size_t>(-1);
  struct clause_groups {  // a clause as one framework knows its words
    const clause* words;
    std::vector<meant_word> meant;
    std::vector<word_group> groups;
    std::vector<std::size_t> places;  // of the groups, in meant
  };
  struct candidate {
    identified_entry said;
    std::size_t reading;  // of readings_, or no_reading: another source said it
    std::uint32_t entry;
  };
  using key = std::tuple<const framework*, bool, std::uint32_t>;

  // Words of the lexicon are known or left out: never corrected.
  static query_words asked_of(const clause_reading& read, const std::vector<const compiled::parts*>& parts) {
    query_words out;
    out.any_first_letter = false;  // a text has many words that no framework knows
    for (const meant_word& m : read.meant()) {
      out.words.push_back(m.text);
      out.known.push_back(!m.said || std::any_of(parts.begin(), parts.end(), [&](const compiled::parts* p) {
        return word_lookup(*p).knows(m.text);
      }));
    }
    return out;
  }

  void read_clause(const clause& words, const clause_reading& read, const query_words& query, std::size_t number,
                   ranker& ranking) {
    const compiled::parts& p = parts_of(*asked_[number]);
    auto& known = readings_.emplace_back(clause_groups{&words, read.meant(), {}, {}});
    known.groups = groups_of(query, p, &known.places);
    for (std::size_t g = 0; g < known.groups.size(); ++g)
      if (!known.meant[known.places[g]].said)
        for (auto* list : {&known.groups[g].words, &known.groups[g].stems})
          for (weighted& w : *list) w.weight *= lexicon_weight;
    const auto competences = static_cast<std::uint32_t>(p.competences.size());
    const double least = strength_for(request_.least_confidence);
    const double scale = bits_per_bit(p);
    for (const ranked_owner& r : ranking.rank(known.groups)) {
      if (r.entry == no_index || strength_bound(r) < least) continue;
      const bool is_job = r.owner >= competences;
      const std::uint32_t index = is_job ? r.owner - competences : r.owner;
      if (!wanted(p, is_job, index)) continue;
      double strength = strength_of(r, scale);
      if (!is_job && p.competences[index].kind == static_cast<std::uint8_t>(competence_kind::knowledge))
        strength *= knowledge_part;
      const double confidence = confidence_of(strength);
      if (confidence < request_.least_confidence) continue;
      identified_entry entry;
      entry.in = asked_[number];
      entry.index = index;
      entry.confidence = confidence;
      entry.source = own_reading;
      merge(is_job, {std::move(entry), readings_.size() - 1, r.entry});
    }
  }

  [[nodiscard]] bool wanted(const compiled::parts& p, bool is_job, std::uint32_t index) const {
    if (is_job) return p.jobs[index].withdrawn == 0;
    const compiled::competence_record c = p.competences[index];
    if (c.withdrawn != 0 || c.grain == static_cast<std::uint8_t>(competence_grain::group)) return false;
    const std::string_view kind = name(static_cast<competence_kind>(c.kind));
    return request_.kinds.empty() ||
           std::find(request_.kinds.begin(), request_.kinds.end(), kind) != request_.kinds.end();
  }

  // Fills in what it matched and the words that led there.
  void explain(candidate& c) const {
    if (c.reading == no_reading) return;
    identified_entry& entry = c.said;
    const clause_groups& known = readings_[c.reading];
    const compiled::parts& p = parts_of(*entry.in);
    const word_lookup lookup(p);
    entry.matched = std::string(place_of(p, c.entry).text);
    for (const folded_word& w : fold_words(entry.matched)) {
      const auto id = lookup.find(w.text);
      for (std::size_t g = 0; id && g < known.groups.size(); ++g) {
        if (!stands_for(known.groups[g], *id)) continue;
        const meant_word& meant = known.meant[known.places[g]];
        for (const std::size_t i : meant.from) add_span(entry.spans, {(*known.words)[i].begin, (*known.words)[i].end});
        if (!meant.said && std::find(entry.why.begin(), entry.why.end(), "= " + meant.text) == entry.why.end())
          entry.why.push_back("= " + meant.text);
      }
    }
  }

  // The surest reading stays; of equal ones the first.
  void merge(bool is_job, candidate c) {
    const auto [at, fresh] = found_.try_emplace(key(c.said.in.get(), is_job, c.said.index), c);
    if (!fresh && c.said.confidence > at->second.said.confidence) at->second = std::move(c);
  }

  void ask(const text_source& source, const std::vector<clause>& clauses, language lang, identified& out) {
    text_question about{request_.text, lang, {}, request_.least_confidence};
    for (const framework_ptr& f : asked_) about.frameworks.emplace_back(f->id());
    out.sources.push_back({source.name, source.version, 0});
    auto answer = source.read(about);
    if (!answer) return out.failures.push_back(std::move(answer).why());
    auto judged = judge(source, *std::move(answer), request_.text, frameworks_);
    if (judged.notice) out.failures.push_back(*std::move(judged.notice));
    out.sources.back().sound = judged.sound.size();
    for (sound_candidate& c : judged.sound) {
      if (c.said.confidence < request_.least_confidence || all_denied(c.said.spans, clauses)) continue;
      if (std::find(asked_.begin(), asked_.end(), c.what.in) == asked_.end()) continue;
      if (!wanted(parts_of(*c.what.in), c.is_job, c.what.index)) continue;
      identified_entry entry;
      entry.in = c.what.in;
      entry.index = c.what.index;
      entry.confidence = c.said.confidence;
      entry.source = source.name;
      entry.version = source.version;
      for (const text_span& s : c.said.spans) add_span(entry.spans, s);
      merge(c.is_job, {std::move(entry), no_reading, no_index});
    }
  }

  [[nodiscard]] std::vector<identified_entry> best_of(std::vector<candidate> found, bool jobs) const {
    const auto place = [&](const framework_ptr& f) {
      return std::find(asked_.begin(), asked_.end(), f) - asked_.begin();
    };
    const auto code = [&](const identified_entry& e) {
      return jobs ? e.in->job(e.index).code : e.in->competence(e.index).code;
    };
    std::sort(found.begin(), found.end(), [&](const candidate& left, const candidate& right) {
      const identified_entry& a = left.said;
      const identified_entry& b = right.said;
      if (a.confidence != b.confidence) return a.confidence > b.confidence;
      if (a.in != b.in) return place(a.in) < place(b.in);
      return code(a) < code(b);
    });
    std::vector<identified_entry> out;
    for (candidate& c : found) {
      if (out.size() == request_.limit) break;
      explain(c);
      identified_entry& e = out.emplace_back(std::move(c.said));
      std::sort(e.spans.begin(), e.spans.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
      std::vector<std::string> said;
      for (const text_span& s : e.spans) said.emplace_back(request_.text.substr(s.begin, s.end - s.begin));
      e.why.insert(e.why.begin(), said.begin(), said.end());
    }
    return out;
  }

  const framework_set& frameworks_;
  const identify_request& request_;
  std::vector<framework_ptr> asked_;
  std::map<key, candidate> found_;
  std::vector<clause_groups> readings_;
};

}  // namespace

result<identified> identify(const framework_set& frameworks, const identify_request& request, const context& with) {
  if (request.text.size() > limits::text_bytes)
    return fail(failure::limit, too_long, {std::to_string(request.text.size()), std::to_string(limits::text_bytes)});
  return reading(frameworks, request).run(with);
}

}  // namespace activateur
