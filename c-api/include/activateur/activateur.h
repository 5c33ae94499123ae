/* activateur/activateur.h - everything a host calls. Plugins include activateur/plugin.h alone. */
#ifndef ACTIVATEUR_ACTIVATEUR_H
#define ACTIVATEUR_ACTIVATEUR_H

#include "activateur/achievement.h"
#include "activateur/batch.h"
#include "activateur/credential.h"
#include "activateur/document.h"
#include "activateur/engine.h"
#include "activateur/follow.h"
#include "activateur/framework.h"
#include "activateur/gap.h"
#include "activateur/live.h"
#include "activateur/map.h"
#include "activateur/plan.h"
#include "activateur/plugins.h"
#include "activateur/snapshot.h"
#include "activateur/store.h"
#include "activateur/territory.h"
#include "activateur/text.h"
#include "activateur/types.h"
#include "activateur/version.h"

#endif
