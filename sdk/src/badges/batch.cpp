#include "badges/batch.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

#include "crypto/digest.hpp"

namespace activateur {
namespace {

constexpr unsigned threads_max = 256;

unsigned workers_for(std::size_t inputs, unsigned asked) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  return static_cast<unsigned>(std::min<std::size_t>({asked == 0 ? cores : asked, inputs, threads_max}));
}

}  // namespace

result<verification> verify_or_refuse(const credential_input& input, const verify_options& options,
                                      const context& with) {
  auto seen = verify_credential(input.bytes, input.source, options, with);
  if (seen || seen.why().kind == failure::cancelled || seen.why().kind == failure::usage) return seen;
  verification broken;
  broken.source = input.source;
  broken.overall = verdict::invalid;
  broken.sha256 = sha256_hex(input.bytes);
  broken.checks.push_back({"parse", verdict::invalid, std::move(seen).why().what, nullptr});
  return broken;
}

result<std::vector<verification>> verify_credentials(std::span<const credential_input> inputs,
                                                     const verify_options& options, unsigned threads,
                                                     const context& with) {
  if (auto wrong = refusal_of(options)) return *std::move(wrong);
  std::vector<verification> out(inputs.size());
  std::atomic<std::size_t> next{0}, finished{0};
  std::atomic<bool> stop{false};
  context quiet = with;  // the host's callback is called on its own thread only
  quiet.progress = progress_sink({}, &stop);
  const auto work = [&](bool on_the_hosts_thread) {
    for (std::size_t i = next.fetch_add(1); i < inputs.size() && !stop; i = next.fetch_add(1)) {
      auto seen = verify_or_refuse(inputs[i], options, quiet);
      if (!seen) return;
      out[i] = *std::move(seen);
      const std::size_t done = finished.fetch_add(1) + 1;
      if (on_the_hosts_thread && !with.progress.at(done, inputs.size())) stop = true;
    }
  };
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < workers_for(inputs.size(), threads); ++i) others.emplace_back(work, false);
  work(true);
  // The others may still be busy, and the host may still ask to stop.
  while (!stop && finished < inputs.size()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (!with.progress.at(finished, inputs.size())) stop = true;
  }
  others.clear();
  if (stop || !with.progress.at(inputs.size(), inputs.size())) return progress_sink::cancelled();
  return out;
}

}  // namespace activateur
