#include "frameworks/ranking.hpp"

#include <algorithm>

namespace activateur {
namespace {

// How much a word counts by where it stands; how many times is enough. Chosen on appellations held out of the
// official ROME, see docs/search.md.
constexpr float label_weight = 1.0F, other_label_weight = 0.6F, background_unit = 1.0F / 24.0F;
constexpr float enough = 1.2F;
// The share of the best entry in the score; the rest is what all the texts of the owner say together.
constexpr float entry_part = 0.4F;

// The last of the rows that begins at or before this record.
template <class T>
std::uint32_t row_with(const compiled::rows<T>& list, std::uint32_t rows, std::uint32_t record) {
  std::uint32_t low = 0;
  std::uint32_t high = rows;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (list.begin[middle] <= record)
      low = middle;
    else
      high = middle;
  }
  return low;
}

template <class T>
bool in_row(const compiled::rows<T>& list, std::uint32_t row, std::uint32_t record) {
  return list.begin[row] <= record && record < list.begin[row + 1];
}

}  // namespace

entry_place place_of(const compiled::parts& p, std::uint32_t entry) {
  const auto competences = static_cast<std::uint32_t>(p.competences.size());
  const auto jobs = static_cast<std::uint32_t>(p.jobs.size());
  if (entry < competences) return {false, entry, p.text(p.competences[entry].label)};
  entry -= competences;
  if (entry < jobs) return {true, entry, p.text(p.jobs[entry].label)};
  entry -= jobs;
  const auto appellations = static_cast<std::uint32_t>(p.appellations.records.size());
  if (entry < appellations)
    return {true, row_with(p.appellations, jobs, entry), p.text(p.appellations.records[entry].text)};
  entry -= appellations;
  return {false, row_with(p.competence_labels, competences, entry), p.text(p.competence_labels.records[entry].text)};
}

ranker::ranker(const compiled::parts& p, float query_part)
    : parts_(p),
      query_part_(query_part),
      competences_(static_cast<std::uint32_t>(p.competences.size())),
      jobs_(static_cast<std::uint32_t>(p.jobs.size())),
      appellations_(static_cast<std::uint32_t>(p.appellations.records.size())),
      entries_(static_cast<std::uint32_t>(p.entry_rarity.size())),
      entry_(entries_),
      owner_(std::size_t{competences_} + jobs_) {}

// Entries come in order: the row of the last one is often the row of this one.
std::uint32_t ranker::owner_of(std::uint32_t entry) {
  if (entry < competences_ + jobs_) return entry;
  entry -= competences_ + jobs_;
  if (entry < appellations_) {
    if (row_ >= jobs_ || !in_row(parts_.appellations, row_, entry)) row_ = row_with(parts_.appellations, jobs_, entry);
    return competences_ + row_;
  }
  entry -= appellations_;
  if (row_ >= competences_ || !in_row(parts_.competence_labels, row_, entry))
    row_ = row_with(parts_.competence_labels, competences_, entry);
  return row_;
}

void ranker::touch(std::uint32_t owner) {
  owner_sum& sum = owner_[owner];
  if (sum.place == no_index) {
    sum.place = static_cast<std::uint32_t>(touched_owners_.size());
    touched_owners_.push_back(owner);
  }
  if (sum.group == 0) in_group_.push_back(owner);
}

void ranker::read_entries(const word_group& group, std::uint32_t hidden) {
  // An entry counts once a group, by its word of the greatest weight: those words come first.
  by_weight_.assign(group.words.begin(), group.words.end());
  std::stable_sort(by_weight_.begin(), by_weight_.end(),
                   [](const weighted& a, const weighted& b) { return a.weight > b.weight; });
  ++group_;
  for (const weighted& w : by_weight_) {
    const compiled::word_record word = parts_.words[w.id];
    for (std::uint32_t i = 0; i < word.count && word.begin + std::uint64_t{i} < parts_.postings.size(); ++i) {
      const std::uint32_t entry = parts_.postings[word.begin + i];
      if (entry == hidden || entry >= entries_) continue;
      entry_sum& sum = entry_[entry];
      if (sum.group == group_) continue;
      sum.group = group_;
      if (sum.words == 0) touched_entries_.push_back(entry);
      sum.explained += w.weight * group.rarity;
      ++sum.words;
      const std::uint32_t owner = owner_of(entry);
      if (owner >= owner_.size()) continue;
      touch(owner);
      owner_[owner].group += w.weight * (entry < competences_ + jobs_ ? label_weight : other_label_weight);
    }
  }
}

void ranker::read_background(const word_group& group) {
  for (const weighted& s : group.stems) {
    const compiled::stem_record root = parts_.stems[s.id];
    const std::uint64_t end =
        std::min<std::uint64_t>(parts_.background.size(), std::uint64_t{root.background_begin} + root.background_count);
    for (std::uint64_t i = root.background_begin; i < end; ++i) {
      const std::uint32_t packed = parts_.background[i];
      const std::uint32_t owner = compiled::background_owner(packed);
      const auto weight = static_cast<float>(compiled::background_weight(packed));
      if (owner >= owner_.size() || weight == 0) continue;
      touch(owner);
      owner_[owner].group += s.weight * weight * background_unit;
    }
  }
}

void ranker::end_group(const word_group& group) {
  for (const std::uint32_t owner : in_group_) {
    owner_sum& sum = owner_[owner];
    sum.evidence += group.rarity * sum.group / (sum.group + enough);
    sum.found += group.rarity;
    sum.group = 0;
  }
  in_group_.clear();
}

const std::vector<ranked_owner>& ranker::rank(const std::vector<word_group>& query, std::uint32_t hidden) {
  float asked = 0;
  for (const word_group& group : query) {
    asked += group.rarity;
    row_ = 0;
    read_entries(group, hidden);
    read_background(group);
    end_group(group);
  }
  asked = std::max(asked, 1.0F / 256);
  out_.assign(touched_owners_.size(), {});
  for (const std::uint32_t owner : touched_owners_) {
    const owner_sum& sum = owner_[owner];
    ranked_owner& hit = out_[sum.place];
    hit.owner = owner;
    hit.query_share = std::min(1.0F, sum.found / asked);
    hit.score = (1 - entry_part) * sum.evidence / asked;
  }
  row_ = 0;
  for (const std::uint32_t entry : touched_entries_) {
    const std::uint32_t owner = owner_of(entry);
    if (owner >= owner_.size() || owner_[owner].place == no_index) continue;
    ranked_owner& hit = out_[owner_[owner].place];
    const entry_sum& sum = entry_[entry];
    const float rarity = std::max(static_cast<float>(parts_.entry_rarity[entry]) / 256.0F, sum.explained);
    const float fit = sum.explained / (query_part_ * asked + (1 - query_part_) * rarity);
    hit.whole = hit.whole || sum.words == query.size();
    if (fit * entry_part <= hit.entry_share) continue;
    hit.entry = entry;
    hit.entry_share = fit * entry_part;  // for the comparison; set right below
    hit.explained = sum.explained;
    hit.words = sum.words;
  }
  for (ranked_owner& hit : out_) {
    hit.score = std::min(1.0F, hit.score + hit.entry_share);
    if (hit.entry == no_index) continue;
    const float rarity = std::max(static_cast<float>(parts_.entry_rarity[hit.entry]) / 256.0F, hit.explained);
    hit.entry_share = rarity > 0 ? hit.explained / rarity : 0;
  }
  for (const std::uint32_t entry : touched_entries_) entry_[entry] = {};
  for (const std::uint32_t owner : touched_owners_) owner_[owner] = {};
  touched_entries_.clear();
  touched_owners_.clear();
  return out_;
}

}  // namespace activateur
