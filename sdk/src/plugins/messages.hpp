// What this room says when it refuses. `{0}` is the plugin's id, or the file's name where no id is known yet.
#pragma once

#include "base/sentence.hpp"

namespace activateur::plugin_messages {

// ---- the manifest ----

inline constexpr message manifest_member{"plugin.manifest",
                                         "The member \"{0}\" of the plugin's manifest must be {1}. Correct it.",
                                         "Le membre « {0} » du manifeste de l'extension doit être {2}. Corrigez-le."};
inline constexpr message manifest_object{
    "plugin.manifest", "A plugin's manifest must be an object (docs/plugins.md). Give the plugin's .plugin.json file.",
    "Le manifeste d'une extension doit être un objet (docs/plugins.md). Donnez le fichier .plugin.json de "
    "l'extension."};
inline constexpr message manifest_unknown{"plugin.manifest_unknown",
                                          "A plugin's manifest has no member \"{0}\". Remove it.",
                                          "Le manifeste d'une extension n'a pas de membre « {0} ». Retirez-le."};
inline constexpr message manifest_file{
    "plugin.manifest_file",
    "The manifest names the file \"{0}\"; it must be a plain file name, beside the manifest. Correct it.",
    "Le manifeste désigne le fichier « {0} » ; il faut un simple nom de fichier, à côté du manifeste. Corrigez-le."};

// ---- whose it is, and whether it is what they signed ----

inline constexpr message bad_key{"plugin.key",
                                 "This is no Ed25519 public key in multikey form (z6Mk...). Give the plugin author's.",
                                 "Ce n'est pas une clé publique Ed25519 au format multikey (z6Mk...). Donnez celle de "
                                 "l'auteur de l'extension."};
inline constexpr message bad_signing_key{"plugin.signing_key",
                                         "Plugins are signed with an Ed25519 key; this one is of another type.",
                                         "Une extension se signe avec une clé Ed25519 ; celle-ci est d'un autre type."};
inline constexpr message not_signed{
    "plugin.unsigned", "The plugin {0} is not signed. Ask its author for a signed one, or sign it if it is yours.",
    "L'extension {0} n'est pas signée. Demandez-la signée à son auteur, ou signez-la si elle est à vous."};
inline constexpr message untrusted{
    "plugin.untrusted",
    "The plugin {0} is signed with the key {1}, which is not among the trusted ones. Trust this key "
    "if you know whose it is.",
    "L'extension {0} est signée avec la clé {1}, qui n'est pas parmi les clés de confiance. Ajoutez-la si vous savez à "
    "qui elle est."};
inline constexpr message altered{
    "plugin.altered",
    "{0} is not what was signed: it changed since. Get the plugin again from its author, or sign it "
    "again if it is yours.",
    "{0} n'est pas ce qui a été signé : il a changé depuis. Reprenez l'extension chez son auteur, ou signez-la de "
    "nouveau si elle est à vous."};
inline constexpr message permission{
    "plugin.permission",
    "The plugin {0} asks for the permission \"{1}\", which this version cannot grant. Ask its author for a build that "
    "does without, or take a newer version of Activateur.",
    "L'extension {0} demande la permission « {1} », que cette version ne peut pas accorder. Demandez à son auteur une "
    "construction qui s'en passe, ou prenez une version plus récente d'Activateur."};

// ---- loading ----

inline constexpr message no_sealing{
    "plugin.sealing", "The system refuses to hold the plugin {0} in sealed memory ({1}). Allow memfd_create.",
    "Le système refuse de tenir l'extension {0} en mémoire scellée ({1}). Autorisez "
    "memfd_create."};
inline constexpr message not_loadable{
    "plugin.not_loadable", "The system cannot load the plugin {0} ({1}). It needs a build for this system.",
    "Le système ne peut pas charger l'extension {0} ({1}). Il faut la construire pour ce système."};
inline constexpr message no_entry{
    "plugin.no_entry", "{0} exports no function adp_plugin_entry: it is not a plugin of Activateur.",
    "{0} n'exporte pas de fonction adp_plugin_entry : ce n'est pas une extension d'Activateur."};
inline constexpr message declined{
    "plugin.declined", "The plugin {0} declines to work with this version of Activateur. Ask its author for another.",
    "L'extension {0} refuse de fonctionner avec cette version d'Activateur. Demandez-en une autre à son auteur."};
inline constexpr message struct_size{
    "plugin.struct_size", "The plugin {0} gives a {1} of {2} bytes, where {3} are needed. It was built wrongly.",
    "L'extension {0} donne un {1} de {2} octets, là où il en faut {3}. Elle est mal construite."};
inline constexpr message wrong_abi{
    "plugin.abi",
    "The plugin {0} is for the ABI levels {1}; this version has the levels 1 to {2}. Get a matching build.",
    "L'extension {0} est faite pour les niveaux d'ABI {1} ; cette version a les niveaux 1 à {2}. Il en faut une "
    "construction adaptée."};
inline constexpr message identity{"plugin.identity",
                                  "The plugin says it is {0}, its manifest says {1}. Both must agree.",
                                  "L'extension dit être {0}, son manifeste dit {1}. Les deux doivent s'accorder."};
inline constexpr message no_function{"plugin.no_function",
                                     "The plugin {0} leaves the function {1} NULL, which must be there.",
                                     "L'extension {0} laisse à NULL la fonction {1}, qui est obligatoire."};
inline constexpr message init_failed{"plugin.init_failed", "The plugin {0} could not start (status {1}).",
                                     "L'extension {0} n'a pas pu démarrer (statut {1})."};
inline constexpr message extension_missing{
    "plugin.extension_missing",
    "The manifest of the plugin {0} announces \"{1}\", which the plugin does not offer. Ask its author for a plugin "
    "that matches its manifest; if it is yours, take it out of \"extensions\" and sign again.",
    "Le manifeste de l'extension {0} annonce « {1} », que l'extension n'offre pas. Demandez à son auteur une extension "
    "conforme à son manifeste ; si elle est à vous, retirez-le de « extensions » et signez de nouveau."};
inline constexpr message twice{
    "plugin.loaded_twice",
    "A plugin {0} is already loaded. Load it once in an engine; to load another version, begin with a new engine.",
    "Une extension {0} est déjà chargée. Chargez-la une seule fois dans un moteur ; pour une autre version, partez "
    "d'un nouveau moteur."};

// ---- using it ----

inline constexpr message threw{
    "plugin.threw", "The plugin {0} let an exception escape from {1}; it is not used any more. Tell its author.",
    "L'extension {0} a laissé échapper une exception de {1} ; elle n'est plus utilisée. Signalez-le à son auteur."};
inline constexpr message not_loaded{"plugin.not_found", "No plugin {0} is loaded. Load it, or correct its id.",
                                    "Aucune extension {0} n'est chargée. Chargez-la, ou corrigez son identifiant."};
inline constexpr message not_loaded_rules{
    "plugin.not_found",
    "The territory's \"plugins\" asks for the plugin {0}, which is not loaded. Load its manifest before and trust its "
    "author's key (on the command line: --plugin FILE --trust KEY; in a program: adp_plugins_trust, adp_plugins_load), "
    "or take it out of \"plugins\".",
    "Le membre « plugins » du territoire demande l'extension {0}, qui n'est pas chargée. Chargez d'abord son manifeste "
    "et faites confiance à la clé de son auteur (en ligne de commande : --plugin FICHIER --trust CLÉ ; dans un "
    "programme : adp_plugins_trust, adp_plugins_load), ou retirez-la de « plugins »."};
inline constexpr message no_rules{
    "plugin.no_rules",
    "The territory's \"plugins\" asks for the plugin {0}, which offers no rules. Take it out of \"plugins\", or load a "
    "plugin of rules under this id.",
    "Le membre « plugins » du territoire demande l'extension {0}, qui n'offre pas de règles. Retirez-la de « plugins "
    "», ou chargez sous cet identifiant une extension de règles."};
inline constexpr message no_text_reader{"plugin.no_text", "The plugin {0} reads no texts. Name another, or none.",
                                        "L'extension {0} ne lit pas de textes. Nommez-en une autre, ou aucune."};
inline constexpr message text_not_utf8{
    "identify.text_not_utf8", "The text is not UTF-8; the reader {0} was not asked. Give the text in UTF-8.",
    "Le texte n'est pas de l'UTF-8 ; le lecteur {0} n'a pas été interrogé. Donnez le texte en UTF-8."};
inline constexpr message reader_failed{
    "identify.reader_failed", "The reader {0} failed on the text (status {1}); what it would have found is missing.",
    "Le lecteur {0} a échoué sur le texte (statut {1}) ; ce qu'il aurait trouvé manque."};
inline constexpr message bad_case{"plugin.case", "The opportunity {0} cannot be submitted to rules: {1}.",
                                  "L'opportunité {0} ne peut pas être soumise à des règles : {2}."};
inline constexpr message rules_failed{"plugin.rules_failed", "The rules of the plugin {0} failed on {1} (status {2}).",
                                      "Les règles de l'extension {0} ont échoué sur {1} (statut {2})."};
inline constexpr message bad_outcome{
    "plugin.outcome", "The plugin {0} answered wrongly on the opportunity {1}: {2}. Its answer is not used.",
    "L'extension {0} a mal répondu sur l'opportunité {1} : {3}. Sa réponse n'est pas utilisée."};

}  // namespace activateur::plugin_messages
