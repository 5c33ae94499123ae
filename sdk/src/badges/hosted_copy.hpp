// What a site serves of the badge it hosts, for every version that hosts badges (up to 2.0).
#pragma once

#include <functional>

#include "badges/inquiry.hpp"

namespace activateur {

// Whether both are web addresses of one site. http and https of one host count as one: badges outlive the move to
// HTTPS.
bool same_site(std::string_view a, std::string_view b);

// Whether what was looked up was found on the site that was asked. Redirects are allowed (Open Badges 2.0,
// HostedBadge), but a site that sends visitors anywhere they ask does not speak for what they find there.
bool stayed(const served& found);

bool says_revoked(const json& document);

// Where the site of `url` serves the very bytes that were given: sites move badges without rewriting their addresses.
// Empty when nowhere known.
std::string same_site_address(const inquiry& q, const std::string& url);

// Adds `hosted`: whether `url` serves this document, or the document is known to come from there, or from another
// address of the site that `allows` holds for.
void check_copy(const inquiry& q, const json& document, const std::string& url,
                const std::function<bool(const std::string&)>& allows);

}  // namespace activateur
