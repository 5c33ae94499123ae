// The store over another engine than SQLite: the same calls give the same documents.
#include "full_shop.hpp"
#include "memory_shelf.hpp"

namespace activateur {
namespace {

using namespace shop;

// All that may be read of a store, as one document.
json all_of(store& in, const full_shop& of, const context& now) {
  const actor anna{role::person, of.anna, {}};
  json out;
  for (const std::string& person : {of.anna, of.bob, of.team})
    out["exports"].push_back(must(in.export_person(administrator, person, now)));
  out["portfolio"] = must(in.portfolio(anna, of.anna, now));
  out["consents"] = must(in.consents(anna, of.anna, now));
  out["due"] = must(in.due(administrator, now));
  out["count"] = must(in.count(administrator, now));
  out["changes"] = must(in.changes(administrator, {}, now));
  out["journal"] = must(in.journal(administrator, {}, now));
  out["check"] = must(in.check(administrator, now));
  out["page"] = must(in.list(anna, of.anna, "experience", {{}, 1}, now));
  return out;
}

class Engine : public ::testing::Test {
 protected:
  std::unique_ptr<store> on_file() { return must(store::open(options_for(dir.at("s")), now)); }
  std::unique_ptr<store> in_memory() {
    return must(store::over(std::make_unique<memory_shelf>(tables), options_for(""), now));
  }
  folder dir;
  std::shared_ptr<memory_tables> tables = std::make_shared<memory_tables>();
  context now = on("2026-06-02");
};

TEST_F(Engine, OfAnotherKindGivesTheSameDocuments) {
  const auto file = on_file(), memory = in_memory();
  const full_shop one = fill(*file), other = fill(*memory);
  EXPECT_EQ(one.token, other.token);
  EXPECT_EQ(all_of(*file, one, now), all_of(*memory, other, now));
  for (store* in : {file.get(), memory.get()}) must(in->erase_person(administrator, one.anna, now));
  const json gone_on_file = must(file->export_person(administrator, one.team, now));
  EXPECT_EQ(gone_on_file, must(memory->export_person(administrator, one.team, now)));
  EXPECT_EQ(must(memory->check(administrator, now))["ok"], true);
}

TEST_F(Engine, OfAnotherKindKeepsWhatWasAcknowledgedAndNothingOfWhatFailed) {
  const full_shop of = fill(*in_memory());
  const actor anna{role::person, of.anna, {}};
  const auto again = in_memory();
  const json before = must(again->export_person(anna, of.anna, now));
  EXPECT_EQ(code(again->change(anna, of.experience, 1, {{"title", "X"}, {"kind", "work"}}, now)), "store.version");
  EXPECT_EQ(must(again->get(anna, of.experience, now))["version"], 2);
  EXPECT_EQ(must(again->export_person(anna, of.anna, now))["records"], before["records"]);
  EXPECT_EQ(code(again->back_up(administrator, dir.at("b"), dir.at("k"), now)), "store.io");
  store_options wrong = options_for("");
  wrong.host_key = host_key(8);
  EXPECT_EQ(code(store::over(std::make_unique<memory_shelf>(tables), wrong, now)), "store.key");
}

}  // namespace
}  // namespace activateur
