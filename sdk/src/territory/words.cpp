#include "territory/words.hpp"

#include <algorithm>
#include <array>

#include "territory/messages.hpp"

namespace activateur {

namespace say = territory_messages;

const message* opportunity_words(std::string_view kind) {
  static constexpr std::array<std::pair<std::string_view, const message*>, 11> known{
      {{"training", &say::kind_training},
       {"immersion", &say::kind_immersion},
       {"workshop", &say::kind_workshop},
       {"vae", &say::kind_vae},
       {"clea", &say::kind_clea},
       {"meeting", &say::kind_meeting},
       {"mentor", &say::kind_mentor},
       {"feedback", &say::kind_feedback},
       {"observation", &say::kind_observation},
       {"badge_application", &say::kind_badge_application},
       {"support", &say::kind_support}}};
  const auto* found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.first == kind; });
  return found == known.end() ? nullptr : found->second;
}

std::string listed(const std::vector<std::string>& names, const std::map<std::string, std::string>& labels) {
  std::string out;
  for (const std::string& name : names) {
    const auto label = labels.find(name);
    out.append(out.empty() ? "" : " ; ").append(label == labels.end() || label->second.empty() ? name : label->second);
  }
  return out;
}

}  // namespace activateur
