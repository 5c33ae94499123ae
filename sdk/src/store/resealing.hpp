// Files of format 1 bound what they sealed to the row's name alone; since format 2 it is bound to every column.
#pragma once

#include "store/vault.hpp"

namespace activateur {

// Says in which format the rows of a new store are sealed.
void say_sealed(shelf_rows& rows);
// Whether the rows are sealed as today's. An error: the file says what no version wrote.
result<bool> is_sealed(shelf_rows& rows);

// Seals every row anew, in one transaction. What does not open stays as it is, for `check` to name; a row that was
// sealed as today's is a sign that somebody altered the file, and an error: else old rows could be slipped in.
result<void> seal_anew(shelf& in, const vault& keys);

}  // namespace activateur
