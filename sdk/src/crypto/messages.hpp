// What crypto/ says when it refuses.
#pragma once

#include "base/sentence.hpp"

namespace activateur::crypto_messages {

inline constexpr message key_object{"key.object", "The key is not a JSON object. Give a JWK (RFC 7517).",
                                    "La clé n'est pas un objet JSON. Donnez un JWK (RFC 7517)."};
inline constexpr message key_member{"key.member", "The key has no text member \"{0}\". Add it (RFC 7517).",
                                    "La clé n'a pas de membre texte « {0} ». Ajoutez-le (RFC 7517)."};
inline constexpr message key_private{
    "key.private",
    "The public key carries the private member \"{0}\". Remove it, and replace this key: it is no longer secret.",
    "La clé publique porte le membre privé « {0} ». Retirez-le et remplacez cette clé : elle n'est plus secrète."};
inline constexpr message key_symmetric{
    "key.symmetric",
    "This key is symmetric (\"oct\"): whoever can verify could also sign. Use Ed25519, P-256, P-384 or RSA.",
    "Cette clé est symétrique (« oct ») : qui vérifie pourrait aussi signer. Utilisez Ed25519, P-256, P-384 ou RSA."};
inline constexpr message key_type_unknown{
    "key.type", "Keys of type \"{0}\" are not supported. Use Ed25519, P-256, P-384 or RSA.",
    "Les clés de type « {0} » ne sont pas prises en charge. Utilisez Ed25519, P-256, P-384 ou RSA."};
inline constexpr message key_encoding{
    "key.encoding", "The member \"{0}\" is not strict base64url without padding. Encode it again (RFC 7515 section 2).",
    "Le membre « {0} » n'est pas en base64url strict sans remplissage. Encodez-le de nouveau (RFC 7515 section 2)."};
inline constexpr message key_length{
    "key.length", "The member \"{0}\" has {1} bytes; this type of key takes {2}. Export the key again.",
    "Le membre « {0} » fait {1} octets ; ce type de clé en demande {2}. Exportez de nouveau la clé."};
inline constexpr message key_leading_zero{
    "key.leading_zero",
    "The number \"{0}\" starts with a zero byte, which RFC 7518 section 6.3 forbids. Export the key again.",
    "Le nombre « {0} » commence par un octet nul, ce que la RFC 7518 section 6.3 interdit. Exportez de nouveau la "
    "clé."};
inline constexpr message key_use{
    "key.use", "The key is not for signatures (\"use\" is \"{0}\", \"sig\" is needed). Give the key that signs.",
    "La clé n'est pas destinée aux signatures (« use » vaut « {0} », il faut « sig »). Donnez la clé qui signe."};
inline constexpr message key_operations{
    "key.operations",
    "The list \"key_ops\" of the key does not contain \"{0}\", or names an operation twice. Give a key made for it.",
    "La liste « key_ops » de la clé ne contient pas « {0} », ou nomme deux fois une opération. Donnez une clé faite "
    "pour cela."};
inline constexpr message key_algorithm{"key.algorithm",
                                       "The key says \"alg\": \"{0}\", which does not go with its type or is not "
                                       "supported. Export the key again, or use another.",
                                       "La clé indique « alg » : « {0} », qui ne va pas avec son type ou n'est pas "
                                       "pris en charge. Exportez de nouveau la clé, ou prenez-en une autre."};
inline constexpr message key_off_curve{
    "key.off_curve", "The key is not a point of the curve {0}: it was damaged or forged. Ask its owner for it again.",
    "La clé n'est pas un point de la courbe {0} : elle a été abîmée ou forgée. Redemandez-la à son propriétaire."};
inline constexpr message key_low_order{
    "key.low_order", "The Ed25519 key is a point of low order: anybody could sign with it. Refuse what it signed.",
    "La clé Ed25519 est un point d'ordre faible : n'importe qui pourrait signer avec. Refusez ce qu'elle a signé."};
inline constexpr message key_non_canonical{
    "key.non_canonical", "The Ed25519 key is not written in the one form that RFC 8032 allows. Export it again.",
    "La clé Ed25519 n'est pas écrite sous la seule forme qu'admet la RFC 8032. Exportez-la de nouveau."};
inline constexpr message key_rsa_size{
    "key.rsa_size", "The RSA key has {0} bits; {1} to {2} are accepted. The issuer must use another key.",
    "La clé RSA fait {0} bits ; de {1} à {2} sont acceptés. L'émetteur doit utiliser une autre clé."};
inline constexpr message key_rsa_exponent{
    "key.rsa_exponent",
    "The RSA exponent must be odd, at least 3 and below 2^64 (65537 is usual). The issuer must use another key.",
    "L'exposant RSA doit être impair, d'au moins 3 et inférieur à 2^64 (65537 est d'usage). L'émetteur doit utiliser "
    "une autre clé."};
inline constexpr message key_rsa_modulus{
    "key.rsa_modulus", "The RSA modulus is even: this is no RSA key. Export the key again.",
    "Le module RSA est pair : ce n'est pas une clé RSA. Exportez de nouveau la clé."};
inline constexpr message key_rsa_weak{
    "key.rsa_weak",
    "The RSA key comes from a generator whose keys can be factored (ROCA, CVE-2017-15361). The issuer must replace it.",
    "La clé RSA vient d'un générateur dont les clés se factorisent (ROCA, CVE-2017-15361). L'émetteur doit la "
    "remplacer."};
inline constexpr message key_multibase{
    "key.multibase",
    "\"{0}\" is not a Multikey: it must be multibase text starting with \"z\" (base58) or \"u\" (base64url).",
    "« {0} » n'est pas une Multikey : il faut un texte multibase commençant par « z » (base58) ou « u » (base64url)."};
inline constexpr message key_multicodec{"key.multicodec",
                                        "\"{0}\" does not start like an Ed25519, P-256 or P-384 public key, the kinds "
                                        "that are supported. Copy it again, or use such a key.",
                                        "« {0} » ne commence pas comme une clé publique Ed25519, P-256 ou P-384, "
                                        "seules prises en charge. Recopiez-la, ou prenez une clé d'une de "
                                        "ces sortes."};
inline constexpr message key_raw_length{
    "key.raw_length",
    "The {0} key has {1} bytes instead of {2}: it is cut or is another kind of key. Copy it again in full.",
    "La clé {0} fait {1} octets au lieu de {2} : elle est tronquée ou d'une autre sorte. Recopiez-la en entier."};
inline constexpr message key_pem{
    "key.pem",
    "This is not one PEM block \"PUBLIC KEY\" (SubjectPublicKeyInfo). Export the key with: openssl pkey -pubout.",
    "Ce n'est pas un bloc PEM « PUBLIC KEY » (SubjectPublicKeyInfo) seul. Exportez la clé avec : openssl pkey "
    "-pubout."};
inline constexpr message key_pem_private{
    "key.pem_private",
    "This PEM text holds a private key; a public one is expected. Replace this key if it was published.",
    "Ce texte PEM contient une clé privée ; une clé publique est attendue. Remplacez cette clé si elle a été publiée."};
inline constexpr message key_pair{
    "key.pair", "The private and public parts of the key do not belong together. Export the key again.",
    "Les parties privée et publique de la clé ne vont pas ensemble. Exportez de nouveau la clé."};
inline constexpr message key_multi_prime{
    "key.multi_prime", "RSA keys of more than two primes (\"oth\") are not supported. The issuer must use another key.",
    "Les clés RSA à plus de deux facteurs (« oth ») ne sont pas prises en charge. L'émetteur doit utiliser une autre "
    "clé."};
inline constexpr message key_engine{
    "key.engine", "The OpenSSL of this host could not do it ({0}). Check its configuration and the free memory.",
    "L'OpenSSL de cette machine n'a pas pu le faire ({0}). Vérifiez sa configuration et la mémoire libre."};
inline constexpr message key_fit{
    "key.fit", "The algorithm {0} cannot be used with this key ({1}). Choose the one that goes with it.",
    "L'algorithme {0} ne peut pas être utilisé avec cette clé ({1}). Choisissez celui qui va avec."};

inline constexpr message jws_size{
    "jws.size", "The signed text has {0} bytes; at most {1} are accepted. Ask the issuer for a smaller one.",
    "Le texte signé fait {0} octets ; {1} au plus sont acceptés. Demandez-en un plus petit à l'émetteur."};
inline constexpr message jws_parts{
    "jws.parts", "A compact JWS has three parts separated by dots; this text has {0}. Copy it again in full.",
    "Un JWS compact a trois parties séparées par des points ; ce texte en a {0}. Recopiez-le en entier."};
inline constexpr message jws_base64url{
    "jws.base64url",
    "The {0} of the JWS is not strict base64url (no blank, no \"=\", no stray bits). Copy it again exactly.",
    "La partie {1} du JWS n'est pas en base64url strict (ni blanc, ni « = », ni bits superflus). Recopiez-la "
    "exactement."};
inline constexpr message jws_header{
    "jws.header", "The header of the JWS is not a JSON object. Ask the issuer for the credential again.",
    "L'en-tête du JWS n'est pas un objet JSON. Redemandez l'attestation à l'émetteur."};
inline constexpr message jws_alg_missing{
    "jws.alg_missing", "The header of the JWS has no text member \"alg\". Ask the issuer for the credential again.",
    "L'en-tête du JWS n'a pas de membre texte « alg ». Redemandez l'attestation à l'émetteur."};
inline constexpr message jws_alg_none{
    "jws.alg_none", "The JWS says \"alg\": \"{0}\": it is not signed, so anybody can have written it. Refuse it.",
    "Le JWS indique « alg » : « {0} » : il n'est pas signé, n'importe qui a pu l'écrire. Refusez-le."};
inline constexpr message jws_alg_hmac{"jws.alg_hmac",
                                      "The JWS uses a shared secret (\"alg\": \"{0}\"), which proves nothing to third "
                                      "parties. The issuer must sign with a private key.",
                                      "Le JWS utilise un secret partagé (« alg » : « {0} »), qui ne prouve rien à des "
                                      "tiers. L'émetteur doit signer avec une clé privée."};
inline constexpr message jws_alg_unknown{"jws.alg_unknown",
                                         "The signature algorithm \"{0}\" is not accepted; EdDSA, ES256, ES384, RS256 "
                                         "and PS256 are. The issuer must sign with one of them.",
                                         "L'algorithme de signature « {0} » n'est pas accepté ; EdDSA, ES256, ES384, "
                                         "RS256 et PS256 le sont. L'émetteur doit signer avec l'un d'eux."};
inline constexpr message jws_crit{"jws.crit",
                                  "The header of the JWS demands extensions (\"crit\"), none of which is supported. "
                                  "The issuer must sign without them.",
                                  "L'en-tête du JWS exige des extensions (« crit »), dont aucune n'est prise en "
                                  "charge. L'émetteur doit signer sans elles."};
inline constexpr message jws_b64{
    "jws.b64",
    "The header member \"b64\" (unencoded payload, RFC 7797) is not accepted. The issuer must sign without it.",
    "Le membre d'en-tête « b64 » (contenu non encodé, RFC 7797) n'est pas accepté. L'émetteur doit signer sans lui."};
inline constexpr message jws_zip{
    "jws.zip",
    "The header member \"zip\" (compression) is not accepted in a signature. The issuer must sign without it.",
    "Le membre d'en-tête « zip » (compression) n'est pas accepté dans une signature. L'émetteur doit signer sans lui."};
inline constexpr message jws_member{
    "jws.member", "The header member \"{0}\" is not allowed; Open Badges 3.0 allows alg, kid, jwk, typ and cty alone.",
    "Le membre d'en-tête « {0} » n'est pas permis ; Open Badges 3.0 n'admet que alg, kid, jwk, typ et cty."};
inline constexpr message jws_member_type{
    "jws.member_type", "The header member \"{0}\" must be {1}. The issuer must sign again.",
    "Le membre d'en-tête « {0} » doit être {2}. L'émetteur doit signer de nouveau."};

inline constexpr message no_randomness{
    "crypto.random", "This host gives no randomness: nothing secret can be made. Check its OpenSSL.",
    "Cette machine ne donne pas d'aléa : aucun secret ne peut être créé. Vérifiez son OpenSSL."};
inline constexpr message too_large_to_seal{"crypto.size", "More than 2 GiB cannot be encrypted at once. Split it.",
                                           "Plus de 2 Gio ne se chiffrent pas d'un coup. Découpez le contenu."};

}  // namespace activateur::crypto_messages
