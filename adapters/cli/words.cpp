#include "words.hpp"

#include <algorithm>
#include <iterator>

namespace cli {
namespace {

struct entry {
  words of;
  std::string_view value, fr, en;
};

constexpr entry entries[] = {
    {words::act, "explore", "explorer :", "explore:"},
    {words::act, "learn", "apprendre :", "learn:"},
    {words::act, "recognise", "faire reconnaître :", "have recognised:"},

    {words::answer, "agreed", "acceptée", "agreed"},
    {words::answer, "refused", "refusée", "refused"},

    {words::change, "added", "ajouté", "added"},
    {words::change, "changed", "modifié", "changed"},
    {words::change, "removed", "retiré", "removed"},
    {words::change, "erased", "effacé", "erased"},

    {words::check, "parse", "lecture", "reading"},
    {words::check, "context", "contexte", "context"},
    {words::check, "type", "type", "type"},
    {words::check, "subject", "sujet", "subject"},
    {words::check, "achievement", "réalisation", "achievement"},
    {words::check, "issuer", "émetteur", "issuer"},
    {words::check, "image", "image", "image"},
    {words::check, "evidence", "preuves", "evidence"},
    {words::check, "proof", "signature", "proof"},
    {words::check, "key", "clé", "key"},
    {words::check, "claims", "déclarations", "claims"},
    {words::check, "hosted", "copie publiée", "hosted"},
    {words::check, "schema", "schéma", "schema"},
    {words::check, "refresh", "mise à jour", "refresh"},
    {words::check, "status", "statut", "status"},
    {words::check, "dates", "dates", "dates"},
    {words::check, "recipient", "destinataire", "recipient"},
    {words::check, "extensions", "extensions", "extensions"},
    {words::check, "endorsements", "endossements", "endorsements"},
    {words::check, "contents", "contenu", "contents"},
    {words::check, "trust", "confiance", "trust"},

    {words::correspondence, "exact", "exacte", "exact"},
    {words::correspondence, "close", "proche", "close"},
    {words::correspondence, "broad", "plus large", "broader"},
    {words::correspondence, "narrow", "plus étroite", "narrower"},
    {words::correspondence, "related", "liée", "related"},
    {words::correspondence, "replaced_by", "remplacée par", "replaced by"},
    {words::correspondence, "label", "par le libellé", "by the label"},

    {words::experience, "work", "travail", "work"},
    {words::experience, "volunteering", "bénévolat", "volunteering"},
    {words::experience, "sport", "sport", "sport"},
    {words::experience, "family", "famille", "family"},
    {words::experience, "play", "jeu", "play"},
    {words::experience, "serious_game", "jeu sérieux", "serious game"},
    {words::experience, "other", "autre", "other"},

    {words::framework_change, "added", "ajout", "added"},
    {words::framework_change, "removed", "suppression", "removed"},
    {words::framework_change, "withdrawn", "retrait", "withdrawn"},
    {words::framework_change, "relabelled", "libellé changé", "relabelled"},
    {words::framework_change, "moved", "déplacement", "moved"},
    {words::framework_change, "reworked", "contenu changé", "reworked"},

    {words::framework_entries, "competences", "compétences", "competences"},
    {words::framework_entries, "jobs", "métiers", "jobs"},

    {words::importance, "core", "cœur", "core"},
    {words::importance, "emerging", "émergente", "emerging"},
    {words::importance, "ordinary", "ordinaire", "ordinary"},

    {words::migration, "kept", "gardé", "kept"},
    {words::migration, "relabelled", "libellé changé", "relabelled"},
    {words::migration, "moved", "déplacé", "moved"},
    {words::migration, "replaced", "remplacé", "replaced"},
    {words::migration, "split", "divisé", "split"},
    {words::migration, "merged", "fusionné", "merged"},
    {words::migration, "withdrawn", "retiré", "withdrawn"},

    {words::negotiation, "draft", "brouillon", "draft"},
    {words::negotiation, "proposed", "proposée", "proposed"},
    {words::negotiation, "agreed", "acceptée", "agreed"},
    {words::negotiation, "published", "publiée", "published"},
    {words::negotiation, "withdrawn", "retirée", "withdrawn"},

    {words::operation, "read", "lire", "read"},
    {words::operation, "add", "ajouter", "add"},
    {words::operation, "change", "modifier", "change"},
    {words::operation, "remove", "retirer", "remove"},
    {words::operation, "create", "créer", "create"},
    {words::operation, "find", "chercher", "find"},
    {words::operation, "consent", "consentir", "consent"},
    {words::operation, "withdraw", "se rétracter", "withdraw"},
    {words::operation, "export", "exporter", "export"},
    {words::operation, "erase", "effacer", "erase"},
    {words::operation, "follow", "suivre", "follow"},
    {words::operation, "inspect", "inspecter", "inspect"},
    {words::operation, "maintain", "entretenir", "maintain"},
    {words::operation, "count", "compter", "count"},
    {words::operation, "propose", "proposer", "propose"},
    {words::operation, "agree", "accepter", "agree"},
    {words::operation, "publish", "publier", "publish"},
    {words::operation, "near", "voir les proches", "near"},

    {words::opportunity, "training", "formation", "training"},
    {words::opportunity, "immersion", "immersion", "immersion"},
    {words::opportunity, "workshop", "atelier", "workshop"},
    {words::opportunity, "vae", "VAE", "VAE"},
    {words::opportunity, "clea", "évaluation CléA", "CléA"},
    {words::opportunity, "meeting", "rencontre", "meeting"},
    {words::opportunity, "mentor", "parrainage", "mentor"},
    {words::opportunity, "feedback", "retour", "feedback"},
    {words::opportunity, "observation", "observation", "observation"},
    {words::opportunity, "badge_application", "demande de badge", "badge application"},
    {words::opportunity, "support", "accompagnement", "support"},

    {words::origin, "suggested", "suggérée", "suggested"},
    {words::origin, "chosen", "choisie", "chosen"},
    {words::origin, "added", "ajoutée", "added"},

    {words::pathway_step, "earned", "acquise", "earned"},
    {words::pathway_step, "open", "ouverte", "open"},
    {words::pathway_step, "waiting", "en attente", "waiting"},

    {words::purpose, "accompaniment", "accompagnement", "accompaniment"},
    {words::purpose, "training", "formation", "training"},
    {words::purpose, "recruitment", "recrutement", "recruitment"},
    {words::purpose, "observation", "observation", "observation"},

    {words::record, "store", "base", "store"},
    {words::record, "profile", "profil", "profile"},
    {words::record, "experience", "expérience", "experience"},
    {words::record, "self_assessment", "auto-évaluation", "self-assessment"},
    {words::record, "feedback", "retour", "feedback"},
    {words::record, "observation", "observation", "observation"},
    {words::record, "feedback_request", "demande de retour", "feedback request"},
    {words::record, "credential", "badge", "credential"},
    {words::record, "declaration", "déclaration", "declaration"},
    {words::record, "inference", "résultat calculé", "inference"},
    {words::record, "grid", "grille", "grid"},
    {words::record, "consent", "consentement", "consent"},
    {words::record, "achievement", "réalisation", "achievement"},
    {words::record, "individual_achievement", "réalisation propre", "own achievement"},
    {words::record, "pathway", "parcours", "pathway"},
    {words::record, "showcase", "portfolio", "showcase"},
    {words::record, "showcase_version", "version de portfolio", "showcase version"},
    {words::record, "showcase_link", "lien de portfolio", "showcase link"},

    {words::requirement, "recognised", "reconnu", "recognised"},
    {words::requirement, "presumed", "présumé", "presumed"},
    {words::requirement, "to_explore", "à explorer", "to explore"},
    {words::requirement, "to_acquire", "à acquérir", "to acquire"},

    {words::retention, "accompanied", "personnes sans contact", "persons without contact"},
    {words::retention, "journal", "journal", "journal"},
    {words::retention, "feedback_request", "demandes de retour", "requests for feedback"},
    {words::retention, "showcase_link", "liens de portfolio", "showcase links"},

    {words::role, "person", "personne", "person"},
    {words::role, "guide", "passeur", "guide"},
    {words::role, "educator", "pédagogue", "educator"},
    {words::role, "curator", "cartographe", "curator"},
    {words::role, "observer", "observateur", "observer"},
    {words::role, "organisation", "organisation", "organisation"},
    {words::role, "administrator", "administrateur", "administrator"},
    {words::role, "guest", "invité", "guest"},

    {words::step, "proposed", "proposée", "proposed"},
    {words::step, "agreed", "acceptée", "agreed"},
    {words::step, "postponed", "reportée", "postponed"},
    {words::step, "under_way", "en cours", "under way"},
    {words::step, "done", "faite", "done"},
    {words::step, "failed", "échouée", "failed"},
    {words::step, "dropped", "abandonnée", "dropped"},

    {words::verdict, "valid", "valide", "valid"},
    {words::verdict, "invalid", "invalide", "invalid"},
    {words::verdict, "indeterminate", "indéterminé", "indeterminate"},

    {words::voice, "client", "client", "client"},
    {words::voice, "colleague", "collègue", "colleague"},
    {words::voice, "peer", "pair", "peer"},
    {words::voice, "supervisor", "responsable", "supervisor"},
    {words::voice, "professional", "professionnel", "professional"},

    {words::zone, "now", "dès maintenant", "now"},
    {words::zone, "after_recognition", "après reconnaissance", "after recognition"},
    {words::zone, "short_path", "chemin court", "short path"},
    {words::zone, "long_path", "chemin long", "long path"},
    {words::zone, "blocked", "bloqué", "blocked"},
};

}  // namespace

std::string amount(const console& to, std::int64_t number, const noun& of) {
  const bool one = to.language == "en" ? number == 1 : number < 2;
  return std::to_string(number) + " " + (one ? to.say(of.one_fr, of.one_en) : to.say(of.more_fr, of.more_en));
}

std::string word(const console& to, words of, std::string_view value) {
  const auto* found = std::find_if(std::begin(entries), std::end(entries),
                                   [&](const entry& e) { return e.of == of && e.value == value; });
  if (found == std::end(entries)) return std::string(value);
  return std::string(to.language == "en" ? found->en : found->fr);
}

}  // namespace cli
