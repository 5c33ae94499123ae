// Keeping civil identifiers out: a person is named by a pseudonym.
#pragma once

#include <string_view>

namespace activateur {

// Whether the text holds a French social security number (NIR, RNIPP): 13 characters, or 15 with a right key. Corsica's
// departments are 2A and 2B; the key is 97 - (number mod 97), 2A and 2B counting as 19 and 18. It is found among
// other numbers, written in the usual groups (1 85 05 78 006 084 91, some joined) with blanks, dots, dashes, slashes,
// commas, semicolons, tabs or line ends between; and alone, in any groups with the same blank, dot, dash or slash
// between all. UUIDs and SHA-256 digests in hexadecimal, which machines draw and whose digits may fall in that shape,
// hold none.
bool holds_nir(std::string_view text);

}  // namespace activateur
