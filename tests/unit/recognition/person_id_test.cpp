#include "recognition/person_id.hpp"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>

namespace activateur {
namespace {

// A number made up from the published rules; its key is 97 - (1850578006084 mod 97) = 91.
TEST(PersonId, FindsANumberAmongOthers) {
  for (const char* text : {
           "NIR 1 85 05 78 006 084 91 - 75011 PARIS",
           "tel 06 12 34 56 78 - 1850578006084",
           "1850578006084 2024",
           "12/05/1985 1850578006084",
           "185057800608491 2024",
           "2024 185057800608491",
           "SIRET 732 829 320 00074, NIR 1.85.05.78.006.084",
           "1\u00a085\u00a005\u00a078\u00a0006\u00a0084",
           "75011\u202f1\u202f85\u202f05\u202f78\u202f006\u202f084",
           "1\u200985\u200905\u200978\u2009006\u2009084\u200991 12",
           "1\t85\t05\t78\t006\t084",
           "1\n85\n05\n78\n006\n084\n2026",
           "1, 85, 05, 78, 006, 084",
           "1;85;05;78;006;084",
           "12b 1 85 05 2A 006 084 3",
           "1850578006084 91 et 06 12 34 56 78",
           "185 05 78 006 084 - 3",
           "n°1850578006084/2024",
           "1850 5780 0608 4",
       })
    EXPECT_TRUE(holds_nir(text)) << text;
}

TEST(PersonId, TakesNoOtherNumbersForOne) {
  for (const char* text : {
           "06 12 34 56 78",
           "12/05/1985 06 12 34 56 78",
           "SIRET 732 829 320 00074",
           "732 829 320 00074 2026-06-01 01 23 45 67 89",
           "75011 06 12 34 56 78",
           "1 234 567,89 €",
           "+33 1 23 45 67 89",
           "255081416802539 2024",  // a wrong key
           "2551314168025 2024",    // month 13
           "71004 08/07/1969",
           "12/10/1980 51884",
       })
    EXPECT_FALSE(holds_nir(text)) << text;
}

class writing {
 public:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string digits(std::size_t count) {
    std::string out;
    while (out.size() < count) out += static_cast<char>('0' + below(10));
    return out;
  }
  std::string two(std::size_t least, std::size_t most) {
    const std::string out = std::to_string(least + below(most - least + 1));
    return out.size() == 1 ? '0' + out : out;
  }
  // A telephone number, a date, a SIRET, a postcode, an amount, a word.
  std::string other() {
    switch (below(8)) {
      case 0: return "0" + digits(1) + ' ' + digits(2) + ' ' + digits(2) + ' ' + digits(2) + ' ' + digits(2);
      case 1: return "0" + digits(9);
      case 2: return two(1, 31) + '/' + two(1, 12) + '/' + std::to_string(1950 + below(80));
      case 3: return std::to_string(1950 + below(80)) + '-' + two(1, 12) + '-' + two(1, 31);
      case 4: return digits(3) + ' ' + digits(3) + ' ' + digits(3) + ' ' + digits(5);
      case 5: return digits(14);
      case 6: return digits(5);
      default: return "Anna";
    }
  }
  std::string others(std::size_t most) {
    std::string out;
    for (std::size_t n = below(most + 1); n > 0; --n)
      out += other() + one_of({" ", ", ", " - ", "\n", "\u00a0", " : "});
    return out;
  }
  std::string one_of(std::initializer_list<const char*> list) {
    return *std::next(list.begin(), static_cast<long>(below(list.size())));
  }
  // In its usual groups, neighbours joined now and then.
  std::string nir() {
    const std::string department = below(20) == 0 ? one_of({"2A", "2B"}) : two(1, 95);
    std::string sexed = one_of({"1", "2"}), order = digits(3);
    const std::string number[] = {sexed, digits(2), two(1, 12), department, digits(3), order};
    const std::string between =
        one_of({" ", ".", "-", "/", "", "\u00a0", "\u202f", "\u2009", "\t", "\n", ", ", "; ", " - "});
    std::string out, plain;
    for (const std::string& group : number) {
      if (!out.empty() && below(4) != 0) out += between;
      out += group;
      plain += group;
    }
    if (below(2) == 0) out += between + key_of(plain);
    return out;
  }

 private:
  static std::string key_of(std::string number) {
    if (number[6] == 'A') number.replace(5, 2, "19");
    if (number[6] == 'B') number.replace(5, 2, "18");
    const std::string key = std::to_string(97 - std::stoull(number) % 97);
    return key.size() == 1 ? '0' + key : key;
  }
  std::mt19937_64 random_{7};
};

TEST(PersonId, FindsEveryNumberWrittenInItsGroupsWithinATextOfNumbers) {
  writing text;
  for (int i = 0; i < 100'000; ++i) {
    const std::string one =
        text.others(3) + text.nir() + text.one_of({" ", ", ", " - ", "\n", "\u00a0", " : "}) + text.others(3);
    ASSERT_TRUE(holds_nir(one)) << one;
  }
}

TEST(PersonId, TakesAlmostNoTextOfOtherNumbersForOne) {
  writing text;
  int taken = 0;
  for (int i = 0; i < 100'000; ++i) taken += holds_nir(text.others(6)) ? 1 : 0;
  EXPECT_LT(taken, 250);  // 183 to 201 by the order in which a compiler evaluates operands: 0.2 %
}

}  // namespace
}  // namespace activateur
