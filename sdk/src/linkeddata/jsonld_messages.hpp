// The sentences of JSON-LD processing. Codes are `jsonld.<what>` and never change once released.
#pragma once

#include "base/sentence.hpp"

namespace activateur::say {

// {0} is an error code of JSON-LD 1.1 API section 9.6, {1} what was met.
inline constexpr message jsonld_invalid{
    "jsonld.invalid", "The document is not valid JSON-LD 1.1: {0} ({1}). Ask its author for a corrected one.",
    "Le document n'est pas du JSON-LD 1.1 valable : {0} ({1}). Demandez-en un corrigé à son auteur."};
inline constexpr message jsonld_context{
    "jsonld.context", "A context of the document is not valid JSON-LD 1.1: {0} ({1}). Ask its author to correct it.",
    "Un contexte du document n'est pas du JSON-LD 1.1 valable : {0} ({1}). Demandez à son auteur de le corriger."};
inline constexpr message jsonld_unknown_context{
    "jsonld.unknown_context",
    "The context {1} is not among the known ones, and nothing is fetched ({0}). Give its document to the library.",
    "Le contexte {1} n'est pas parmi ceux connus, et rien n'est téléchargé ({0}). Donnez son document à la "
    "bibliothèque."};
inline constexpr message jsonld_limit{"jsonld.limit",
                                      "The document needs more than the {1} {0} that are accepted. Give a smaller one.",
                                      "Le document demande plus que la limite admise ({0} : {1}). Donnez-en un plus "
                                      "petit."};

// Safe mode: what the standard would drop in silence.
inline constexpr message jsonld_unmapped{
    "jsonld.unmapped", "No context defines the term \"{0}\": a signature would not cover it. Add the context it needs.",
    "Aucun contexte ne définit le terme « {0} » : une signature ne le couvrirait pas. Ajoutez le contexte qui manque."};
inline constexpr message jsonld_reserved{
    "jsonld.reserved", "\"{0}\" has the form of a keyword that JSON-LD 1.1 does not have. Give it another name.",
    "« {0} » a la forme d'un mot-clé que JSON-LD 1.1 n'a pas. Donnez-lui un autre nom."};
inline constexpr message jsonld_relative_iri{
    "jsonld.relative_iri", "The identifier \"{0}\" is relative, with nothing to resolve it against. Write it in full.",
    "L'identifiant « {0} » est relatif, sans adresse de base. Écrivez-le en entier."};
inline constexpr message jsonld_relative_type{
    "jsonld.relative_type", "No context defines the type \"{0}\". Add the context it needs, or write its full IRI.",
    "Aucun contexte ne définit le type « {0} ». Ajoutez le contexte qui manque, ou écrivez son IRI en entier."};
inline constexpr message jsonld_not_plain{
    "jsonld.not_plain",
    "\"{0}\" says by another name what a plain member would say, out of sight of whoever reads the document. Ask the "
    "issuer for the badge as it was signed.",
    "« {0} » dit sous un autre nom ce qu'un membre ordinaire dirait, hors de la vue de qui lit le document. Demandez à "
    "l'émetteur le badge tel qu'il a été signé."};
inline constexpr message jsonld_blank_id{"jsonld.blank_id",
                                         "The id \"{0}\" is no address and no name: no signature covers it, anybody "
                                         "could have added it. Ask the issuer for the "
                                         "badge as it was signed.",
                                         "L'id « {0} » n'est ni une adresse ni un nom : aucune signature ne le couvre, "
                                         "n'importe qui a pu l'ajouter. Demandez "
                                         "à l'émetteur le badge tel qu'il a été signé."};
inline constexpr message jsonld_null_value{
    "jsonld.null_value", "A value object has no value: it would be dropped. Remove it, or give its value.",
    "Un objet valeur est sans valeur : il serait perdu. Retirez-le, ou donnez sa valeur."};
inline constexpr message jsonld_free_floating{
    "jsonld.free_floating", "This value belongs to no subject: it would be dropped. Attach it to one, or remove it.",
    "Cette valeur n'appartient à aucun sujet : elle serait perdue. Rattachez-la, ou retirez-la."};
inline constexpr message jsonld_language_tag{
    "jsonld.language_tag", "\"{0}\" is not a well-formed language tag (BCP 47). Correct it.",
    "« {0} » n'est pas une étiquette de langue bien formée (BCP 47). Corrigez-la."};
inline constexpr message jsonld_direction{
    "jsonld.direction", "The base direction of \"{0}\" would be lost in RDF. Remove it, or choose how it is written.",
    "Le sens d'écriture de « {0} » serait perdu en RDF. Retirez-le, ou choisissez comment il s'écrit."};
inline constexpr message jsonld_ill_formed_iri{
    "jsonld.ill_formed_iri", "\"{0}\" is not a well-formed IRI: its statements would be dropped. Correct it.",
    "« {0} » n'est pas un IRI bien formé : ses énoncés seraient perdus. Corrigez-le."};
inline constexpr message jsonld_blank_predicate{
    "jsonld.blank_predicate", "The property \"{0}\" is a blank node: its statements would be dropped. Give it an IRI.",
    "La propriété « {0} » est un nœud anonyme : ses énoncés seraient perdus. Donnez-lui un IRI."};

}  // namespace activateur::say
