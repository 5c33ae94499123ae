// How well searching and identifying find, beside SQLite FTS5 over the same texts, and how fast. docs/search.md quotes
// it. Needs the full ROME 4.0 ($ACTIVATEUR_SHARED or ../shared).
// Usage: search_quality [appellations|speed|sentences]... [every=N]
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "frameworks/checksum.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/identify.hpp"
#include "frameworks/import.hpp"
#include "frameworks/query.hpp"
#include "frameworks/ranking.hpp"
#include "frameworks/search.hpp"

namespace {

using namespace activateur;

std::string shared() {
  const char* named = std::getenv("ACTIVATEUR_SHARED");
  const std::filesystem::path root = std::filesystem::path(ACTIVATEUR_SOURCE_DIR);
  return (named != nullptr ? std::filesystem::path(named) : root / ".." / "shared").string();
}

struct tally {
  std::size_t asked = 0, first = 0, five = 0;
  double reciprocal = 0;
  std::vector<double> microseconds;

  void add(std::size_t rank, double us) {  // 0: not found
    ++asked;
    first += rank == 1 ? 1U : 0U;
    five += rank >= 1 && rank <= 5 ? 1U : 0U;
    reciprocal += rank == 0 ? 0.0 : 1.0 / static_cast<double>(rank);
    microseconds.push_back(us);
  }
  void print(const char* what) {
    std::sort(microseconds.begin(), microseconds.end());
    const auto n = static_cast<double>(std::max<std::size_t>(asked, 1));
    const auto at = [&](double q) {
      return microseconds.empty()
                 ? 0.0
                 : microseconds[static_cast<std::size_t>(q * static_cast<double>(microseconds.size() - 1))];
    };
    std::printf("%-44s n %6zu  hit@1 %.3f  hit@5 %.3f  MRR %.3f  p50 %7.0f us  p99 %7.0f us\n", what, asked,
                static_cast<double>(first) / n, static_cast<double>(five) / n, reciprocal / n, at(0.5), at(0.99));
    std::fflush(stdout);
  }
};

template <class F>
double timed(F&& f) {
  const auto start = std::chrono::steady_clock::now();
  f();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

// The jobs' texts in FTS5, a document a job, with one appellation left out at a time.
class fts5 {
 public:
  explicit fts5(const framework& f) : f_(f) {
    sqlite3_open(":memory:", &db_);
    run("create virtual table jobs using fts5(text, tokenize=\"unicode61 remove_diacritics 2\")");
    sqlite3_prepare_v2(db_, "insert into jobs(rowid, text) values(?, ?)", -1, &insert_, nullptr);
    sqlite3_prepare_v2(db_, "delete from jobs where rowid = ?", -1, &remove_, nullptr);
    sqlite3_prepare_v2(db_, "select rowid from jobs where jobs match ? order by rank limit 50", -1, &select_, nullptr);
    run("begin");
    for (std::uint32_t j = 0; j < f.counts().jobs; ++j) put(j, no_index);
    run("commit");
    run("begin");
  }
  ~fts5() {
    for (sqlite3_stmt* s : {insert_, remove_, select_}) sqlite3_finalize(s);
    sqlite3_close(db_);
  }
  fts5(const fts5&) = delete;
  fts5& operator=(const fts5&) = delete;

  // Its text without the appellation of that place; no_index: all of it.
  void put(std::uint32_t job, std::uint32_t without) {
    sqlite3_reset(remove_);
    sqlite3_bind_int64(remove_, 1, job + 1);
    sqlite3_step(remove_);
    std::string text(f_.job(job).label);
    std::uint32_t place = 0;
    for (const auto a : f_.appellations_of(job))
      if (place++ != without) text.append("\n").append(a);
    text.append("\n").append(f_.job(job).definition);
    for (const job_link& l : f_.links_of(job)) text.append("\n").append(f_.competence(l.competence).label);
    sqlite3_reset(insert_);
    sqlite3_bind_int64(insert_, 1, job + 1);
    sqlite3_bind_text(insert_, 2, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    sqlite3_step(insert_);
  }

  std::vector<std::uint32_t> find(std::string_view words, bool prefix) {
    std::string match;
    std::set<std::string> once;
    for (const folded_word& w : fold_words(words)) {
      if (!once.insert(w.text).second) continue;
      if (!match.empty()) match += " OR ";
      match += '"' + w.text + '"';
      if (prefix && w.text.size() >= 4) match += '*';
    }
    std::vector<std::uint32_t> out;
    sqlite3_reset(select_);
    sqlite3_bind_text(select_, 1, match.data(), static_cast<int>(match.size()), SQLITE_TRANSIENT);
    while (sqlite3_step(select_) == SQLITE_ROW)
      out.push_back(static_cast<std::uint32_t>(sqlite3_column_int64(select_, 0) - 1));
    return out;
  }

 private:
  void run(const char* sql) { sqlite3_exec(db_, sql, nullptr, nullptr, nullptr); }

  const framework& f_;
  sqlite3* db_ = nullptr;
  sqlite3_stmt *insert_ = nullptr, *remove_ = nullptr, *select_ = nullptr;
};

std::size_t rank_in(const std::vector<std::uint32_t>& found, std::uint32_t wanted) {
  const auto at = std::find(found.begin(), found.end(), wanted);
  return at == found.end() ? 0 : static_cast<std::size_t>(at - found.begin()) + 1;
}

// One letter put in, left out, changed, or exchanged with the next, in a word of five letters or more.
std::string with_mistake(const std::string& text, std::mt19937& random) {
  std::vector<folded_word> words = fold_words(text);
  std::string out;
  std::vector<std::size_t> long_words;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].text.size() >= 5) long_words.push_back(i);
  if (!long_words.empty()) {
    std::string& w = words[long_words[random() % long_words.size()]].text;
    const std::size_t at = random() % (w.size() - 1);
    const char letter = static_cast<char>('a' + random() % 26);
    switch (random() % 4) {
      case 0: w.insert(at, 1, letter); break;
      case 1: w.erase(at, 1); break;
      case 2: w[at] = letter; break;
      default: std::swap(w[at], w[at + 1]); break;
    }
  }
  for (const folded_word& w : words) out += (out.empty() ? "" : " ") + w.text;
  return out;
}

void appellations(const framework& f, unsigned every) {
  const compiled::parts& p = parts_of(f);
  fts5 peer(f);
  ranker ranking(p);
  std::mt19937 random(60);
  tally ours, theirs, theirs_prefix, ours_typed, theirs_typed, theirs_typed_prefix;
  const std::vector<const compiled::parts*> all{&p};
  const auto competences = static_cast<std::uint32_t>(p.competences.size());
  const auto jobs = static_cast<std::uint32_t>(p.jobs.size());
  for (std::uint32_t job = 0; job < jobs; ++job) {
    const std::uint32_t first = p.appellations.begin[job];
    for (std::uint32_t a = first; a < p.appellations.begin[job + 1]; ++a) {
      if (random() % every != 0) continue;
      const std::string text(p.text(p.appellations.records[a].text));
      peer.put(job, a - first);
      const std::string typed = with_mistake(text, random);
      const auto own = [&](const std::string& words, tally& into) {
        std::vector<std::pair<float, std::uint32_t>> found;
        const double us = timed([&] {
          for (const ranked_owner& r : ranking.rank(groups_of(read_query(words, all), p), competences + jobs + a))
            if (r.owner >= competences) found.emplace_back(-r.score - (r.whole ? 1.0F : 0.0F), r.owner - competences);
          std::sort(found.begin(), found.end());
        });
        std::vector<std::uint32_t> order;
        for (const auto& [score, j] : found) order.push_back(j);
        if (order.size() > 50) order.resize(50);
        into.add(rank_in(order, job), us);
      };
      const auto other = [&](const std::string& words, bool prefix, tally& into) {
        std::vector<std::uint32_t> found;
        const double us = timed([&] { found = peer.find(words, prefix); });
        into.add(rank_in(found, job), us);
      };
      own(text, ours);
      own(typed, ours_typed);
      other(text, false, theirs);
      other(text, true, theirs_prefix);
      other(typed, false, theirs_typed);
      other(typed, true, theirs_typed_prefix);
      peer.put(job, no_index);
    }
  }
  ours.print("held-out appellations, activateur");
  theirs.print("held-out appellations, FTS5 words");
  theirs_prefix.print("held-out appellations, FTS5 prefixes");
  ours_typed.print("with a typing mistake, activateur");
  theirs_typed.print("with a typing mistake, FTS5 words");
  theirs_typed_prefix.print("with a typing mistake, FTS5 prefixes");
}

struct sentence {
  std::string half, text;
  std::set<std::string> right;
};

std::vector<sentence> sentences() {
  std::vector<sentence> out;
  std::ifstream file(std::string(ACTIVATEUR_SOURCE_DIR) + "/bench/data/identify-fr.tsv");
  for (std::string line; std::getline(file, line);) {
    const std::size_t one = line.find('\t');
    const std::size_t two = line.rfind('\t');
    if (line.starts_with('#') || one == two) continue;
    sentence s{line.substr(0, one), line.substr(one + 1, two - one - 1), {}};
    std::istringstream codes(line.substr(two + 1));
    for (std::string code; codes >> code;) s.right.insert(code);
    out.push_back(std::move(s));
  }
  return out;
}

// A competence is right when it, or its macro-competence, is among the expected.
bool right(const framework& f, bool is_job, std::uint32_t index, const std::set<std::string>& expected) {
  if (is_job) return expected.contains(std::string(f.job(index).code));
  const competence_view c = f.competence(index);
  return expected.contains(std::string(c.code)) ||
         (c.macro != no_index && expected.contains(std::string(f.competence(c.macro).code)));
}

// Everything in FTS5: a document an entry, a competence's label and definition, or a job's label, appellations and
// definition.
class fts5_of_all {
 public:
  explicit fts5_of_all(const framework& f) {
    sqlite3_open(":memory:", &db_);
    sqlite3_exec(db_, "create virtual table t using fts5(text, tokenize=\"unicode61 remove_diacritics 2\"); begin",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db_, "insert into t(rowid, text) values(?, ?)", -1, &insert, nullptr);
    std::int64_t row = 0;
    const auto put = [&](const std::string& text) {
      sqlite3_reset(insert);
      sqlite3_bind_int64(insert, 1, ++row);
      sqlite3_bind_text(insert, 2, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
      sqlite3_step(insert);
    };
    for (std::uint32_t c = 0; c < f.counts().competences; ++c)
      put(std::string(f.competence(c).label) + "\n" + std::string(f.competence(c).definition));
    for (std::uint32_t j = 0; j < f.counts().jobs; ++j) {
      std::string text(f.job(j).label);
      for (const auto a : f.appellations_of(j)) text.append("\n").append(a);
      put(text.append("\n").append(f.job(j).definition));
    }
    sqlite3_finalize(insert);
    sqlite3_exec(db_, "commit", nullptr, nullptr, nullptr);
    sqlite3_prepare_v2(db_, "select rowid - 1 from t where t match ? order by rank limit 50", -1, &select_, nullptr);
  }
  ~fts5_of_all() {
    sqlite3_finalize(select_);
    sqlite3_close(db_);
  }
  fts5_of_all(const fts5_of_all&) = delete;
  fts5_of_all& operator=(const fts5_of_all&) = delete;

  std::vector<std::uint32_t> find(std::string_view words) {
    std::string match;
    for (const folded_word& w : fold_words(words)) match += (match.empty() ? "\"" : " OR \"") + w.text + '"';
    sqlite3_reset(select_);
    sqlite3_bind_text(select_, 1, match.data(), static_cast<int>(match.size()), SQLITE_TRANSIENT);
    std::vector<std::uint32_t> out;
    while (sqlite3_step(select_) == SQLITE_ROW)
      out.push_back(static_cast<std::uint32_t>(sqlite3_column_int64(select_, 0)));
    return out;
  }

 private:
  sqlite3* db_ = nullptr;
  sqlite3_stmt* select_ = nullptr;
};

void sentences_of(const framework_ptr& rome) {
  framework_set set;
  set.add(rome);
  fts5_of_all peer(*rome);
  const auto competences = static_cast<std::uint32_t>(rome->counts().competences);
  for (const std::string half : {"dev", "test"}) {
    tally ours, theirs;
    double precision = 0;
    double their_precision = 0;
    struct bin {
      std::size_t said = 0, right = 0;
      double confidence = 0;
    };
    std::vector<bin> bins(10);
    for (const sentence& s : sentences()) {
      if (s.half != half) continue;
      identified found;
      identify_request request;
      request.text = s.text;
      const double us = timed([&] { found = *identify(set, request, context{}); });
      std::vector<std::pair<double, bool>> all;  // confidence, right
      for (const bool is_job : {false, true})
        for (const identified_entry& e : is_job ? found.jobs : found.competences)
          all.emplace_back(-e.confidence, right(*rome, is_job, e.index, s.right));
      std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      const auto first = std::find_if(all.begin(), all.end(), [](const auto& a) { return a.second; });
      ours.add(first == all.end() ? 0 : static_cast<std::size_t>(first - all.begin()) + 1, us);
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (i < 5 && all[i].second) precision += 1.0 / static_cast<double>(std::min<std::size_t>(5, all.size()));
        bin& b = bins[std::min<std::size_t>(9, static_cast<std::size_t>(-all[i].first * 10))];
        ++b.said;
        b.right += all[i].second ? 1U : 0U;
        b.confidence -= all[i].first;
      }
      if (std::getenv("SEARCH_QUALITY_SHOW") != nullptr && half == "dev") {
        std::printf("%s\n", s.text.c_str());
        for (const bool is_job : {false, true})
          for (const identified_entry& e : is_job ? found.jobs : found.competences)
            std::printf("   %c %.2f %s\n", right(*rome, is_job, e.index, s.right) ? '+' : '-', e.confidence,
                        e.matched.c_str());
      }
      std::vector<std::uint32_t> theirs_found;
      const double their_us = timed([&] { theirs_found = peer.find(s.text); });
      std::size_t rank = 0;
      for (std::size_t i = 0; i < theirs_found.size(); ++i) {
        const bool is_job = theirs_found[i] >= competences;
        if (!right(*rome, is_job, is_job ? theirs_found[i] - competences : theirs_found[i], s.right)) continue;
        if (rank == 0) rank = i + 1;
        if (i < 5) their_precision += 0.2;
      }
      theirs.add(rank, their_us);
    }
    const auto n = static_cast<double>(std::max<std::size_t>(1, ours.asked));
    ours.print(("sentences (" + half + "), activateur").c_str());
    theirs.print(("sentences (" + half + "), FTS5").c_str());
    std::printf("  precision@5: activateur %.3f, FTS5 %.3f\n  confidence: ", precision / n, their_precision / n);
    for (const bin& b : bins)
      if (b.said > 0)
        std::printf(" %.2f->%.2f (%zu)", b.confidence / static_cast<double>(b.said),
                    static_cast<double>(b.right) / static_cast<double>(b.said), b.said);
    std::printf("\n");
  }
}

// The same framework under another id stands for a second one of its size.
framework_ptr renamed(const framework& f) {
  std::string bytes(f.bytes());
  const auto& head = parts_of(f).head;
  const std::size_t pool = static_cast<std::size_t>(parts_of(f).texts.data() - f.bytes().data());
  bytes[pool + head.id.offset] = 'b';
  // A changed byte needs its checksum.
  constexpr std::size_t sealed_from = offsetof(compiled::header, head_checksum);
  const std::uint64_t sum = xxh64(std::string_view(bytes).substr(sealed_from));
  std::memcpy(bytes.data() + offsetof(compiled::header, checksum), &sum, sizeof sum);
  auto read = framework::from_bytes(std::move(bytes), "second");
  return read ? *std::move(read) : nullptr;
}

void speed(const framework_ptr& rome) {
  framework_set set;
  set.add(rome);
  set.add(renamed(*rome));
  std::printf("%zu frameworks\n", set.all().size());
  std::mt19937 random(4);
  std::vector<std::string> labels;
  for (std::uint32_t c = 0; c < rome->counts().competences; c += 40) labels.emplace_back(rome->competence(c).label);
  tally whole, cut, typed, one_letter;
  const auto ask = [&](std::string_view words, tally& into) {
    search_request request;
    request.words = words;
    into.add(1, timed([&] { (void)search(set, request); }));
  };
  for (const std::string& label : labels) {
    ask(label, whole);
    const std::string folded = fold(label);
    ask(folded.substr(0, std::min<std::size_t>(folded.size(), 5)), cut);
    ask(folded.substr(0, 1), one_letter);
    ask(with_mistake(label, random), typed);
  }
  whole.print("speed: labels");
  cut.print("speed: five letters");
  one_letter.print("speed: one letter");
  typed.print("speed: labels with a typing mistake");
  std::string text;
  std::size_t words = 0;
  for (const sentence& s : sentences()) {
    if (words > 500) break;
    words += fold_words(s.text).size();
    text += s.text + ". ";
  }
  tally long_text;
  for (int i = 0; i < 20; ++i) {
    identify_request request;
    request.text = text;
    long_text.add(1, timed([&] { (void)identify(set, request, context{}); }));
  }
  std::printf("%zu words: ", words);
  long_text.print("speed: identify");
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> asked(arguments + 1, arguments + count);
  unsigned every = 1;
  for (const std::string& a : asked)
    if (a.starts_with("every=")) every = static_cast<unsigned>(std::max(1, std::atoi(a.c_str() + 6)));
  const auto wants = [&](std::string_view what) {
    return std::none_of(asked.begin(), asked.end(), [](const auto& a) { return !a.starts_with("every="); }) ||
           std::find(asked.begin(), asked.end(), what) != asked.end();
  };
  framework_ptr rome;
  const double import_us = timed([&] {
    if (auto imported = import_framework(shared() + "/data/rome4_v460/raw", {})) rome = *std::move(imported);
  });
  if (!rome) {
    std::fprintf(stderr, "search_quality: the full ROME 4.0 is not at hand; set ACTIVATEUR_SHARED.\n");
    return 1;
  }
  std::printf("ROME imported in %.2f s, %.1f MB\n", import_us / 1e6, static_cast<double>(rome->bytes().size()) / 1e6);
  if (wants("appellations")) appellations(*rome, every);
  if (wants("sentences")) sentences_of(rome);
  if (wants("speed")) speed(rome);
  return 0;
}
