// Runs every case of tests/cases/ as a test of its own.
#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>

#include "tidewaiter/io.h"

#include "runner/case_world.h"

namespace tw::cases {
namespace {

namespace fs = std::filesystem;

std::vector<Case> all_cases() {
  char const* root = std::getenv("TW_SOURCE_DIR");
  fs::path const folder = fs::path(root == nullptr ? "." : root) / "tests" / "cases";
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Case> cases;
  for (fs::path const& file : files) {
    auto const text = io::read_file(file);
    ensure(text.has_value(), "a case file can be read");
    auto parsed = parse_cases(*text, file.filename().string());
    if (!parsed) {
      std::fprintf(stderr, "%s\n", parsed.error().text().c_str());
      std::exit(1);
    }
    std::ranges::move(*parsed, std::back_inserter(cases));
  }
  return cases;
}

class CaseTest : public testing::Test {
 public:
  explicit CaseTest(Case one) : case_(std::move(one)) {}
  void TestBody() override {
    fs::path const folder =
        fs::temp_directory_path() / ("tw_case_" + std::to_string(::getpid()) + "_" + case_.file +
                                     "_" + std::to_string(case_.line));
    fs::remove_all(folder);
    auto const workspace = make_world(case_, folder);
    ASSERT_TRUE(workspace) << workspace.error().text();
    ASSERT_FALSE(case_.expectations.empty()) << "a case expects something";
    auto const found = failures(case_, *workspace);
    ASSERT_TRUE(found) << found.error().text();
    for (std::string const& failure : *found) ADD_FAILURE() << failure;
    fs::remove_all(folder);
  }

 private:
  Case case_;
};

std::string test_name(std::string title) {
  for (char& c : title) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return title;
}

}  // namespace
}  // namespace tw::cases

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (tw::cases::Case const& one : tw::cases::all_cases()) {
    std::string const suite = one.file.substr(0, one.file.find('.'));
    testing::RegisterTest(suite.c_str(), tw::cases::test_name(one.title).c_str(), nullptr, nullptr,
                          one.file.c_str(), static_cast<int>(one.line),
                          [one]() -> testing::Test* { return new tw::cases::CaseTest(one); });
  }
  return RUN_ALL_TESTS();
}
