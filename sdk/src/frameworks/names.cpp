// The names that documents use for what a framework says by enumerations.
#include "frameworks/framework.hpp"

namespace activateur {

std::string_view name(competence_kind k) {
  switch (k) {
    case competence_kind::know_how: return "know_how";
    case competence_kind::soft_skill: return "soft_skill";
    case competence_kind::knowledge: return "knowledge";
    case competence_kind::language: return "language";
    case competence_kind::block: return "block";
  }
  return {};
}

std::string_view name(competence_grain g) {
  switch (g) {
    case competence_grain::macro: return "macro";
    case competence_grain::item: return "item";
    case competence_grain::group: return "group";
  }
  return {};
}

std::string_view name(link_importance i) {
  switch (i) {
    case link_importance::ordinary: return "ordinary";
    case link_importance::core: return "core";
    case link_importance::emerging: return "emerging";
  }
  return {};
}

std::string_view name(target_kind k) {
  switch (k) {
    case target_kind::job: return "job";
    case target_kind::qualification: return "qualification";
    case target_kind::vacancy: return "vacancy";
    case target_kind::achievement: return "achievement";
    case target_kind::venture: return "venture";
  }
  return {};
}

std::string_view name(mapping_relation r) {
  switch (r) {
    case mapping_relation::exact: return "exact";
    case mapping_relation::close: return "close";
    case mapping_relation::broad: return "broad";
    case mapping_relation::narrow: return "narrow";
    case mapping_relation::related: return "related";
    case mapping_relation::replaced_by: return "replaced_by";
  }
  return {};
}

}  // namespace activateur
