// What the validation by JSON Schema says.
#pragma once

#include "base/sentence.hpp"

namespace activateur::schema_messages {

// A schema that cannot be used.
inline constexpr message no_dialect{"schema.dialect.none",
                                    "The schema has no $schema: its version is not known. Add it.",
                                    "Le schéma n'a pas de $schema : sa version n'est pas connue. Ajoutez-le."};
inline constexpr message unknown_dialect{
    "schema.dialect", "The schema follows {0}, which is not understood. Use draft 4, 6, 7, 2019-09 or 2020-12.",
    "Le schéma suit {0}, qui n'est pas compris. Employez la version 4, 6, 7, 2019-09 ou 2020-12."};
inline constexpr message unknown_vocabulary{"schema.vocabulary",
                                            "The schema requires the vocabulary {0}, which is not understood.",
                                            "Le schéma exige le vocabulaire {0}, qui n'est pas compris."};
inline constexpr message malformed{"schema.malformed", "The keyword {0} of the schema is malformed (in {1}).",
                                   "Le mot-clé {0} du schéma est mal formé (dans {1})."};
inline constexpr message no_schema{"schema.shape", "A schema must be an object or a boolean (in {0}).",
                                   "Un schéma doit être un objet ou un booléen (dans {0})."};
inline constexpr message bad_pattern{
    "schema.pattern", "The regular expression {0} of the schema is malformed or uses what is not supported (in {1}).",
    "L'expression rationnelle {0} du schéma est mal formée ou utilise ce qui n'est pas pris en charge (dans {1})."};
inline constexpr message unknown_format{"schema.format.unknown",
                                        "The schema asks for the format {0}, which is not known (in {1}).",
                                        "Le schéma demande le format {0}, qui n'est pas connu (dans {1})."};
inline constexpr message not_at_hand{"schema.missing",
                                     "The schema refers to {0}, which is not at hand. Give that document too.",
                                     "Le schéma renvoie à {0}, qui n'est pas disponible. Donnez aussi ce document."};
inline constexpr message dangling{"schema.reference",
                                  "The schema refers to {0}, where nothing is. Correct the reference.",
                                  "Le schéma renvoie à {0}, où il n'y a rien. Corrigez le renvoi."};
inline constexpr message named_twice{"schema.twice", "Two schemas are named {0}. Rename one.",
                                     "Deux schémas se nomment {0}. Renommez-en un."};
inline constexpr message too_many{"schema.size", "The schema has more than {0} parts or documents.",
                                  "Le schéma compte plus de {0} parties ou documents."};
inline constexpr message long_urls{
    "schema.urls", "An address ($id) of the schema has more than {0} bytes, or all have more than {1}. Shorten them.",
    "Une adresse ($id) du schéma dépasse {0} octets, ou toutes dépassent {1}. Raccourcissez-les."};
inline constexpr message long_place{"schema.place", "The names of the schema are too long, in {0}. Shorten them.",
                                    "Les noms du schéma sont trop longs, dans {0}. Raccourcissez-les."};
inline constexpr message too_deep{"schema.depth", "Schemas are applied inside schemas more than {0} deep.",
                                  "Des schémas s'appliquent dans des schémas sur plus de {0} niveaux."};
inline constexpr message too_long{"schema.steps", "Checking against the schema takes more than {0} steps.",
                                  "Le contrôle par le schéma demande plus de {0} étapes."};
inline constexpr message pattern_cost{"schema.pattern.cost",
                                      "The regular expressions of the schema take too much work on this document.",
                                      "Les expressions rationnelles du schéma demandent trop de travail sur ce "
                                      "document."};

// An instance that is not valid.
inline constexpr message nothing_allowed{"schema.false", "Nothing may be here.", "Rien ne peut figurer ici."};
inline constexpr message wrong_type{"schema.type", "The type must be {0}; it is {1}.",
                                    "Le type doit être {0} ; c'est {1}."};
inline constexpr message not_listed{"schema.enum", "The value is none of those that are listed.",
                                    "La valeur n'est aucune de celles qui sont énumérées."};
inline constexpr message not_constant{"schema.const", "The value must be {0}.", "La valeur doit être {0}."};
inline constexpr message below{"schema.minimum", "The number must be at least {0}.",
                               "Le nombre doit être au moins {0}."};
inline constexpr message above{"schema.maximum", "The number must be at most {0}.", "Le nombre doit être au plus {0}."};
inline constexpr message not_above{"schema.exclusiveMinimum", "The number must be greater than {0}.",
                                   "Le nombre doit être supérieur à {0}."};
inline constexpr message not_below{"schema.exclusiveMaximum", "The number must be less than {0}.",
                                   "Le nombre doit être inférieur à {0}."};
inline constexpr message not_multiple{"schema.multipleOf", "The number must be a multiple of {0}.",
                                      "Le nombre doit être un multiple de {0}."};
inline constexpr message too_short{"schema.minLength", "The text must have at least {0} characters.",
                                   "Le texte doit avoir au moins {0} caractères."};
inline constexpr message too_long_text{"schema.maxLength", "The text must have at most {0} characters.",
                                       "Le texte doit avoir au plus {0} caractères."};
inline constexpr message no_match{"schema.noMatch", "The text does not match the regular expression {0}.",
                                  "Le texte ne correspond pas à l'expression rationnelle {0}."};
inline constexpr message wrong_format{"schema.format", "The text is not of the format {0}.",
                                      "Le texte n'est pas au format {0}."};
inline constexpr message too_few_items{"schema.minItems", "The list must have at least {0} elements.",
                                       "La liste doit avoir au moins {0} éléments."};
inline constexpr message too_many_items{"schema.maxItems", "The list must have at most {0} elements.",
                                        "La liste doit avoir au plus {0} éléments."};
inline constexpr message repeated{"schema.uniqueItems", "The elements {0} and {1} of the list are the same.",
                                  "Les éléments {0} et {1} de la liste sont identiques."};
inline constexpr message contains_too_few{"schema.minContains",
                                          "The list has {0} elements of the required kind; at least {1} are needed.",
                                          "La liste a {0} éléments du genre exigé ; il en faut au moins {1}."};
inline constexpr message contains_too_many{"schema.maxContains",
                                           "The list has {0} elements of the kind that is counted; at most {1} may be.",
                                           "La liste a {0} éléments du genre compté ; il en faut au plus {1}."};
inline constexpr message too_few_members{"schema.minProperties", "The object must have at least {0} members.",
                                         "L'objet doit avoir au moins {0} membres."};
inline constexpr message too_many_members{"schema.maxProperties", "The object must have at most {0} members.",
                                          "L'objet doit avoir au plus {0} membres."};
inline constexpr message missing{"schema.required", "The member \"{0}\" is missing.", "Le membre « {0} » manque."};
inline constexpr message missing_beside{"schema.dependentRequired",
                                        "The member \"{0}\" is missing; \"{1}\" requires it.",
                                        "Le membre « {0} » manque ; « {1} » l'exige."};
inline constexpr message none_of{"schema.anyOf", "The value fits none of the alternatives.",
                                 "La valeur ne convient à aucune des possibilités."};
inline constexpr message not_one_of{"schema.oneOf", "The value must fit exactly one of the alternatives; it fits {0}.",
                                    "La valeur doit convenir à une seule des possibilités ; elle convient à {0}."};
inline constexpr message is_excluded{"schema.not", "The value is of the kind that is excluded.",
                                     "La valeur est du genre qui est exclu."};

}  // namespace activateur::schema_messages
