// What baking and unbaking say when they refuse.
#pragma once

#include "base/sentence.hpp"

namespace activateur::baking_messages {

inline constexpr message too_big{"baking.size", "The file has {0} bytes; at most {1} are accepted.",
                                 "Le fichier fait {0} octets ; {1} au plus sont acceptés."};
inline constexpr message empty_file{"baking.empty", "The file is empty. Give the badge file itself.",
                                    "Le fichier est vide. Donnez le fichier du badge."};
inline constexpr message unknown_kind{
    "baking.kind", "This is no PNG, SVG, PDF, JSON nor compact JWS. Give the badge as the issuer delivered it.",
    "Ce n'est ni un PNG, ni un SVG, ni un PDF, ni du JSON, ni un JWS compact. Donnez le badge tel que l'émetteur l'a "
    "remis."};
inline constexpr message not_a_picture{"baking.picture", "A badge can only be baked into a PNG or SVG picture.",
                                       "Un badge ne peut être inséré que dans une image PNG ou SVG."};
inline constexpr message bad_content{
    "baking.content",
    "What is baked in the file ({0}) is no JSON object, compact JWS or, before Open Badges 3.0, web address.",
    "Ce que contient le fichier ({0}) n'est ni un objet JSON, ni un JWS compact, ni (avant Open Badges 3.0) une "
    "adresse web."};
inline constexpr message bad_credential{"baking.credential",
                                        "The credential to bake is neither a JSON object nor a compact JWS of one.",
                                        "L'attestation à insérer n'est ni un objet JSON, ni un JWS compact d'un tel "
                                        "objet."};
inline constexpr message not_kept{
    "baking.kept", "The picture would not give this credential back unchanged: it holds characters the format forbids.",
    "L'image ne rendrait pas cette attestation à l'identique : elle contient des caractères que le format interdit."};

inline constexpr message png_truncated{"png.truncated", "The PNG is cut short in the chunk at byte {0}. Get it again.",
                                       "Le PNG est tronqué dans le bloc à l'octet {0}. Récupérez-le de nouveau."};
inline constexpr message png_length{
    "png.length", "The PNG chunk {1} at byte {0} claims {2} bytes, but {3} are left. The file is cut or damaged.",
    "Le bloc PNG {1} à l'octet {0} annonce {2} octets, or il en reste {3}. Le fichier est tronqué ou abîmé."};
inline constexpr message png_name{"png.name", "The PNG chunk at byte {0} has no valid name. The file is damaged.",
                                  "Le bloc PNG à l'octet {0} n'a pas de nom valide. Le fichier est abîmé."};
inline constexpr message png_crc{"png.crc", "The PNG chunk {1} at byte {0} is damaged (its checksum is wrong).",
                                 "Le bloc PNG {1} à l'octet {0} est abîmé (sa somme de contrôle est fausse)."};
inline constexpr message png_chunks{"png.chunks", "The PNG has more than {0} chunks.", "Le PNG a plus de {0} blocs."};
inline constexpr message png_first{"png.first", "The PNG does not start with its header (IHDR at byte 8).",
                                   "Le PNG ne commence pas par son en-tête (IHDR à l'octet 8)."};
inline constexpr message png_end{
    "png.end", "The PNG has no end (IEND): it is cut short at byte {0}. Get it again.",
    "Le PNG n'a pas de fin (IEND) : il est tronqué à l'octet {0}. Récupérez-le de nouveau."};
inline constexpr message png_text{"png.text", "The text chunk {1} at byte {0} is malformed.",
                                  "Le bloc de texte {1} à l'octet {0} est mal formé."};
inline constexpr message png_compressed{
    "png.compressed", "The badge at byte {0} is compressed, which Open Badges 3.0 section 5.3 forbids.",
    "Le badge à l'octet {0} est compressé, ce que la section 5.3 d'Open Badges 3.0 interdit."};
inline constexpr message png_inflate{"png.inflate", "The compressed badge at byte {0} cannot be decompressed.",
                                     "Le badge compressé à l'octet {0} ne peut être décompressé."};
inline constexpr message png_bomb{"png.bomb", "The compressed badge at byte {0} becomes more than {1} bytes.",
                                  "Le badge compressé à l'octet {0} dépasse {1} octets une fois décompressé."};
inline constexpr message png_two{"png.two", "The PNG holds two badges (at bytes {0} and {1}); it may hold one.",
                                 "Le PNG contient deux badges (aux octets {0} et {1}) ; il ne peut en contenir qu'un."};
inline constexpr message png_none{"png.none", "The PNG holds no badge. Give the picture as the issuer delivered it.",
                                  "Le PNG ne contient pas de badge. Donnez l'image telle que l'émetteur l'a remise."};

inline constexpr message svg_size{"svg.size", "The SVG has {0} bytes; at most {1} are accepted.",
                                  "Le SVG fait {0} octets ; {1} au plus sont acceptés."};
inline constexpr message svg_syntax{"svg.syntax", "The SVG is not well-formed XML ({0}).",
                                    "Le SVG n'est pas du XML bien formé ({0})."};
inline constexpr message svg_doctype{
    "svg.doctype", "The SVG declares things in its DOCTYPE, which can hide attacks. Remove the part in [ ].",
    "Le SVG fait des déclarations dans son DOCTYPE, ce qui peut cacher des attaques. Retirez la partie entre [ ]."};
inline constexpr message svg_entity{"svg.entity", "The SVG uses XML entities, which are never read. Remove them.",
                                    "Le SVG utilise des entités XML, qui ne sont jamais lues. Retirez-les."};
inline constexpr message svg_depth{"svg.depth", "The elements of the SVG are nested more than {0} deep.",
                                   "Les éléments du SVG sont imbriqués sur plus de {0} niveaux."};
inline constexpr message svg_attributes{"svg.attributes", "An element of the SVG has more than {0} attributes.",
                                        "Un élément du SVG a plus de {0} attributs."};
inline constexpr message svg_root{"svg.root", "The XML file is no SVG: its root element is \"{0}\".",
                                  "Le fichier XML n'est pas un SVG : son élément racine est « {0} »."};
inline constexpr message svg_nested{"svg.nested", "The badge element of the SVG has other elements inside it.",
                                    "L'élément de badge du SVG contient d'autres éléments."};
inline constexpr message svg_two{"svg.two", "The SVG holds two badge elements; it may hold one.",
                                 "Le SVG contient deux éléments de badge ; il ne peut en contenir qu'un."};
inline constexpr message svg_none{"svg.none", "The SVG holds no badge. Give the picture as the issuer delivered it.",
                                  "Le SVG ne contient pas de badge. Donnez l'image telle que l'émetteur l'a remise."};
inline constexpr message svg_empty{"svg.empty", "The badge element of the SVG is empty.",
                                   "L'élément de badge du SVG est vide."};
inline constexpr message svg_encoding{
    "svg.encoding", "The SVG is written in {0}, which cannot hold this credential. Save it as UTF-8 first.",
    "Le SVG est écrit en {0}, qui ne peut contenir cette attestation. Enregistrez-le d'abord en UTF-8."};

inline constexpr message pdf_end{"pdf.end", "The PDF has no end (startxref): it is cut short. Get it again.",
                                 "Le PDF n'a pas de fin (startxref) : il est tronqué. Récupérez-le de nouveau."};
inline constexpr message pdf_damaged{
    "pdf.damaged", "The PDF is damaged or wrongly made (near byte {0}). Get it again, as the issuer delivered it.",
    "Le PDF est abîmé ou mal fait (vers l'octet {0}). Récupérez-le tel que l'émetteur l'a remis."};
inline constexpr message pdf_objects{"pdf.objects", "The PDF has more than {0} objects.",
                                     "Le PDF a plus de {0} objets."};
inline constexpr message pdf_work{"pdf.work", "The parts of the PDF refer to each other too often to be read.",
                                  "Les parties du PDF renvoient trop les unes aux autres pour être lues."};
inline constexpr message pdf_encrypted{
    "pdf.encrypted",
    "The PDF is encrypted. Give one without password or restrictions, or the badge as JSON or picture.",
    "Le PDF est chiffré. Donnez-en un sans mot de passe ni restrictions, ou le badge en JSON ou en image."};
inline constexpr message pdf_filter{"pdf.filter",
                                    "The PDF stores its metadata in a way that is not read (only FlateDecode is).",
                                    "Le PDF range ses métadonnées d'une façon qui n'est pas lue (seul FlateDecode "
                                    "l'est)."};
inline constexpr message pdf_bomb{"pdf.bomb", "The compressed parts of the PDF become more than {0} bytes.",
                                  "Les parties compressées du PDF dépassent {0} octets une fois décompressées."};
inline constexpr message pdf_two{"pdf.two", "The PDF holds two different badges ({0} and {1}); it may hold one.",
                                 "Le PDF contient deux badges différents ({0} et {1}) ; il ne peut en contenir qu'un."};
inline constexpr message pdf_none{"pdf.none", "The PDF holds no badge. Give the file as the issuer delivered it.",
                                  "Le PDF ne contient pas de badge. Donnez le fichier tel que l'émetteur l'a remis."};
inline constexpr message pdf_empty{"pdf.empty", "The badge of the PDF ({0}) is empty or no text.",
                                   "Le badge du PDF ({0}) est vide ou n'est pas un texte."};
inline constexpr message xmp_syntax{"pdf.xmp.syntax", "The metadata of the PDF (XMP) is not well-formed XML ({0}).",
                                    "Les métadonnées du PDF (XMP) ne sont pas du XML bien formé ({0})."};
inline constexpr message xmp_doctype{"pdf.xmp.doctype", "The metadata of the PDF (XMP) declares things in a DOCTYPE.",
                                     "Les métadonnées du PDF (XMP) font des déclarations dans un DOCTYPE."};
inline constexpr message xmp_entity{"pdf.xmp.entity", "The metadata of the PDF (XMP) uses XML entities.",
                                    "Les métadonnées du PDF (XMP) utilisent des entités XML."};
inline constexpr message xmp_depth{"pdf.xmp.depth", "The metadata of the PDF (XMP) is nested more than {0} deep.",
                                   "Les métadonnées du PDF (XMP) sont imbriquées sur plus de {0} niveaux."};
inline constexpr message xmp_attributes{"pdf.xmp.attributes",
                                        "An element of the PDF's metadata (XMP) has more than {0} attributes.",
                                        "Un élément des métadonnées du PDF (XMP) a plus de {0} attributs."};
inline constexpr message xmp_nested{"pdf.xmp.nested", "The badge in the PDF's metadata (XMP) has elements inside it.",
                                    "Le badge des métadonnées du PDF (XMP) contient des éléments."};

}  // namespace activateur::baking_messages
