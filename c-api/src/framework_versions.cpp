// What is asked of two versions of a framework, and of how its competences lie.
#include "activateur/framework.h"
#include "base/text.hpp"
#include "guard.hpp"

using namespace activateur;
using namespace activateur::c_api;

namespace {

constexpr message not_a_kind{"detection.kind", "\"{0}\" is not known: give transversal, rare or emerging.",
                             "« {0} » n'est pas connu : donnez transversal, rare ou emerging."};

std::optional<detection_kind> kind_named(std::string_view asked) {
  for (const detection_kind k : {detection_kind::transversal, detection_kind::rare, detection_kind::emerging})
    if (name(k) == asked) return k;
  return std::nullopt;
}

}  // namespace

adp_status adp_framework_detect(adp_session* session, const adp_framework* framework, const adp_framework* before,
                                adp_str kind, size_t limit, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view asked;
    if (framework == nullptr || document == nullptr || !read(kind, asked))
      return misuse(session, "framework, kind or document is NULL");
    const auto known = kind_named(asked);
    if (!known) return record(*session, fail(failure::input, not_a_kind, {shortened(asked, 80)}));
    const activateur::framework* earlier = before == nullptr ? nullptr : before->compiled.get();
    const auto figures = detect(*framework->compiled, earlier);
    if (!figures) return record(*session, figures.why());
    const auto found = most(*figures, *known, limit == 0 ? 20 : limit);
    return give_document(*session, detection_document(*framework->compiled, earlier, *known, found), document);
  });
}

adp_status adp_framework_difference(adp_session* session, const adp_framework* before, const adp_framework* after,
                                    size_t limit, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    if (before == nullptr || after == nullptr || document == nullptr)
      return misuse(session, "a framework or document is NULL");
    return give_document(*session, difference_document(*before->compiled, *after->compiled, limit), document);
  });
}

adp_status adp_framework_migrate(adp_session* session, const adp_framework* before, const adp_framework* after,
                                 const adp_document* given, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    if (before == nullptr || after == nullptr || given == nullptr || document == nullptr)
      return misuse(session, "a framework, given or document is NULL");
    const migration along(before->compiled, after->compiled);
    return give_document(*session, migration_document(along, given->value, session->lang), document);
  });
}

adp_status adp_framework_follow(adp_session* session, const adp_framework* before, const adp_framework* after,
                                adp_str code, adp_document** document) {
  if (document != nullptr) *document = nullptr;
  return guarded(session, [&]() -> adp_status {
    std::string_view asked;
    if (before == nullptr || after == nullptr || document == nullptr || !read(code, asked))
      return misuse(session, "a framework, code or document is NULL");
    const migration along(before->compiled, after->compiled);
    return give_document(*session, migration_of(along, asked, session->lang), document);
  });
}
