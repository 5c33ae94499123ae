// activateur/activateur.hpp - the whole C++ face.
#pragma once

#include "activateur/engine.hpp"
#include "activateur/store.hpp"
