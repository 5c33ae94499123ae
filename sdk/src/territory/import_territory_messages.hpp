// What imports of territories say.
#pragma once

#include "base/sentence.hpp"

namespace activateur::territory_import_messages {

// Errors.
inline constexpr message not_there{"territory_import.not_found", "Nothing has this name. Check the path.",
                                   "Rien ne porte ce nom. Vérifiez le chemin."};
inline constexpr message nothing_given{"territory_import.none", "No file holds an opportunity. Give at least one.",
                                       "Aucun fichier ne contient d'opportunité. Donnez-en au moins un."};
inline constexpr message unknown_kind{
    "territory_import.unknown_kind",
    "This is no source of opportunities that can be read. Give one of: LHEO in XML; services or structures of "
    "data.inclusion, or companies of Immersion Facilitée, in JSON; a badge (Achievement, BadgeClass); a document "
    "activateur/derivation/1 or activateur/territory/1.",
    "Ce n'est pas une source d'opportunités lisible. Donnez au choix : du LHÉO en XML ; des services ou structures de "
    "data·inclusion, ou des entreprises d'Immersion Facilitée, en JSON ; un badge (Achievement, BadgeClass) ; un "
    "document activateur/derivation/1 ou activateur/territory/1."};
inline constexpr message unknown_format{"territory_import.format", "\"{0}\" is no format. Use one of: {1}.",
                                        "« {0} » n'est pas un format. Utilisez l'un de : {1}."};
inline constexpr message bad_options{
    "territory_import.options", "The point is not on Earth, or the hours of a week are not between 1 and 168.",
    "Le point n'est pas sur Terre, ou les heures d'une semaine ne sont pas entre 1 et 168."};
inline constexpr message too_many_files{"territory_import.files",
                                        "There are more than {0} files. Import them in parts.",
                                        "Il y a plus de {0} fichiers. Importez-les en plusieurs fois."};
inline constexpr message too_many{"territory_import.count",
                                  "There are more than {0} opportunities. Import a smaller territory.",
                                  "Il y a plus de {0} opportunités. Importez un territoire plus petit."};

// Faults, at their places.
inline constexpr message missing{"territory_import.missing", "\"{0}\" is missing or empty here. Complete it.",
                                 "« {0} » manque ou est vide ici. Complétez-le."};
inline constexpr message bad_value{"territory_import.value", "\"{0}\" is no {1}. Correct it.",
                                   "« {0} » n'est pas une valeur de {1}. Corrigez-la."};
inline constexpr message bad_number{"territory_import.number", "\"{0}\" is no number from {1} to {2}. Correct it.",
                                    "« {0} » n'est pas un nombre de {1} à {2}. Corrigez-le."};
inline constexpr message bad_date{"territory_import.date", "\"{0}\" is no date (20270125). Correct it.",
                                  "« {0} » n'est pas une date (20270125). Corrigez-la."};
inline constexpr message ends_before{"territory_import.period", "The session ends on {1}, before it begins on {0}.",
                                     "La session finit le {1}, avant son début le {0}."};
inline constexpr message list_too_long{"territory_import.list", "\"{0}\" holds more than {1} elements here.",
                                       "« {0} » compte ici plus de {1} éléments."};
inline constexpr message too_large{"territory_import.element", "This offer holds more than {0} elements.",
                                   "Cette offre compte plus de {0} éléments."};
inline constexpr message unknown_name{
    "territory_import.unknown_name",
    "No framework at hand has \"{0}\". Import the framework and name it, or list the competences.",
    "Aucun référentiel disponible n'a « {0} ». Importez le référentiel et nommez-le, ou listez les compétences."};
inline constexpr message not_by_experience{
    "territory_import.vae", "{0} cannot be reached by VAE: it is no active certification of the RNCP.",
    "{0} n'est pas accessible par la VAE : ce n'est pas une certification active du RNCP."};
inline constexpr message two_subjects{"territory_import.of", "Give \"of\" or \"achievement\", one of the two.",
                                      "Donnez « of » ou « achievement », l'un des deux."};

inline constexpr message id_too_long{"territory_import.id", "The identifier is longer than {0} bytes.",
                                     "L'identifiant dépasse {0} octets."};

// Titles of what a territory derives.
inline constexpr message title_vae{"territory.title.vae", "VAE: {0}", "VAE : {0}"};
inline constexpr message title_clea{"territory.title.clea", "CléA: {0}", "CléA : {0}"};
inline constexpr message title_badge{"territory.title.badge", "Badge: {0}", "Badge : {0}"};
inline constexpr message title_immersion{"territory.title.immersion", "Immersion: {0}", "Immersion : {0}"};
inline constexpr message title_feedback{"territory.title.feedback", "Feedback: {0}", "Retours : {0}"};
inline constexpr message title_observation{"territory.title.observation", "Observation: {0}", "Observation : {0}"};
inline constexpr message title_mentor{"territory.title.mentor", "Mentor: {0}", "Parrainage : {0}"};
inline constexpr message title_meeting{"territory.title.meeting", "Meeting: {0}", "Rencontre : {0}"};
inline constexpr message title_training{"territory.title.training", "Training: {0}", "Formation : {0}"};
inline constexpr message title_workshop{"territory.title.workshop", "Workshop: {0}", "Atelier : {0}"};
inline constexpr message title_support{"territory.title.support", "Support: {0}", "Aide : {0}"};

// XML.
inline constexpr message xml_syntax{"lheo.syntax", "This is not well-formed XML: {0}.",
                                    "Ce n'est pas du XML bien formé : {0}."};
inline constexpr message xml_doctype{"lheo.doctype", "XML with declarations of its own (a DTD) is not read. Remove it.",
                                     "Un XML qui porte ses propres déclarations (DTD) n'est pas lu. Retirez-les."};
inline constexpr message xml_entity{"lheo.entity", "XML with entities of its own is not read. Write the text out.",
                                    "Un XML qui porte ses propres entités n'est pas lu. Écrivez le texte."};
inline constexpr message xml_depth{"lheo.depth", "Elements are nested deeper than {0}.",
                                   "Des éléments sont imbriqués sur plus de {0} niveaux."};
inline constexpr message xml_attributes{"lheo.attributes", "An element has more than {0} attributes.",
                                        "Un élément a plus de {0} attributs."};

// Notes: "{0}" is their number, "{1}" the first names. What is counted comes before the number, which may be one.
inline constexpr message price_unknown{
    "territory_import.price_unknown",
    "Opportunities that do not say what they cost, which count as free and bear the tag price:unknown: {0}.",
    "Opportunités qui ne disent pas leur prix, comptées comme gratuites et portant l'étiquette price:unknown : {0}."};
inline constexpr message duration_unknown{
    "territory_import.duration_unknown",
    "Opportunities that do not say how long they last, which count as one week and bear the tag duration:unknown: {0}.",
    "Opportunités qui ne disent pas leur durée, comptées pour une semaine et portant l'étiquette duration:unknown : "
    "{0}."};
inline constexpr message undated{"territory_import.undated",
                                 "Sessions without a date of beginning yet, left aside: {0}.",
                                 "Sessions sans date de début pour l'instant, laissées de côté : {0}."};
inline constexpr message month_only{"territory_import.month_only",
                                    "Sessions that say the month alone, taken to begin on its first day: {0}.",
                                    "Sessions dont seul le mois est dit, prises au premier jour : {0}."};
inline constexpr message closed{"territory_import.closed",
                                "Sessions that take nobody at present (full or suspended), left aside: {0}.",
                                "Sessions qui ne recrutent pas (complètes ou suspendues), laissées de côté : {0}."};
inline constexpr message weeks_from_hours{
    "territory_import.weeks", "Trainings without dates, whose weeks are their hours by full weeks: {0}.",
    "Formations sans dates, dont les semaines sont les heures en semaines pleines : {0}."};
inline constexpr message first_place{"territory_import.places",
                                     "Trainings that name several places, of which the first is kept: {0}.",
                                     "Formations qui citent plusieurs lieux, dont le premier est retenu : {0}."};
inline constexpr message unknown_certification{
    "territory_import.certification",
    "Certifications in no framework at hand, so that what they teach is not known: {0} ({1}).",
    "Certifications absentes de tout référentiel disponible, dont on ne sait pas ce qu'elles enseignent : {0} ({1})."};
inline constexpr message no_blocks{"territory_import.no_blocks",
                                   "Certifications without competences in the framework: {0} ({1}).",
                                   "Certifications sans compétences dans le référentiel : {0} ({1})."};
inline constexpr message withdrawn{"territory_import.withdrawn", "Certifications that are no longer active: {0} ({1}).",
                                   "Certifications qui ne sont plus actives : {0} ({1})."};
inline constexpr message unknown_thematic{"territory_import.thematic",
                                          "Thematics without a meaning here, which lift no barrier: {0} ({1}).",
                                          "Thématiques sans signification ici, qui ne lèvent aucun frein : {0} ({1})."};
inline constexpr message lifts_nothing{
    "territory_import.lifts_nothing", "Services that lift no barrier (information, or such thematics): {0}.",
    "Services qui ne lèvent aucun frein (information, ou de telles thématiques) : {0}."};
inline constexpr message unknown_structure{
    "territory_import.structure", "Structures whose services are there and which are not there themselves: {0} ({1}).",
    "Structures dont les services sont là sans y être elles-mêmes : {0} ({1})."};
inline constexpr message unknown_job{
    "territory_import.job",
    "Jobs of immersions in no framework at hand, so that what they let recognise is not known: {0} ({1}).",
    "Métiers d'immersions absents de tout référentiel disponible, dont on ne sait pas ce qu'ils font reconnaître : {0} "
    "({1})."};
inline constexpr message unmet_alignment{"territory_import.alignment",
                                         "Alignments of badges to nothing at hand: {0} ({1}).",
                                         "Alignements de badges qui ne mènent à rien de disponible : {0} ({1})."};
inline constexpr message same_otherwise{
    "territory_import.same",
    "Opportunities with the title, provider and place of another one from which they differ, all kept: {0} ({1}).",
    "Opportunités qui ont le titre, l'organisme et le lieu d'une autre et en diffèrent, toutes gardées : {0} ({1})."};
inline constexpr message past{"territory_import.past", "Opportunities without a session to come: {0} ({1}).",
                              "Opportunités sans session à venir : {0} ({1})."};
inline constexpr message full{"territory_import.full", "Opportunities without a seat left: {0} ({1}).",
                              "Opportunités sans place restante : {0} ({1})."};
inline constexpr message unknown_competence{
    "territory_import.unknown_competence", "Competences that are not in their framework as it is at hand: {0} ({1}).",
    "Compétences absentes de leur référentiel tel qu'il est disponible : {0} ({1})."};
inline constexpr message file_not_read{"territory_import.file", "Files of no known kind, not read: {0} ({1}).",
                                       "Fichiers d'aucun genre connu, pas lus : {0} ({1})."};

}  // namespace activateur::territory_import_messages
