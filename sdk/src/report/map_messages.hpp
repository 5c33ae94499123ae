// What the page about the carte says beside the carte's own texts (analysis/map_messages.hpp).
#pragma once

#include "base/sentence.hpp"

namespace activateur::report::words {

#define ACTIVATEUR_WORDS(id, en, fr) \
  inline constexpr message id { "report.map." #id, en, fr }

// Frame
ACTIVATEUR_WORDS(map_title, "Map of possibilities", "Carte des possibles");
ACTIVATEUR_WORDS(map_h1, "What is within your reach", "Ce qui est à votre portée");
ACTIVATEUR_WORDS(map_document_title, "Map of possibilities: {0}", "Carte des possibles : {0}");
ACTIVATEUR_WORDS(map_considered, "Targets looked at", "Cibles regardées");
ACTIVATEUR_WORDS(h_proposals, "To look at first", "À regarder d'abord");
ACTIVATEUR_WORDS(h_scatter, "Effort and usefulness", "Effort et utilité");
ACTIVATEUR_WORDS(h_zones, "Zone by zone", "Zone par zone");
ACTIVATEUR_WORDS(h_table, "Everything in one table", "Tout dans un tableau");
ACTIVATEUR_WORDS(h_doors, "What one thing more would open", "Ce qu'une chose de plus ouvrirait");

// Short answer
ACTIVATEUR_WORDS(in_plain_words, "In plain words", "En mots simples");

// Zones
ACTIVATEUR_WORDS(
    zone_now_is,
    "Most of what is essential is proven, and nothing speaks against the rest. Each entry says what remains.",
    "L'essentiel est prouvé pour la plus grande part, et rien ne contredit le reste. Chaque fiche dit ce "
    "qui reste à montrer.");
ACTIVATEUR_WORDS(zone_after_is,
                 "Most of what is essential is likely, and nothing speaks against the rest. What is lacking is proof.",
                 "L'essentiel est probable pour la plus grande part, et rien ne contredit le reste. Il manque des "
                 "preuves.");
ACTIVATEUR_WORDS(zone_short_is, "A good part is there already. The rest is to be explored or learnt.",
                 "Une bonne part est déjà là. Le reste est à explorer ou à apprendre.");
ACTIVATEUR_WORDS(zone_long_is, "Far from what is known of you today. That is not a no.",
                 "Loin de ce que l'on sait de vous aujourd'hui. Ce n'est pas un non.");
ACTIVATEUR_WORDS(zone_blocked_is, "Something known stands in the way; each entry says what. Nothing unknown blocks.",
                 "Quelque chose de connu l'empêche ; chaque fiche dit quoi. Rien d'inconnu ne bloque.");
ACTIVATEUR_WORDS(zone_shown, "{0} of {1} shown.", "{0} sur {1} montrées.");
ACTIVATEUR_WORDS(zone_title, "{0} ({1})", "{0} ({1})");
ACTIVATEUR_WORDS(zone_empty, "No target is in this zone.", "Aucune cible dans cette zone.");
ACTIVATEUR_WORDS(zone_none_shown, "Their ranks are beyond what this page shows.",
                 "Leur rang est au-delà de ce que montre cette page.");
ACTIVATEUR_WORDS(entries_cut, "Only the first {0} targets have an entry; the table below has the others.",
                 "Seules les {0} premières cibles ont une fiche ; le tableau plus bas donne les autres.");

// One target
ACTIVATEUR_WORDS(rank_tag, "rank {0}", "rang {0}");
ACTIVATEUR_WORDS(proposed_tag, "proposed", "proposé");
ACTIVATEUR_WORDS(front_tag, "on the front", "sur le front");
ACTIVATEUR_WORDS(kind_job, "job", "métier");
ACTIVATEUR_WORDS(kind_qualification, "qualification", "certification");
ACTIVATEUR_WORDS(kind_vacancy, "position", "poste");
ACTIVATEUR_WORDS(kind_achievement, "badge", "badge");
ACTIVATEUR_WORDS(kind_venture, "venture", "projet");
ACTIVATEUR_WORDS(way_sideways, "same level", "même niveau");
ACTIVATEUR_WORDS(way_progression, "a step up", "progression");
ACTIVATEUR_WORDS(way_step_back, "a step back", "niveau inférieur");
ACTIVATEUR_WORDS(way_unknown, "level not known", "niveau non connu");
ACTIVATEUR_WORDS(essential_counts,
                 "Essential requirements: recognised {0}, presumed {1}, to explore {2}, to acquire {3}.",
                 "Exigences essentielles : reconnues {0}, présumées {1}, à explorer {2}, à acquérir {3}.");
ACTIVATEUR_WORDS(target_numbers, "Effort {0}; usefulness {1}; doors it opens: {2}.",
                 "Effort {0} ; utilité {1} ; portes ouvertes : {2}.");
ACTIVATEUR_WORDS(use_unknown, "not known", "non connue");
ACTIVATEUR_WORDS(why_title, "Why, and what is missing", "Pourquoi, et ce qui manque");
ACTIVATEUR_WORDS(reasons_title, "What brings you nearer", "Ce qui vous en rapproche");
ACTIVATEUR_WORDS(missing_title, "What is missing", "Ce qui manque");
ACTIVATEUR_WORDS(use_title, "What makes it useful", "Ce qui le rend utile");
ACTIVATEUR_WORDS(part_line, "{0} ({1}): {2} of the coverage.", "{0} ({1}) : {2} de la couverture.");
ACTIVATEUR_WORDS(missing_line, "{0} ({1}): {2} of the effort.", "{0} ({1}) : {2} de l'effort.");
ACTIVATEUR_WORDS(rest_line, "The others together: {0}.", "Les autres ensemble : {0}.");
ACTIVATEUR_WORDS(use_line, "{0}: {1}, counted for {2}.", "{0} : {1}, compté pour {2}.");
ACTIVATEUR_WORDS(use_left_out, "Not known, and left out: {0}.", "Non connu, et laissé de côté : {0}.");
ACTIVATEUR_WORDS(use_interest, "Interests", "Centres d'intérêt");
ACTIVATEUR_WORDS(use_mobility, "Usual moves from your jobs", "Passages habituels depuis vos métiers");
ACTIVATEUR_WORDS(use_demand, "Demand in the territory", "Demande du territoire");
ACTIVATEUR_WORDS(use_income, "Income", "Revenu");
ACTIVATEUR_WORDS(use_rights, "Rights", "Droits");
ACTIVATEUR_WORDS(use_doors, "Doors it opens", "Portes qu'il ouvre");
ACTIVATEUR_WORDS(blocks, "Blocks:", "Bloque :");
ACTIVATEUR_WORDS(delays, "Takes time:", "Prend du temps :");
ACTIVATEUR_WORDS(to_check, "To check:", "À vérifier :");

// Proposals
ACTIVATEUR_WORDS(proposals_intro,
                 "Near to what you do and unlike each other, so that the list is not one job in ten variants.",
                 "Proches de ce que vous faites, et différentes entre elles : la liste n'est pas un métier en dix "
                 "variantes.");
ACTIVATEUR_WORDS(proposals_none, "Nothing can be proposed yet: too little is known.",
                 "Rien ne peut encore être proposé : on en sait trop peu.");
ACTIVATEUR_WORDS(proposal_other, "from another professional domain", "d'un autre domaine professionnel");
ACTIVATEUR_WORDS(proposal_line, "{0}. Effort {1}, usefulness {2}.", "{0}. Effort {1}, utilité {2}.");

// Figure
ACTIVATEUR_WORDS(scatter_caption, "Targets by effort and usefulness", "Les cibles selon l'effort et l'utilité");
ACTIVATEUR_WORDS(scatter_desc,
                 "{0} targets as points. To the left the effort is small, at the top the usefulness is great. The "
                 "dashed line joins those than which none is easier and at least as useful. The numbered ones are in "
                 "the list beside the figure; all are in the table.",
                 "{0} cibles en points. À gauche l'effort est petit, en haut l'utilité est grande. La ligne pointillée "
                 "relie celles qu'aucune autre ne surpasse en facilité et en utilité. Les points numérotés sont dans "
                 "la liste à côté ; toutes sont dans le tableau.");
ACTIVATEUR_WORDS(axis_effort, "Effort: requirements not yet covered →", "Effort : exigences non couvertes →");
ACTIVATEUR_WORDS(axis_use, "↑ Usefulness", "↑ Utilité");
ACTIVATEUR_WORDS(front_legend, "front: none is easier and more useful",
                 "front : aucune n'est plus facile et plus utile");
ACTIVATEUR_WORDS(key_proposed, "Proposed", "Proposées");
ACTIVATEUR_WORDS(key_front, "Also on the front", "Aussi sur le front");
ACTIVATEUR_WORDS(points_cut, "The figure has the first {0} targets; the table has all.",
                 "La figure montre les {0} premières cibles ; le tableau les montre toutes.");
ACTIVATEUR_WORDS(points_unknown, "Targets whose usefulness is not known, and that are not in the figure: {0}.",
                 "Cibles dont l'utilité n'est pas connue, absentes de la figure : {0}.");
ACTIVATEUR_WORDS(scatter_none, "No target can be drawn: no usefulness is known yet.",
                 "Aucune cible ne peut être dessinée : aucune utilité n'est encore connue.");

// Table
ACTIVATEUR_WORDS(map_table_summary, "The table of the targets", "Le tableau des cibles");
ACTIVATEUR_WORDS(map_table_caption, "Targets by rank", "Cibles par rang");
ACTIVATEUR_WORDS(table_cut, "The table has the first {0} targets.", "Le tableau montre les {0} premières cibles.");
ACTIVATEUR_WORDS(col_rank, "Rank", "Rang");
ACTIVATEUR_WORDS(col_target, "Target", "Cible");
ACTIVATEUR_WORDS(col_zone, "Zone", "Zone");
ACTIVATEUR_WORDS(col_effort, "Effort", "Effort");
ACTIVATEUR_WORDS(col_use, "Usefulness", "Utilité");
ACTIVATEUR_WORDS(col_affinity, "Affinity", "Affinité");
ACTIVATEUR_WORDS(col_way, "Direction", "Direction");
ACTIVATEUR_WORDS(col_doors, "Doors", "Portes");
ACTIVATEUR_WORDS(col_reach, "Weeks, at least", "Semaines, au moins");

// Doors
ACTIVATEUR_WORDS(doors_caption, "The doors behind: {0}", "Les portes derrière : {0}");
ACTIVATEUR_WORDS(
    doors_desc,
    "From left to right: what is added; the competences it speaks of, {0} shown; the targets that change, {1} "
    "of {2} shown. A line says that the competence counts for the target. {3}",
    "De gauche à droite : ce qui est ajouté ; les compétences dont cela parle, {0} montrées ; les cibles qui "
    "changent, {1} sur {2} montrées. Un trait dit que la compétence compte pour la cible. {3}");
ACTIVATEUR_WORDS(doors_one, "{0}: {1}.", "{0} : {1}.");
ACTIVATEUR_WORDS(doors_list, "The same as a list", "Les mêmes en liste");
ACTIVATEUR_WORDS(doors_shown, "{0} of {1} targets that change are shown.",
                 "{0} cibles qui changent sur {1} sont montrées.");
ACTIVATEUR_WORDS(doors_none, "Nothing changes: no target comes nearer and none is better covered.",
                 "Rien ne change : aucune cible ne se rapproche et aucune n'est mieux couverte.");
ACTIVATEUR_WORDS(doors_key, "Added", "Ajouté");
ACTIVATEUR_WORDS(doors_competences, "Competences", "Compétences");
ACTIVATEUR_WORDS(doors_targets, "Targets", "Cibles");
ACTIVATEUR_WORDS(doors_more_competences, "and {0} other competences", "et {0} autres compétences");
ACTIVATEUR_WORDS(doors_more_targets, "and {0} other targets", "et {0} autres cibles");
ACTIVATEUR_WORDS(doors_changes, "A change", "Un changement");
ACTIVATEUR_WORDS(zone_move, "{0} → {1}", "{0} → {1}");
ACTIVATEUR_WORDS(cover_move, "Coverage {0} → {1}", "Couverture {0} → {1}");
ACTIVATEUR_WORDS(col_before, "Before", "Avant");
ACTIVATEUR_WORDS(col_after, "After", "Après");
ACTIVATEUR_WORDS(col_cover_before, "Coverage before", "Couverture avant");
ACTIVATEUR_WORDS(col_cover_after, "Coverage after", "Couverture après");
ACTIVATEUR_WORDS(col_by, "By", "Par");
ACTIVATEUR_WORDS(doors_table_caption, "Targets that change", "Cibles qui changent");

// Method
ACTIVATEUR_WORDS(
    method_zones,
    "Zones: now when at least {0} of the essential is proven; after recognition when at least {1} of it is "
    "expected; neither when evidence speaks against something essential; by a short path when at least {2} of "
    "everything is expected; else by a long path.",
    "Zones : dès maintenant quand au moins {0} de l'essentiel est prouvé ; après reconnaissance quand au "
    "moins {1} en est attendu ; ni l'un ni l'autre quand des preuves contredisent quelque chose d'essentiel ; par "
    "un chemin court quand au moins {2} de tout est attendu ; sinon par un chemin long.");
ACTIVATEUR_WORDS(
    method_effort,
    "Effort: what is not recognised, each requirement by its importance and by how unlikely it is that you "
    "have it. It is a lower bound.",
    "Effort : ce qui n'est pas reconnu, chaque exigence selon son importance et selon qu'il est peu probable "
    "que vous l'ayez. C'est un minimum.");
ACTIVATEUR_WORDS(
    method_use,
    "Usefulness: the weighted mean of what is known among interests, usual moves, demand, income, rights and "
    "doors opened. What is not known is left out; it counts neither for nor against.",
    "Utilité : moyenne pondérée de ce qui est connu parmi centres d'intérêt, passages habituels, demande, "
    "revenu, droits et portes ouvertes. Ce qui n'est pas connu est laissé de côté ; cela ne compte ni pour ni "
    "contre.");
ACTIVATEUR_WORDS(method_rank, "Rank: how near a target is to what you do or did, those that are blocked last.",
                 "Rang : à quel point une cible est proche de ce que vous faites ou avez fait ; les cibles bloquées en "
                 "dernier.");
ACTIVATEUR_WORDS(method_near, "Near to what: {0}.", "Proche de quoi : {0}.");
ACTIVATEUR_WORDS(method_territory, "What the territory offers comes from: {0}.",
                 "Ce que le territoire propose vient de : {0}.");
ACTIVATEUR_WORDS(
    map_contest,
    "This map is a proposal, made to you and to the professional who supports you. It decides nothing and closes no "
    "door. You may ask why a target is where it is, correct what is wrong, add what is missing, and look at any other "
    "target. A professional may change any result; the change and its reason are kept.",
    "Cette carte est une proposition, faite à vous et à la personne qui vous accompagne. Elle ne décide de rien et ne "
    "ferme aucune porte. Vous pouvez demander pourquoi une cible est là où elle est, corriger une erreur, ajouter ce "
    "qui "
    "manque et regarder n'importe quelle autre cible. Un professionnel peut changer chaque résultat ; le changement et "
    "sa raison sont conservés.");

#undef ACTIVATEUR_WORDS

}  // namespace activateur::report::words
