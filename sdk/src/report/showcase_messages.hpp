// What the page of a showcase says, and what its other ways out refuse.
#pragma once

#include "base/sentence.hpp"

namespace activateur::report::words {

#define ACTIVATEUR_WORDS(id, en, fr) \
  inline constexpr message id { "report." #id, en, fr }

// Refusals
ACTIVATEUR_WORDS(showcase_kind, "A showcase shows no \"{0}\".", "Un portfolio ne montre pas de « {0} ».");
ACTIVATEUR_WORDS(showcase_link, "Links in a showcase begin with https://.",
                 "Les liens d'un portfolio commencent par https://.");
ACTIVATEUR_WORDS(showcase_many, "There are more items than a showcase may have.",
                 "Il y a plus d'éléments qu'un portfolio ne peut en avoir.");
ACTIVATEUR_WORDS(showcase_id, "A version is named by a URN (urn:uuid:...).",
                 "Une version est désignée par un URN (urn:uuid:...).");
ACTIVATEUR_WORDS(
    showcase_no_record,
    "No Open Badge 3.0 of the data model 2.0 with an embedded proof is shown whole: a learner record needs at least "
    "one. "
    "Badges that are tokens go into the form clr-enveloped.",
    "Aucun Open Badge 3.0 du modèle de données 2.0 avec une preuve incluse n'est montré en entier : un relevé "
    "d'apprentissage en demande au moins un. Les badges qui sont des jetons vont dans la forme clr-enveloped.");
ACTIVATEUR_WORDS(showcase_job_labels, "\"job_labels\" has one label a job, empty when it is not known.",
                 "« job_labels » donne un intitulé par métier, vide quand il n'est pas connu.");
ACTIVATEUR_WORDS(showcase_no_issuer, "A learner record has an issuer: give its key, or its address.",
                 "Un relevé d'apprentissage a un émetteur : donnez sa clé, ou son adresse.");

ACTIVATEUR_WORDS(showcase_no_iri, "\"{0}\" is neither an address nor a DID. Give one for the issuer and the subject.",
                 "« {0} » n'est ni une adresse ni un DID. Donnez-en un pour l'émetteur et pour la personne.");

ACTIVATEUR_WORDS(showcase_own_key, "Her own key is an Ed25519, P-256 or P-384 one.",
                 "Sa propre clé est de type Ed25519, P-256 ou P-384.");

// Frame
ACTIVATEUR_WORDS(showcase_kicker, "Portfolio", "Portfolio");
ACTIVATEUR_WORDS(showcase_title, "Portfolio: {0}", "Portfolio : {0}");
ACTIVATEUR_WORDS(showcase_name, "Name", "Nom");
ACTIVATEUR_WORDS(showcase_contact, "Contact", "Contact");
ACTIVATEUR_WORDS(showcase_published, "Published on", "Publié le");
ACTIVATEUR_WORDS(showcase_number, "Version", "Version");
ACTIVATEUR_WORDS(h_showcase_reading, "How to read this", "Comment lire ceci");
ACTIVATEUR_WORDS(showcase_chosen, "The person chose what stands here, and what does not. What is absent means nothing.",
                 "La personne a choisi ce qui figure ici, et ce qui n'y figure pas. Une absence ne signifie rien.");
ACTIVATEUR_WORDS(
    showcase_by_kind,
    "What others said stands apart from what she says herself; a badge says whether its signature and its "
    "issuer were verified, and when.",
    "Ce que d'autres ont dit est distinct de ce qu'elle dit elle-même ; un badge indique si sa signature et "
    "son émetteur ont été vérifiés, et quand.");
ACTIVATEUR_WORDS(showcase_of_opinions,
                 "An estimate on a competence rests on what is shown here alone. It is an aid to talk about, and no "
                 "decision.",
                 "L'estimation d'une compétence repose uniquement sur ce qui est montré ici. C'est un appui pour en "
                 "parler, pas une décision.");

// Items
ACTIVATEUR_WORDS(shown_experience, "Experience", "Expérience");
ACTIVATEUR_WORDS(shown_credential, "Badge", "Badge");
ACTIVATEUR_WORDS(shown_feedback, "Feedback", "Retour reçu");
ACTIVATEUR_WORDS(shown_observation, "Observation", "Observation");
ACTIVATEUR_WORDS(shown_self_assessment, "Own view", "Auto-évaluation");
ACTIVATEUR_WORDS(shown_opinion, "Estimate", "Estimation");
ACTIVATEUR_WORDS(shown_is, "Kind", "Nature");
ACTIVATEUR_WORDS(shown_work, "work", "travail");
ACTIVATEUR_WORDS(shown_volunteering, "volunteering", "bénévolat");
ACTIVATEUR_WORDS(shown_sport, "sport", "sport");
ACTIVATEUR_WORDS(shown_family, "family life", "vie familiale");
ACTIVATEUR_WORDS(shown_play, "play", "jeu");
ACTIVATEUR_WORDS(shown_other, "other", "autre");
ACTIVATEUR_WORDS(shown_from, "Since", "Depuis");
ACTIVATEUR_WORDS(shown_to, "Until", "Jusqu'au");
ACTIVATEUR_WORDS(shown_months, "Months", "Mois");
ACTIVATEUR_WORDS(shown_hours, "Hours a week", "Heures par semaine");
ACTIVATEUR_WORDS(shown_organisation, "Organisation", "Organisation");
ACTIVATEUR_WORDS(shown_place, "Place", "Lieu");
ACTIVATEUR_WORDS(shown_jobs, "Practised as", "Exercé comme");
ACTIVATEUR_WORDS(shown_competences, "Competences", "Compétences");
ACTIVATEUR_WORDS(shown_evidence_list, "Evidence", "Preuves");
ACTIVATEUR_WORDS(evidence_text, "a text", "un texte");
ACTIVATEUR_WORDS(evidence_photo, "a photo", "une photo");
ACTIVATEUR_WORDS(evidence_sound, "a recording", "un enregistrement sonore");
ACTIVATEUR_WORDS(evidence_file, "a file", "un fichier");
ACTIVATEUR_WORDS(shown_digest, "SHA-256: {0}", "SHA-256 : {0}");
ACTIVATEUR_WORDS(shown_issuer, "Issued by", "Délivré par");
ACTIVATEUR_WORDS(shown_issued, "Issued on", "Délivré le");
ACTIVATEUR_WORDS(shown_valid_until, "Valid until", "Valable jusqu'au");
ACTIVATEUR_WORDS(shown_verdict, "Verification", "Vérification");
ACTIVATEUR_WORDS(shown_valid, "verified", "vérifié");
ACTIVATEUR_WORDS(shown_invalid, "not valid", "non valable");
ACTIVATEUR_WORDS(shown_open, "could not be fully verified", "n'a pas pu être entièrement vérifié");
ACTIVATEUR_WORDS(shown_verified_on, "Verified on", "Vérifié le");
ACTIVATEUR_WORDS(shown_role, "Said by", "Dit par");
ACTIVATEUR_WORDS(role_client, "a client", "un ou une cliente");
ACTIVATEUR_WORDS(role_colleague, "a colleague", "un ou une collègue");
ACTIVATEUR_WORDS(role_peer, "a peer", "un pair");
ACTIVATEUR_WORDS(role_supervisor, "a supervisor", "une personne qui encadrait");
ACTIVATEUR_WORDS(role_professional, "a professional", "un ou une professionnelle");
ACTIVATEUR_WORDS(shown_by, "Name of who said it", "Nom de qui l'a dit");
ACTIVATEUR_WORDS(shown_at, "On", "Le");
ACTIVATEUR_WORDS(shown_level, "Level", "Niveau");
ACTIVATEUR_WORDS(shown_level_of, "{0} of 4", "{0} sur 4");
ACTIVATEUR_WORDS(shown_belief, "Established", "Établi");
ACTIVATEUR_WORDS(shown_expectation, "Likely", "Probable");
ACTIVATEUR_WORDS(shown_uncertainty, "Not known", "Non connu");
ACTIVATEUR_WORDS(shown_pieces, "Pieces of evidence shown here", "Éléments montrés ici");

#undef ACTIVATEUR_WORDS

}  // namespace activateur::report::words
