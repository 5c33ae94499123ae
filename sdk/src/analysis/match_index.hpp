// Targets as inverted lists: who asks for a competence, so that a person costs what she brings and not what exists.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace activateur {

// Required levels: 0 when the target names none, else 1 to 4.
inline constexpr std::size_t match_level_count = 5;

struct match_requirement {
  std::uint32_t competence = 0;  // a number below the index's competence count
  std::uint8_t level = 0;
  double weight = 1;  // importance, within [0, 1000]; 0 counts for nothing
};

// At least so many of its members: the best known ones count, for each of the three scores by itself, each with the
// weight of the group divided by their number.
struct match_choice {
  std::size_t at_least = 1;                // 1 to as many as there are members
  double weight = 1;                       // importance of the group, within [0, 1000]
  std::vector<match_requirement> members;  // whose weight is not read
};

// The requirements of many targets, one after the other; a target's number is its place.
class match_targets {
 public:
  void add(std::span<const match_requirement> requirements, std::span<const match_choice> choices = {});
  [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }
  [[nodiscard]] std::span<const match_requirement> operator[](std::size_t target) const {
    return std::span(all_).subspan(starts_[target], starts_[target + 1] - starts_[target]);
  }
  [[nodiscard]] std::span<const match_requirement> all() const { return all_; }
  struct of_target {
    std::size_t target = 0;
    match_choice choice;
  };
  [[nodiscard]] const std::vector<of_target>& choices() const { return choices_; }  // by target

 private:
  std::vector<std::size_t> starts_{0};
  std::vector<of_target> choices_;
  std::vector<match_requirement> all_;
};

// Immutable, so that any number of threads may read it.
//
// A posting is 16 bits: 11 for the target within its block of 2 048, whose sums stay in the first-level cache, 5 for
// its class, the required level and the weight, whose product with what the person brings is looked up. Class 0 is
// nothing: with it the lists of each block are filled up to fours. A list has at most 31 others; a competence that is
// asked in more ways has several lists.
//
// Sums are integers, so that their order does not matter and taking back is exact. Weights become whole numbers:
// exactly, when they are multiples of 1/m for an m up to 1 000, as those of a policy are; else they are rounded to
// 2^-18 of the heaviest. Values become multiples of 1/scale(). Sums have 32 bits when weights are exact and scale()
// stays above 2^20; else `wide`, 64 bits.
class match_index {
 public:
  // Fails for a level above 4, a weight that is no number within [0, 1000], a competence that is not below
  // `competences`, a choice of none or of more than there are, more than 10 000 requirements in a target, more than
  // 2^31 in all. `plain`: without the instructions that only some processors have; the scores are the same.
  static result<match_index> build(const match_targets& targets, std::size_t competences, bool plain = false);

  [[nodiscard]] std::size_t targets() const { return totals_.size(); }
  [[nodiscard]] std::size_t competences() const { return first_list_.size() - 1; }
  [[nodiscard]] std::size_t bytes() const;
  [[nodiscard]] bool wide() const { return wide_; }
  [[nodiscard]] bool exact_weights() const { return exact_weights_; }
  [[nodiscard]] double scale() const { return scale_; }
  // How many requirements ask for the competence: what a change of it costs.
  [[nodiscard]] std::size_t asked(std::uint32_t competence) const {
    return competence < asked_.size() ? asked_[competence] : 0;
  }

  // --- what the sums are made of --------------------------------------------------------------------------------

  static constexpr std::uint32_t block_bits = 11;
  static constexpr std::uint32_t block_targets = 1U << block_bits;
  static constexpr std::size_t classes_max = 1U << (16 - block_bits);
  static constexpr std::size_t ways_max = classes_max - 1;
  static constexpr std::size_t together = 4;           // postings
  static constexpr std::size_t postings_read_on = 16;  // that may be read beyond those of a list

  struct asked_as {  // a class
    std::uint32_t weight = 0;
    std::uint32_t level = 0;
    friend bool operator==(const asked_as&, const asked_as&) = default;
    friend auto operator<=>(const asked_as&, const asked_as&) = default;
  };

  [[nodiscard]] std::size_t blocks() const { return blocks_; }
  // The lists of a competence are those from `first_list` to that of the next.
  [[nodiscard]] std::uint32_t first_list(std::uint32_t competence) const { return first_list_[competence]; }
  [[nodiscard]] std::span<const asked_as> classes(std::uint32_t list) const {
    return std::span(classes_).subspan(lists_[list].classes, lists_[list].class_count);
  }
  // Fours; they end where those of the next block begin.
  [[nodiscard]] const std::uint16_t* postings(std::uint32_t list, std::size_t block) const {
    return postings_.data() + together * std::size_t{block_starts_[list * blocks_ + block]};
  }
  // Whether scores are computed by match_wide where they can be.
  [[nodiscard]] bool by_wide() const { return by_wide_; }
  // The heads: the most asked competences, when all lists have the same few classes and sums have 32 bits; else none.
  // Their lists stand among the others too; here each has the class of every target, 0 when it does not ask: bytes, in
  // sixteens, target 4 j + k of which stands at 4 k + j.
  static constexpr std::size_t heads_max = 32;
  static constexpr std::size_t head_classes_max = 16;
  // The classes of every list, when all have the same and no more than that; else none.
  [[nodiscard]] std::span<const asked_as> shared_classes() const { return std::span(classes_).first(shared_); }
  static constexpr std::uint8_t no_head = 255;
  [[nodiscard]] std::uint8_t head(std::uint32_t competence) const {
    return competence < head_.size() ? head_[competence] : no_head;
  }
  [[nodiscard]] const std::uint8_t* head_classes(std::size_t head, std::size_t block) const {
    return head_classes_.data() + head * sixteens(targets()) + block * block_targets;
  }
  static constexpr std::size_t sixteens(std::size_t count) { return (count + 15) / 16 * 16; }
  // Choices are in no list: they are added to the sums of each person by themselves.
  struct chosen_of {
    std::uint32_t target = 0, at_least = 0, weight = 0;  // of each member that counts
    std::uint32_t first = 0, end = 0;                    // of members()
  };
  struct member {
    std::uint32_t competence = 0, level = 0;
  };
  [[nodiscard]] std::span<const chosen_of> choices(std::size_t block) const;
  [[nodiscard]] std::span<const member> members(const chosen_of& of) const {
    return std::span(members_).subspan(of.first, of.end - of.first);
  }
  // The choices that a competence is a member of.
  [[nodiscard]] std::vector<const chosen_of*> choices_among(std::uint32_t competence) const;
  // Sums of the weights of targets, in the whole numbers of classes.
  [[nodiscard]] const std::uint32_t* totals() const { return totals_.data(); }
  // 1 / (total x scale()), 0 when nothing has weight.
  [[nodiscard]] const double* inverse_totals() const { return inverse_totals_.data(); }

  // The same in single precision, in sixteens.
  [[nodiscard]] const float* rough_inverse_totals() const { return rough_inverse_totals_.data(); }

  // The whole number of a weight.
  [[nodiscard]] std::uint32_t whole(double weight) const;

 private:
  struct list_head {
    std::uint32_t classes = 0;
    std::uint32_t class_count = 0;
  };
  struct occurrence;
  void choose_weights(const match_targets& targets);
  void add_choices(const match_targets& targets);
  void add_lists(std::span<occurrence> of_competence, const std::vector<asked_as>& shared);
  std::uint32_t place_of(std::span<const asked_as> classes);
  void add_heads(const match_targets& targets, const std::vector<asked_as>& shared);

  std::size_t blocks_ = 0, shared_ = 0;
  double grid_ = 1;  // whole numbers a unit of weight
  double scale_ = 1;
  bool wide_ = false, exact_weights_ = true, by_wide_ = false;
  std::vector<std::uint32_t> first_list_{0}, asked_;
  std::vector<list_head> lists_;
  std::vector<asked_as> classes_;
  std::vector<std::uint32_t> block_starts_;  // in fours
  std::vector<std::uint16_t> postings_;
  std::vector<std::uint8_t> head_, head_classes_;
  std::vector<chosen_of> choices_;  // by target
  std::vector<member> members_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> chosen_by_;  // competence, index in choices_: ascending
  std::vector<std::uint32_t> totals_;
  std::vector<double> inverse_totals_;
  std::vector<float> rough_inverse_totals_;
};

}  // namespace activateur
